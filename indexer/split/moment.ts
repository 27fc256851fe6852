import type { ClockDigits } from '../document.ts';
import { offsetAt, zoneNamed } from './zone.ts';

/**
 * A moment on the clock of a zone. A page has thousands of them: plain numbers, whose offset alone is
 * luxon's, are several times faster than its objects.
 */
export interface Moment {
  ms: number;
  /** As luxon names it. */
  zone: string;
}

const MINUTE = 60_000;

/** The moment at which a zone's clock shows these digits. @throws RangeError if no calendar has them. */
export function momentOf({ year, month, day, hour, minute }: ClockDigits, zone: string): Moment {
  const local = Date.UTC(year, month - 1, day, hour, minute);
  const back = new Date(local);
  const isDate = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60;
  if (!isDate) throw new RangeError(`${year}-${month}-${day} ${hour}:${minute}`);
  return { ms: local - offsetOfLocal(local, zone) * MINUTE, zone: zoneNamed(zone).name };
}

/** The offset at a clock's time; when the clock springs forward, the one before, as everybody would. */
function offsetOfLocal(local: number, zone: string): number {
  const guess = offsetAt(zone, local - offsetAt(zone, local) * MINUTE);
  const checked = offsetAt(zone, local - guess * MINUTE);
  return guess === checked ? guess : Math.min(guess, checked);
}

export const secondsOf = ({ ms }: Moment): number => Math.floor(ms / 1000);

/** The digits of the zone's clock, as a date whose UTC fields show them. */
const localOf = ({ ms, zone }: Moment): Date => new Date(ms + offsetAt(zone, ms) * MINUTE);

/** `2014-01-22`, on the zone's calendar. */
export const dayOf = (moment: Moment): string => localOf(moment).toISOString().slice(0, 10);

/** ISO 8601 with the offset of the zone; `Z` only for UTC itself. */
export function isoOf(moment: Moment): string {
  const digits = localOf(moment).toISOString().slice(0, -1).replace('.000', '');
  const offset = offsetAt(moment.zone, moment.ms);
  if (offset === 0 && zoneNamed(moment.zone).isUniversal) return `${digits}Z`;
  const minutes = Math.abs(Math.trunc(offset));
  return `${digits}${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** How people write a clock time: `2:25 PM`. */
export function clockText(moment: Moment): string {
  const local = localOf(moment);
  const hour = local.getUTCHours();
  return `${hour % 12 || 12}:${two(local.getUTCMinutes())} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** The same day with AM and PM swapped. */
export function otherHalf(moment: Moment): Moment {
  const local = localOf(moment);
  const hour = (local.getUTCHours() + 12) % 24;
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
  const swapped = momentOf({ year, month, day, hour, minute: local.getUTCMinutes() }, moment.zone);
  return { ...swapped, ms: swapped.ms + (moment.ms % MINUTE) };
}
