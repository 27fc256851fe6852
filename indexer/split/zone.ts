import { DateTime, IANAZone, Info, type Zone } from 'luxon';

/**
 * What English-language newsrooms mean by an abbreviation. Summer and standard forms name the same
 * zone: `EST` in July is a slip for the clock on the wall, and the date decides which one it shows.
 */
const ZONES: Record<string, string> = {
  UTC: 'UTC', GMT: 'Etc/GMT', Z: 'UTC',
  BST: 'Europe/London', WET: 'Europe/Lisbon', WEST: 'Europe/Lisbon', IST: 'Asia/Kolkata',
  CET: 'Europe/Paris', CEST: 'Europe/Paris', EET: 'Europe/Helsinki', EEST: 'Europe/Helsinki', MSK: 'Europe/Moscow',
  ET: 'America/New_York', EST: 'America/New_York', EDT: 'America/New_York',
  CT: 'America/Chicago', CST: 'America/Chicago', CDT: 'America/Chicago',
  MT: 'America/Denver', MST: 'America/Denver', MDT: 'America/Denver',
  PT: 'America/Los_Angeles', PST: 'America/Los_Angeles', PDT: 'America/Los_Angeles',
  AKST: 'America/Anchorage', AKDT: 'America/Anchorage', HST: 'Pacific/Honolulu', AST: 'America/Halifax', ADT: 'America/Halifax',
  SAST: 'Africa/Johannesburg', CAT: 'Africa/Maputo', EAT: 'Africa/Nairobi', WAT: 'Africa/Lagos',
  PKT: 'Asia/Karachi', SGT: 'Asia/Singapore', HKT: 'Asia/Hong_Kong', JST: 'Asia/Tokyo', KST: 'Asia/Seoul',
  AWST: 'Australia/Perth', ACST: 'Australia/Adelaide', AEST: 'Australia/Sydney', AEDT: 'Australia/Sydney',
  NZST: 'Pacific/Auckland', NZDT: 'Pacific/Auckland',
}; // prettier-ignore

/** Other zones that show an abbreviation on their clocks: a newsroom in one of them means its own. */
const ALSO: Record<string, readonly string[]> = {
  BST: ['Asia/Dhaka'], IST: ['Asia/Jerusalem', 'Europe/Dublin'], AST: ['Asia/Riyadh', 'America/Puerto_Rico'],
  CST: ['Asia/Shanghai', 'Asia/Taipei', 'Asia/Macau', 'America/Havana', 'America/Mexico_City', 'America/Costa_Rica', 'America/Regina'],
  CDT: ['America/Havana'], EST: ['America/Panama', 'America/Jamaica', 'America/Cancun', 'Australia/Sydney', 'Australia/Melbourne'],
  MST: ['America/Phoenix', 'America/Hermosillo', 'Asia/Kuala_Lumpur', 'Asia/Yangon'], PST: ['Asia/Manila'],
  ACST: ['Australia/Darwin'], AEST: ['Australia/Brisbane', 'Australia/Lindeman'], WAT: ['Africa/Luanda'],
  GMT: ['Africa/Accra', 'Africa/Abidjan', 'Atlantic/Reykjavik'],
}; // prettier-ignore

/** Every abbreviation of the table, for patterns. */
export const ABBREVIATIONS: readonly string[] = Object.keys(ZONES);

export const isZone = (name: string): boolean => IANAZone.isValidZone(name);

/** The zone that an abbreviation in a header means; undefined for one that nobody listed. */
export const zoneOf = (abbreviation: string): string | undefined => ZONES[abbreviation.toUpperCase()];

const named = new Map<string, Zone>();

/** luxon's zone of a name; asking it anew for every update is slow. */
export function zoneNamed(name: string): Zone {
  const known = named.get(name) ?? Info.normalizeZone(name);
  named.set(name, known);
  return known;
}

const QUARTER = 900_000;
const MOST_QUARTERS = 10_000;
const offsets = new Map<string, Map<number, number>>();

/** Minutes that a zone is ahead of UTC at a moment, in milliseconds. It changes on quarters of an hour only. */
export function offsetAt(zone: string, ms: number): number {
  const quarters = offsets.get(zone) ?? new Map<number, number>();
  if (quarters.size > MOST_QUARTERS) quarters.clear();
  offsets.set(zone, quarters);
  const quarter = Math.floor(ms / QUARTER);
  const offset = quarters.get(quarter) ?? zoneNamed(zone).offset(quarter * QUARTER);
  quarters.set(quarter, offset);
  return offset;
}

/** The zone in which a clock is read, and what to say where the newsroom might have meant another. */
export interface HeaderZone {
  zone: string;
  note?: string;
}

/**
 * The zone to read a clock in: the newsroom's, where it uses the header's abbreviation (`IST` in
 * Jerusalem) or shows the same time on that day (`CEST` in Berlin); else what most newsrooms mean.
 * Undefined for an abbreviation that nobody listed.
 */
export function zoneFor(
  abbreviation: string,
  newsroomZone: string | undefined,
  utcNoon: number,
): HeaderZone | undefined {
  const zone = zoneOf(abbreviation);
  if (!zone || !newsroomZone || zone === newsroomZone) return zone ? { zone } : undefined;
  const others = ALSO[abbreviation.toUpperCase()];
  if (others?.includes(newsroomZone)) return { zone: newsroomZone };
  if (sameClock(zone, newsroomZone, utcNoon)) return { zone: newsroomZone };
  return others
    ? { zone, note: `${abbreviation} read as ${zone}, although the time zone given is ${newsroomZone}` }
    : { zone };
}

const sameClock = (zone: string, other: string, utcNoon: number): boolean =>
  !Number.isNaN(utcNoon) && offsetAt(zone, utcNoon) === offsetAt(other, utcNoon);

/** A name for the zone of a moment that came with nothing but an offset: `+03:00` is `Etc/GMT-3`. */
export function zoneOfOffset(iso: string): string {
  const moment = DateTime.fromISO(iso, { setZone: true });
  const { offset } = moment;
  if (offset === 0) return 'UTC';
  // Zones of half an hour have no name of this kind, but an offset is a name, too.
  if (offset % 60 !== 0) return moment.toFormat('ZZ');
  // POSIX signs: Etc/GMT-3 is three hours ahead of Greenwich.
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset) / 60}`;
}
