import { DateTime } from 'luxon';
import type { Line } from './lines.ts';

/** A day as a page names it; copied headlines often leave the year out. */
export interface NamedDay {
  year?: number;
  month: number;
  day: number;
  /** It is all that its line says. */
  isDateline?: true;
}

/** The first three letters of each month's name, January first. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const WRITTEN = [
  `${YEAR}-(?<number>\\d\\d)-(?<day>\\d\\d)\\b`,
  `${DAY} ${MONTH}(?:,? ${YEAR})?\\b`,
  `${MONTH} ${DAY}(?:,? ${YEAR})?(?!\\d)`,
];
const DATES = WRITTEN.map((source) => new RegExp(`\\b${source}`, 'u'));
const ANY_WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )';
/** A date beside a clock, for the patterns of marks; the groups are those that `toDay` reads. */
export const DATE = `${ANY_WEEKDAY}?(?:${WRITTEN.join('|')})`;
const ONLY_DATE = new RegExp(`^${DATE}:?$`, 'u');
const STARTS_WITH_WEEKDAY = new RegExp(`^${ANY_WEEKDAY}`, 'u');
const URL_DAY = /\/(?<year>(?:19|20)\d\d)[/-](?<month>[a-z]{3,9}|\d\d?)[/-](?<day>\d\d?)(?=\D|$)/iu;
/** Further down only a line that is little more than a date is a dateline; prose speaks of other days. */
const HEAD_LINES = 6;
const MOST_DATELINE_LENGTH = 60;

/** The day that a page's first lines name: its headline, or a dateline below. */
export function dayNamedIn(head: readonly Line[]): NamedDay | undefined {
  const filled = head.filter(({ text }) => text).slice(0, HEAD_LINES);
  const candidates = filled.filter(({ text }, i) => i === 0 || text.length <= MOST_DATELINE_LENGTH);
  for (const { text } of candidates)
    for (const pattern of DATES) {
      const found = toDay(pattern.exec(text)?.groups);
      if (found) return ONLY_DATE.test(text) ? { ...found, isDateline: true } : found;
    }
  return undefined;
}

/** The day in an address, as `/2010/jun/15/` has it. */
export const dayOfUrl = (url: string): NamedDay | undefined => toDay(URL_DAY.exec(url)?.groups);

/** The day of a line that is nothing but a date; `1 June` alone says too little. */
export function dayOfLine(text: string): NamedDay | undefined {
  if (text.length > MOST_DATELINE_LENGTH) return undefined;
  const day = toDay(ONLY_DATE.exec(text)?.groups);
  return day?.year || STARTS_WITH_WEEKDAY.test(text) ? day : undefined;
}

export function toDay(groups: Record<string, string | undefined> | undefined): NamedDay | undefined {
  if (!groups) return undefined;
  const { year, month, number, day } = groups;
  const written = number ?? month ?? '';
  if (!written || !day) return undefined;
  const found = {
    ...(year && { year: Number(year) }),
    month: /^\d/u.test(written) ? Number(written) : MONTHS.indexOf(written.slice(0, 3).toLowerCase()) + 1,
    day: Number(day),
  };
  return isDay(found) ? found : undefined;
}

/** Without a year a leap year is taken, so that 29 February passes. */
const isDay = ({ year = 2000, month, day }: NamedDay): boolean =>
  month >= 1 && day >= 1 && DateTime.fromObject({ year, month, day }).isValid;
