import { MONTHS } from '../../split/page-day.ts';

/** The first three letters of each day's name, Monday first. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small letters too, as posts have them, but for `may` and `march`, which are words, and for short forms. */
export const MONTH =
  '(?<month>(?i:January|February|April|June|July|August|September|October|November|December)|March|MARCH|May|MAY|(?:Jan|JAN|Feb|FEB|Mar|Apr|APR|Jun|Jul|Aug|AUG|Sept?|SEPT?|Oct|OCT|Nov|NOV|Dec|DEC)\\b\\.?)';
/** Long forms; short ones (`Sat`, `Sun`) are names and words, and stand only beside a date. */
export const WEEKDAY = '(?<weekday>(?i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?i:day)\\b)';
export const ANY_WEEKDAY =
  '(?<weekday>(?i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?)';
export const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
export const YEAR = '(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d|[.,]\\d|\\s(?:GMT|UTC|BST|CET|hours|hrs|local)\\b)';
export const COUNT = `(?<count>(?i:an?|${COUNTS.join('|')})|\\d{1,2})`;

/** `Sept.` → 9 */
export const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** `Weds` → 2; 0 is Monday. */
export const weekdayNumber = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());

/** `two`, `2` → 2; `a` → 1 */
export function countNumber(count: string): number {
  const lower = count.toLowerCase();
  if (/^an?$/u.test(lower)) return 1;
  return COUNTS.includes(lower) ? COUNTS.indexOf(lower) + 1 : Number(lower);
}
