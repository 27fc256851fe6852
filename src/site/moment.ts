import { html } from 'hono/html';
import { DateTime } from 'luxon';
import type { UpdateRecord } from '../record.ts';

const DAY = 'ccc d LLL yyyy';

/** Where the short name of a zone is one that people of the place use: "ET", "CEST", "CAT". */
const ZONE_NAMES = [
  ['en-US', 'shortGeneric'],
  ['en-GB', 'short'],
  ['en-ZA', 'short'],
  ['en-AU', 'short'],
  ['en-IN', 'short'],
] as const;

type Timed = Pick<UpdateRecord, 'publishedAt' | 'timeZone' | 'timePrecision'>;

const at = (iso: string, zone: string) => DateTime.fromISO(iso, { zone, locale: 'en-US' });

/** When an update was published, on the clock of its blog; a day without a clock shows none. */
export function when(update: Timed) {
  const time = clockOf(update);
  const day = at(update.publishedAt, update.timeZone).toFormat(DAY);
  return html`<time datetime="${update.publishedAt}">${time ? `${day} · ${time}` : day}</time>`;
}

/** The clock time of an update with its zone, or its day where only that is known. */
export function clock(update: Timed) {
  const shown = clockOf(update) ?? at(update.publishedAt, update.timeZone).toFormat('d LLL');
  return html`<time datetime="${update.publishedAt}">${shown}</time>`;
}

/** The clock time alone, for lists that name their zone once; undefined where only the day is known. */
export function bareClock({ publishedAt, timeZone, timePrecision }: Timed) {
  if (timePrecision === 'day') return undefined;
  return html`<time datetime="${publishedAt}">${clockTime(at(publishedAt, timeZone))}</time>`;
}

/** The zone of a blog's clock, by the name that people of the place use. */
export const zoneOf = (ts: number, zone: string): string => zoneName(DateTime.fromSeconds(ts, { zone }));

/** A calendar day (`2014-01-22`) as people write it. */
export const dayName = (day: string, format = DAY): string => at(day, 'utc').toFormat(format);

/** The calendar day of a moment on a blog's clock. */
export const dayOf = (ts: number, zone: string): string => DateTime.fromSeconds(ts, { zone }).toISODate()!;

/** Two days as one phrase: "20 to 22 Jan 2014". Also two months or two years, in another format. */
export function span(first: string, last: string, format = 'd LLL yyyy'): string {
  if (first === last) return dayName(first, format);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const start = sameMonth ? 'd' : sameYear ? format.replace(' yyyy', '') : format;
  return `${dayName(first, start)} to ${dayName(last, format)}`;
}

function clockOf({ publishedAt, timeZone, timePrecision }: Timed): string | undefined {
  if (timePrecision === 'day') return undefined;
  const moment = at(publishedAt, timeZone);
  return `${clockTime(moment)} ${zoneName(moment)}`;
}

const clockTime = (moment: DateTime) => moment.toFormat('h:mm a').toLowerCase();

function zoneName(moment: DateTime): string {
  // Intl calls it UTC; a page that says "all times are GMT" means the name.
  if (moment.zoneName === 'Etc/GMT') return 'GMT';
  // No locale names the zones of before 1970; 28 years later the calendar is the same.
  const later = moment.year < 1972 ? moment.plus({ years: 28 }) : moment;
  const named = later.offset === moment.offset ? later : moment;
  const names = ZONE_NAMES.map(
    ([locale, timeZoneName]) =>
      new Intl.DateTimeFormat(locale, { timeZone: moment.zoneName ?? 'UTC', timeZoneName })
        .formatToParts(named.toJSDate())
        .find((part) => part.type === 'timeZoneName')!.value,
  );
  return names.find((name) => /^[A-Z]{2,5}$/.test(name)) ?? `UTC${moment.toFormat('Z')}`;
}
