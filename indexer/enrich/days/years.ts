import { dayNumber, weekdayOf, yearOf, type DayNumber, type WrittenDay } from './calendar-day.ts';
import { SENTENCE_END, type Lean } from './lean.ts';

/** As many years away is the farthest 29 February (around 1900 and 2100). */
const FARTHEST = 8;
/** How much farther a day ahead seems than one as far back: news mostly looks back. */
const COST_AHEAD = { ahead: 1 / 3, undecided: 1.5, back: 3 };
/** A weekday that fits only in a farther year is a slip. */
const YEAR = 366;
/** A day as close as this is meant, whatever year the sentences before spoke of. */
const CLOSE = 60;
/** In characters: farther on even a long paragraph has moved to something else. */
const LONGEST_CARRY = 1000;

/**
 * The day that `{month, day}` means without its year: the nearest to `today`, leaning back unless the
 * sentence leans ahead; among years in which it falls on `weekday`, if the text names one.
 */
export function nearestDay(
  { month, day }: WrittenDay,
  today: DayNumber,
  lean: Lean,
  weekday?: number,
): DayNumber | undefined {
  const years = Array.from({ length: 2 * FARTHEST + 1 }, (_, i) => yearOf(today) + i - FARTHEST);
  const days = years.flatMap((year) => dayNumber(year, month, day) ?? []);
  const named = days.filter((one) => weekdayOf(one) === weekday && Math.abs(one - today) <= YEAR);
  const cost = (one: DayNumber) =>
    one <= today ? today - one : (one - today) * COST_AHEAD[lean ?? 'undecided'];
  return (named.length > 0 ? named : days).sort((a, b) => cost(a) - cost(b))[0];
}

/** The day on which a span ends that starts at `from`. */
export function nextSuchDay({ month, day }: WrittenDay, from: DayNumber): DayNumber | undefined {
  const inYear = dayNumber(yearOf(from), month, day);
  return inYear !== undefined && inYear >= from ? inYear : dayNumber(yearOf(from) + 1, month, day);
}

/** The year that a text named last, with its month. */
export interface YearContext {
  year: number;
  month: number;
}

/**
 * The day of the year that the words `between` it and this day carry on: through a sentence ("In March
 * 2011 it began, and on 15 March …"), and through a paragraph if no such day was only just or comes
 * soon. A year is carried to its own month and those after it.
 */
export function carriedDay(
  { month, day }: WrittenDay,
  context: YearContext,
  between: string,
  [nearest, today]: [nearest: DayNumber | undefined, today: DayNumber],
): DayNumber | undefined {
  if (month < context.month || between.length > LONGEST_CARRY || between.includes('\n')) return undefined;
  const isClose = nearest !== undefined && Math.abs(nearest - today) <= CLOSE;
  return isClose && SENTENCE_END.test(between) ? undefined : dayNumber(context.year, month, day);
}
