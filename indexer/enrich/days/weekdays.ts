import { onOrAfter, onOrBefore, weekdayOf, type DayNumber } from './calendar-day.ts';
import type { NamedWeekday } from './saying.ts';
import type { Lean } from './lean.ts';

const WEEK = 7;
const SOON = 2;

/**
 * The day that news of the day `today` means by a weekday. News looks back, so that a Friday named on
 * Saturday was yesterday and one named on Friday is today, unless the sentence looks ahead. Nobody
 * calls yesterday last Friday or tomorrow next Friday.
 */
export function dayOfWeekday(
  { weekday, which, week }: NamedWeekday,
  today: DayNumber,
  lean: Lean,
): DayNumber {
  const monday = today - weekdayOf(today);
  if (week !== undefined) return monday + week * WEEK + weekday;
  if (which === 'last') return onOrBefore(weekday, today - 2);
  if (which === 'next') return onOrAfter(weekday, today + 2);
  if (which === 'this') return lean === 'back' ? onOrBefore(weekday, today) : onOrAfter(weekday, today);
  const ahead = onOrAfter(weekday, today);
  if (lean === undefined && ahead - today <= SOON) return ahead;
  return lean === 'ahead' ? onOrAfter(weekday, today) : onOrBefore(weekday, today);
}
