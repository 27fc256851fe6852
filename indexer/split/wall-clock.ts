import type { WallClock } from '../document.ts';
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

/** What a mark says about its time. */
export interface MarkTime {
  clock: WallClock;
  zone?: string;
}

type Groups = Record<string, string | undefined>;

/** Reads the named groups of the patterns above. */
export function readClock(groups: Groups): MarkTime {
  const { zone, weekday } = groups;
  const day = weekday ? WEEKDAYS.indexOf(weekday.toLowerCase()) + 1 : undefined;
  return {
    clock: {
      ...(readWord(groups) ?? readDayHours(groups) ?? readTwelve(groups)),
      ...(day && { weekday: day }),
    },
    ...(zone && { zone: shortZone(zone) }),
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
