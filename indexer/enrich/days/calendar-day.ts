/**
 * A day of the calendar as the number of days since 1 January 1970. It has no clock and no zone, so that
 * counting days never meets daylight saving.
 */
export type DayNumber = number;

/** A day as a text writes it: often without its year. */
export interface WrittenDay {
  year?: number;
  /** 1 January to 12 December. */
  month: number;
  day: number;
}

const MILLISECONDS = 86_400_000;

/** The day's number; undefined for one that the calendar doesn't have, as 30 February. */
export function dayNumber(year: number, month: number, day: number): DayNumber | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.getTime() / MILLISECONDS
    : undefined;
}

/** `2014-01-22` as a number. */
export const parseDay = (iso: string): DayNumber => Date.parse(iso) / MILLISECONDS;

/** Has the day's year four digits? */
export const isWritable = (day: DayNumber): boolean => yearOf(day) >= 0 && yearOf(day) <= 9999;

/** The day as `2014-01-22`. */
export const formatDay = (day: DayNumber): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

export const yearOf = (day: DayNumber): number => new Date(day * MILLISECONDS).getUTCFullYear();

/** 0 Monday to 6 Sunday; 1 January 1970 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => modulo(day + 3, 7);

/** The first day with that weekday on or after `from`. */
export const onOrAfter = (weekday: number, from: DayNumber): DayNumber =>
  from + modulo(weekday - weekdayOf(from), 7);

/** The last day with that weekday on or before `until`. */
export const onOrBefore = (weekday: number, until: DayNumber): DayNumber =>
  until - modulo(weekdayOf(until) - weekday, 7);

const modulo = (n: number, by: number): number => ((n % by) + by) % by;
