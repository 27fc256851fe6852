import { dayNumber, onOrAfter, weekdayOf, yearOf, type DayNumber, type WrittenDay } from './calendar-day.ts';
import type { Expression, NamedWeekday, Saying, WrittenDays } from './saying.ts';
import { leanAt } from './lean.ts';
import { JOINED, joinsSpan, spanOfDays } from './spans.ts';
import { dayOfWeekday } from './weekdays.ts';
import { carriedDay, nearestDay, nextSuchDay, type YearContext } from './years.ts';

/** A text and what it has said about days so far. */
export interface Spoken {
  text: string;
  /** The day on which it was written. */
  today: DayNumber;
  /** The day spoken of last, and where its words stand. */
  last?: { day: DayNumber } & Place;
  /** A year that was named, and where its words end. */
  year?: YearContext & { end: number };
}

type Place = Pick<Expression, 'start' | 'end'>;

/** The days that an expression means after what was spoken before it, to which it is added. */
export function daysSaid({ start, end, says }: Expression, spoken: Spoken): DayNumber[] {
  const days = daysOf(says, { start, end }, spoken);
  const written = 'days' in says ? says.days[0]! : says;
  if ('year' in written && written.year !== undefined)
    spoken.year = { year: written.year, month: written.month, end };
  if (days.length > 0) spoken.last = { day: days.at(-1)!, start, end };
  return days;
}

function daysOf(says: Saying, at: Place, spoken: Spoken): DayNumber[] {
  const { today, last } = spoken;
  if ('away' in says) return [today + says.away];
  if ('atHand' in says) return [last?.day ?? today];
  if ('later' in says) return last ? [last.day + says.later] : [];
  if ('days' in says) return writtenDays(says, at, spoken);
  return 'weekday' in says ? [weekdaySaid(says, at, spoken)] : [];
}

function weekdaySaid(says: NamedWeekday, { start, end }: Place, { text, today, last }: Spoken): DayNumber {
  const isSecond = last && !says.which && JOINED.test(text.slice(last.end, start));
  return isSecond
    ? onOrAfter(says.weekday, last.day + 1)
    : dayOfWeekday(says, today, leanAt(text, start, end));
}

/** Days of one month are of one year: that of the first. */
function writtenDays(said: WrittenDays, at: Place, spoken: Spoken): DayNumber[] {
  const first = firstDay(said, at, spoken);
  if (first === undefined) return [];
  const rest = said.days.slice(1).flatMap(({ month, day }) => dayNumber(yearOf(first), month, day) ?? []);
  return said.span && rest.length === 1 ? spanOfDays(first, rest[0]!) : [first, ...rest];
}

function firstDay({ days, weekday, yearsAway }: WrittenDays, at: Place, spoken: Spoken) {
  const written = days[0]!;
  const year = yearsAway === undefined ? written.year : yearOf(spoken.today) + yearsAway;
  if (year !== undefined) return dayNumber(year, written.month, written.day);
  return dayWithoutYear(written, weekday, at, spoken);
}

function dayWithoutYear(
  written: WrittenDay,
  weekday: number | undefined,
  { start, end }: Place,
  { text, today, year, last }: Spoken,
): DayNumber | undefined {
  if (last && joinsSpan(text, last, start)) return nextSuchDay(written, last.day);
  const nearest = nearestDay(written, today, leanAt(text, start, end), weekday);
  const carried = year && carriedDay(written, year, text.slice(year.end, start), [nearest, today]);
  const fits = carried !== undefined && (weekday === undefined || weekdayOf(carried) === weekday);
  return fits ? carried : nearest;
}
