import type { Cursor, SearchQuery } from '../query.ts';

/** Where an update stands among all: by its time, and between equals (news with a bare date) by a number of its id. */
export interface Place {
  order: number;
  tie: number;
}

/**
 * A number that says who comes first of updates with the same `order`. A hash of the id, because one engine
 * compares numbers only and both then need eight bytes for it; it never changes, so a page that ends between
 * equals goes on there. Of 1,000 updates of one moment, the chance that any two share it is 1 in 9 billion.
 */
export function tieOf(id: string): number {
  let [high, low] = [START, START];
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    high = mixed(high ^ unit, PRIMES.high);
    low = mixed(low ^ unit, PRIMES.low);
  }
  return (high >>> (32 - HIGH_BITS)) * 2 ** 32 + (low >>> 0);
}

/** FNV-1a (Fowler, Noll, Vo) twice, with a shift for what multiplying leaves alone: the lowest bits. */
const START = 0x811c9dc5;
/** FNV's own prime, and one with bits in other places. */
const PRIMES = { high: 0x01000193, low: 0x27d4eb2f };
/** With 32 others they make 52: one less than a double holds exactly. */
const HIGH_BITS = 20;

function mixed(bits: number, prime: number): number {
  const product = Math.imul(bits, prime);
  return product ^ (product >>> 15);
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
