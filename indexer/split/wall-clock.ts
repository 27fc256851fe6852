import type { WallClock } from '../document.ts';
import { DATE, toDay, type NamedDay } from './page-day.ts';
import { ABBREVIATIONS } from './zone.ts';

/** How mastheads write a clock of twelve hours: `10.45 pm`, `9.40am`, `6:25 p.m.`, `Noon`. */
export const TWELVE_HOURS =
  '(?:(?<hour>1[0-2]|0?\\d)(?:[.:](?<minute>[0-5]\\d))? ?(?<half>[AaPp])\\.? ?[Mm]\\b\\.?|(?<word>[Nn]oon|[Mm]idnight)\\b)';
/** `18.14`, `0:05`: for marks that only a live blog has, because prose has such numbers too. */
export const DAY_HOURS = '(?<hour24>[01]?\\d|2[0-3])[.:](?<minute24>[0-5]\\d)';
/** A zone as headers write it, in capitals; whether anybody knows it is seen when it is read. */
export const ZONE = '(?<zone>[A-Z]{1,5}|[Ee]astern|[Cc]entral|[Pp]acific)\\b';
/** A zone where a word in capitals may as well be the text: `8:05 p.m. CNN reports`. */
export const KNOWN_ZONE = `(?<zone>${ABBREVIATIONS.join('|')}|[Ee]astern|[Cc]entral|[Pp]acific)\\b`;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export const WEEKDAY = `(?<weekday>${WEEKDAYS.map((day) => `[${day[0]!.toUpperCase()}${day[0]}]${day.slice(1)}`).join('|')})`;

/** A zone that the table knows, as a word at this place. */
export const IS_KNOWN_ZONE = `(?:${ABBREVIATIONS.join('|')})\\b`;
/** What makes `11am – 12.30pm` a timetable. */
export const SECOND_CLOCK = '\\d{1,2}(?:[.:]\\d\\d)? ?[aApP]\\.?[mM]|\\d{1,2}[.:]\\d\\d|[Nn]oon|[Mm]idnight';
const DATE_AFTER = `(?:(?:,|,? on| [|–—-])? ${DATE})`;
const DATE_BEFORE = `(?:${DATE}(?:,|,? at| [|–—-])? )`;

/** A clock with its date before or after it, if it has one: `8:30 a.m. ET, May 31, 2024`. */
export const withDate = (time: string): string => `(?:${DATE_BEFORE}${time}|${time}${DATE_AFTER}?)`;

/** What a mark says about its time. */
export interface MarkTime {
  clock: WallClock;
  zone?: string;
  /** The day, where the mark itself names it. */
  date?: NamedDay;
}

/** The named groups of a match. */
export type Groups = Record<string, string | undefined>;

/** Reads the named groups of the patterns above. */
export function readClock(groups: Groups): MarkTime {
  const { zone, weekday } = groups;
  const day = weekday ? WEEKDAYS.indexOf(weekday.toLowerCase()) + 1 : undefined;
  const date = toDay(groups);
  return {
    clock: {
      ...(readWord(groups) ?? readDayHours(groups) ?? readTwelve(groups)),
      ...(day && { weekday: day }),
    },
    ...(zone && { zone: shortZone(zone) }),
    ...(date && { date }),
  };
}

const readWord = ({ word }: Groups): WallClock | undefined =>
  word ? { hour: word.toLowerCase() === 'noon' ? 12 : 0, minute: 0 } : undefined;

const readDayHours = ({ hour24, minute24 }: Groups): WallClock | undefined =>
  hour24 ? { hour: Number(hour24), minute: Number(minute24), ofDay: true } : undefined;

function readTwelve({ hour, minute, half }: Groups): WallClock {
  const digits = { hour: Number(hour) % 12, minute: Number(minute ?? 0) };
  if (!half) return { ...digits, eitherHalf: true };
  return half.toLowerCase() === 'p' ? { ...digits, hour: digits.hour + 12 } : digits;
}

/** American pages spell their zones out: `Eastern`. */
const shortZone = (zone: string): string =>
  /^(eastern|central|pacific)$/iu.test(zone) ? `${zone[0]!.toUpperCase()}T` : zone;
