import { DateTime } from 'luxon';
import type { Block, ClockDigits, DocumentHints } from '../document.ts';
import { sameClock, zoneOf, zoneOfOffset } from './zone.ts';

/** A block's time as understood from itself alone. */
export interface Reading {
  moment: DateTime;
  precision: 'second' | 'minute' | 'day';
  /** What had to be assumed. */
  note?: string;
}

/** Where a clock without a zone of its own is read: what the document says, else the configured default. */
export interface ZoneChoice {
  hints: DocumentHints;
  defaultZone: string;
}

/** Reads the time that a block shows; undefined where it shows none. @throws RangeError for digits that are no time. */
export function readTime(block: Block, zones: ZoneChoice): Reading | undefined {
  if (!block.time) return undefined;
  return 'iso' in block.time ? readIso(block.time.iso, block, zones) : readShown(block.time, zones);
}

function readIso(iso: string, block: Block, { hints, defaultZone }: ZoneChoice): Reading {
  const isDay = !iso.includes('T');
  const stated = block.more?.timeZone ?? hints.timeZone;
  const zone = stated ?? (isDay ? defaultZone : zoneOfOffset(iso));
  const moment = DateTime.fromISO(iso, { zone });
  if (isDay) return { moment, precision: 'day' };
  return { moment, precision: /T\d{2}:\d{2}:\d{2}/.test(iso) ? 'second' : 'minute' };
}

function readShown(
  { shown, zone }: { shown: ClockDigits; zone?: string },
  { hints, defaultZone }: ZoneChoice,
): Reading {
  const named = zone === undefined ? undefined : zoneOf(zone);
  const noon = DateTime.fromObject({ ...shown, hour: 12, minute: 0 }, { zone: 'utc' });
  const used = named ? sameClock(named, hints.timeZone, noon) : (hints.timeZone ?? defaultZone);
  const moment = DateTime.fromObject(shown, { zone: used });
  if (!moment.isValid) throw new RangeError(`${moment.invalidExplanation ?? 'no such time'}`);
  const unknown = zone !== undefined && !named ? `time zone ${zone} is unknown, read as ${used}` : undefined;
  const assumed = zone === undefined && !hints.timeZone ? `no time zone given, read as ${used}` : undefined;
  const note = unknown ?? assumed;
  return { moment, precision: 'minute', ...(note && { note }) };
}

/** How people write a clock time: `2:25 PM`. */
export const clockText = (moment: DateTime): string => moment.toFormat('h:mm a', { locale: 'en' });
