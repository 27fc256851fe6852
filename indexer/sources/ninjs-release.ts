import { isDeepStrictEqual } from 'node:util';
import { DateTime } from 'luxon';
import { member } from './shape.ts';

/** An item as it stands in the file, its member names in lower case, and the place of it. */
export interface NinjsEntry {
  item: unknown;
  place: string;
}

/** The version of an item that counts, and the others. */
export interface Released extends NinjsEntry {
  /** Places of those that are older or the same. */
  older: string[];
  /** Those that don't count yet. */
  embargoed: { place: string; until: string }[];
}

/** A bare day or clock is over when the last zone on earth has left it behind. */
const LAST_ZONE = 'UTC-12';
const momentOf = (value: unknown): DateTime | undefined =>
  typeof value === 'string' ? DateTime.fromISO(value.trim(), { zone: LAST_ZONE }) : undefined;

/** Until when an item may not be published, as it says itself; undefined for one that may be at `now` (milliseconds). */
export function embargoOf(item: unknown, now: number): string | undefined {
  const until = member(item, 'embargoed');
  if (until === undefined || until === null || until === '') return undefined;
  const moment = momentOf(until);
  // An embargo that nobody can read is not over.
  return moment?.isValid && moment.toMillis() <= now ? undefined : String(until);
}

/**
 * Of several versions of an item the newest, at the place of the first; one under embargo doesn't count
 * while there is another. Items of one `uri` of which none is newer all stay, unless they are the same.
 */
export function newestVersions(entries: readonly NinjsEntry[], now: number): Released[] {
  const byUri = Map.groupBy(entries, ({ item, place }) => member(item, 'uri') ?? place);
  return [...byUri.values()].flatMap((versions) => {
    const held = versions.flatMap(({ item, place }) => {
      const until = embargoOf(item, now);
      return until === undefined ? [] : [{ place, until }];
    });
    const embargoed = held.length < versions.length ? held : [];
    const counting = versions.filter(({ place }) => !embargoed.some((other) => other.place === place));
    const [newest, ...rest] = counting.toSorted((a, b) => compare(b.item, a.item));
    const equals = rest.filter(
      ({ item }) => compare(item, newest!.item) === 0 && !isDeepStrictEqual(item, newest!.item),
    );
    const older = rest.filter((one) => !equals.includes(one)).map(({ place }) => place);
    return [{ ...newest!, older, embargoed }, ...equals.map((one) => ({ ...one, older: [], embargoed: [] }))];
  });
}

/** Below 0 if the first is the older version: by its time, else by its number. */
function compare(a: unknown, b: unknown): number {
  const [at, other] = [a, b].map((item) => momentOf(member(item, 'versioncreated'))?.toMillis() ?? NaN);
  const [number, otherNumber] = [a, b].map((item) => Number(member(item, 'version') ?? NaN));
  return at! - other! || number! - otherNumber! || 0;
}
