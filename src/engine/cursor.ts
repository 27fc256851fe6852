import type { Cursor, SearchQuery } from '../query.ts';

/** Where an update stands among all: by its time, and between equals (news with a bare date) by a number of its id. */
export interface Place {
  order: number;
  tie: number;
}

/** FNV-1a with 64 bits: its start and its prime (Fowler, Noll, Vo). */
const START = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
/** As many bits as a double holds exactly, and one to spare. */
const BITS = 52;

/**
 * A number that says who comes first of updates with the same `order`. A hash of the id, because one engine
 * compares numbers only and both then need eight bytes for it; it never changes, so a page that ends between
 * equals goes on there. Of 1,000 updates of one moment, the chance that any two share it is 1 in 9 billion.
 */
export function tieOf(id: string): number {
  let hash = START;
  for (let at = 0; at < id.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(id.charCodeAt(at))) * PRIME);
  // The bits that are too many are folded into the others, as its authors recommend.
  return Number(BigInt.asUintN(BITS, hash) ^ (hash >> BigInt(BITS)));
}

/** For sorting: the newest first, equals by their ties. The oldest first is exactly the other way round. */
export const newerFirst = (a: Place, b: Place): number => b.order - a.order || b.tie - a.tie;

/** The place that a cursor stands for. */
export const placeOf = ({ order, id }: Cursor): Place => ({ order, tie: tieOf(id) });

/**
 * Where the next page begins: after the last of `page`, wherever others arrive or go meanwhile.
 * Undefined where there is no next page, no order in time, or groups in between. `more`: do hits follow this page?
 */
export function nextCursor(
  { sort, groupBy }: Pick<SearchQuery, 'sort' | 'groupBy'>,
  page: readonly Cursor[],
  more: boolean,
): Cursor | undefined {
  const last = page.at(-1);
  if (!last || !more || groupBy || sort === 'relevance') return undefined;
  return { order: last.order, id: last.id };
}
