import { onOrAfter, onOrBefore, weekdayOf, type DayNumber } from './calendar-day.ts';
import type { NamedWeekday } from './saying.ts';
import type { Lean } from './lean.ts';

const DAYS_OF_WEEK = 7;
/** A sentence that leans neither way means the day that comes so soon rather than one most of a week ago. */
const SOON = 2;

/**
 * The day that news of the day `today` means by a weekday. News looks back, so that a Friday named on
 * Saturday was yesterday and one named on Friday is today, unless the sentence looks ahead. Nobody
 * calls yesterday last Friday or tomorrow next Friday; `this` means the nearest one.
 */
export function dayOfWeekday(
  { weekday, which, week }: NamedWeekday,
  today: DayNumber,
  lean: Lean,
): DayNumber {
  if (week !== undefined) return today - weekdayOf(today) + week * DAYS_OF_WEEK + weekday;
  if (which === 'last') return onOrBefore(weekday, today - 2);
  if (which === 'next') return onOrAfter(weekday, today + 2);
  const [back, ahead] = [onOrBefore(weekday, today), onOrAfter(weekday, today)];
  if (which === 'this' && lean !== 'ahead') return today - back < ahead - today ? back : ahead;
  return lean === 'ahead' || (lean === undefined && ahead - today <= SOON) ? ahead : back;
}
