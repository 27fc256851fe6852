import { DateTime } from 'luxon';
import type { Block, ClockDigits, DocumentHints, ZoneUse } from '../document.ts';
import { momentOf, type Moment } from './moment.ts';
import { zoneFor, zoneOfOffset } from './zone.ts';

/** A block's time as understood from itself alone. */
export interface Reading {
  moment: Moment;
  precision: 'second' | 'minute' | 'day';
  /** What says in which zone it is. */
  zoneFrom: ZoneUse['from'];
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
  if ('iso' in block.time) return readIso(block.time.iso, block, zones);
  return 'shown' in block.time ? readShown(block.time, zones) : undefined;
}

function readIso(iso: string, block: Block, { hints, defaultZone }: ZoneChoice): Reading {
  const isDay = !iso.includes('T');
  const stated = block.more?.timeZone ?? hints.timeZone;
  const zone = stated ?? (isDay ? defaultZone : zoneOfOffset(iso));
  const read = DateTime.fromISO(iso, { zone });
  if (!read.isValid) throw new RangeError(read.invalidExplanation ?? iso);
  const moment = { ms: read.toMillis(), zone: read.zoneName };
  const unstated = isDay ? 'default' : 'offset';
  const zoneFrom = block.more?.timeZone ? 'source' : hints.timeZone ? 'given' : unstated;
  if (isDay) return { moment, precision: 'day', zoneFrom };
  return { moment, precision: /T\d{2}:\d{2}:\d{2}/.test(iso) ? 'second' : 'minute', zoneFrom };
}

/** In the night when clocks go forward an hour is missing on them. */
function skipped({ hour }: ClockDigits, { ms, zone }: Moment): string | undefined {
  const read = DateTime.fromMillis(ms, { zone });
  if (read.hour === hour) return undefined;
  return `${hour} o’clock was skipped that night, when clocks went forward; read as ${read.toFormat('h:mm a', { locale: 'en' })}`;
}

function readShown(
  { shown, zone, named: place }: { shown: ClockDigits; zone?: string; named?: string },
  { hints, defaultZone }: ZoneChoice,
): Reading {
  const { year, month, day } = shown;
  const noon = Date.UTC(year, month - 1, day, 12);
  const named = zone === undefined ? undefined : zoneFor(zone, hints.timeZone, noon);
  const used = named?.zone ?? hints.timeZone ?? defaultZone;
  const moment = momentOf(shown, used);
  const unknown = zone !== undefined && !named ? `time zone ${zone} is unknown, read as ${used}` : undefined;
  const assumed = zone === undefined && !hints.timeZone ? `no time zone given, read as ${used}` : undefined;
  const note = unknown ?? assumed ?? named?.note ?? skipped(shown, moment);
  const zoneFrom = named
    ? { words: place ?? `“${zone}” beside the clock` }
    : hints.timeZone
      ? 'given'
      : 'default';
  return { moment, precision: 'minute', zoneFrom, ...(note && { note }) };
}
