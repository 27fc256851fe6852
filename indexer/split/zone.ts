import { DateTime, IANAZone } from 'luxon';

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

export const isZone = (name: string): boolean => IANAZone.isValidZone(name);

/** The zone that an abbreviation in a header means; undefined for one that nobody listed. */
export const zoneOf = (abbreviation: string): string | undefined => ZONES[abbreviation.toUpperCase()];

/**
 * The zone to read a clock in: the header's own, except where the newsroom's zone shows the same
 * time on that day (`CEST` in Berlin), because then the newsroom's name for it is the better one.
 */
export function sameClock(headerZone: string, newsroomZone: string | undefined, atUtcNoon: DateTime): string {
  if (!newsroomZone) return headerZone;
  const offset = (zone: string) => atUtcNoon.setZone(zone).offset;
  return offset(headerZone) === offset(newsroomZone) ? newsroomZone : headerZone;
}

/** A name for the zone of a moment that came with nothing but an offset: `+03:00` is `Etc/GMT-3`. */
export function zoneOfOffset(iso: string): string {
  const { offset, zoneName } = DateTime.fromISO(iso, { setZone: true });
  if (offset === 0) return 'UTC';
  // POSIX signs: Etc/GMT-3 is three hours ahead of Greenwich. Zones of half an hour have no such name.
  return offset % 60 === 0 ? `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset) / 60}` : zoneName!;
}
