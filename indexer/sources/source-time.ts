import { DateTime } from 'luxon';
import type { BlockTime } from '../document.ts';
import { zoneOf } from '../split/zone.ts';
import { MONTHS } from '../split/page-day.ts';

/** Years for which `order` is a safe integer; others are slips. */
const [FIRST_YEAR, LAST_YEAR] = [1700, 2240];
/** From here on a number counts milliseconds, not seconds: 1973 in the one, 5138 in the other. */
const MILLISECONDS_FROM = 1e11;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const ISO_MOMENT = /^\d{4}-?\d{2}-?\d{2}[T ]\d{2}(?::?\d{2}){0,2}/i;
const WITH_OFFSET = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
const RFC822 =
  /^(?:[a-z]+,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*[\s-]+(?<year>\d{4}|\d{2})[\s,]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<zone>[a-z]{1,5}|[+-]\d{2}:?\d{2})?$/i;
/** The names that RFC 822 itself fixes, in hours from Greenwich, summer or not. */
const RFC822_ZONES: Record<string, number> = {
  UT: 0, GMT: 0, UTC: 0, Z: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
}; // prettier-ignore

/** Reads the time of a structured source: ISO 8601, RFC 822 (feeds), or epoch; undefined for what is none. */
export function sourceTime(value: string | number): BlockTime {
  if (typeof value === 'number') {
    return momentTime(
      value < MILLISECONDS_FROM
        ? DateTime.fromSeconds(value, { zone: 'utc' })
        : DateTime.fromMillis(value, { zone: 'utc' }),
    );
  }
  const text = value.trim();
  if (ISO_DAY.test(text)) return inRange(DateTime.fromISO(text)) ? { iso: text } : undefined;
  return ISO_MOMENT.test(text) ? isoTime(text.replace(' ', 'T')) : rfc822Time(text);
}

function isoTime(text: string): BlockTime {
  const moment = DateTime.fromISO(text.replace(/\s+/g, ''), { setZone: true });
  return WITH_OFFSET.test(text) ? momentTime(moment) : shownTime(moment);
}

function rfc822Time(text: string): BlockTime {
  const found = RFC822.exec(text)?.groups;
  if (!found) return undefined;
  const digits = {
    year: fullYear(found['year']!),
    month: MONTHS.indexOf(found['month']!.toLowerCase()) + 1,
    day: Number(found['day']),
    hour: Number(found['hour']),
    minute: Number(found['minute']),
    second: Number(found['second'] ?? 0),
  };
  if (digits.month === 0) return undefined;
  const zone = found['zone']?.toUpperCase();
  const named = zone && zoneNamed(zone);
  return named
    ? momentTime(DateTime.fromObject(digits, { zone: named }))
    : shownTime(DateTime.fromObject(digits, { zone: 'utc' }), zone);
}

/** `98` is 1998, `13` is 2013, as RFC 2822 reads them. */
function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function zoneNamed(zone: string): string | undefined {
  if (/^[+-]/.test(zone)) return `UTC${zone.replace(/(\d{2}):?(\d{2})/, '$1:$2')}`;
  const hours = RFC822_ZONES[zone];
  return hours === undefined ? zoneOf(zone) : `UTC${hours < 0 ? hours : `+${hours}`}`;
}

const inRange = (moment: DateTime): boolean =>
  moment.isValid && moment.year >= FIRST_YEAR && moment.year <= LAST_YEAR;

function momentTime(moment: DateTime): BlockTime {
  const iso = moment.startOf('second').toISO({ suppressMilliseconds: true });
  return iso && inRange(moment) ? { iso } : undefined;
}

/** Digits without an offset: whose clock they are read from is for the timeline to say. */
function shownTime(moment: DateTime, zone?: string): BlockTime {
  if (!inRange(moment)) return undefined;
  const { year, month, day, hour, minute } = moment;
  return { shown: { year, month, day, hour, minute }, ...(zone && { zone }) };
}

/** A moment on the clock of the blog's zone or, where that is unknown, on the clock that `like` shows. */
export function onClockOf(iso: string, like: string | undefined, zone: string | undefined): string {
  if (!iso.includes('T')) return iso;
  const reference =
    zone ?? (like?.includes('T') ? DateTime.fromISO(like, { setZone: true }).zone : undefined);
  const moment = DateTime.fromISO(iso, { setZone: true });
  return (reference ? moment.setZone(reference) : moment).toISO({ suppressMilliseconds: true })!;
}
