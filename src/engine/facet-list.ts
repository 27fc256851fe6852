import { MAX_BUCKETS, HISTOGRAM_UNITS, type HistogramUnit } from '../limits.ts';
import type { FacetResult, FacetValue, Histogram } from '../query.ts';
import type { FacetChoice } from '../query.ts';

/**
 * The list of a facet: chosen values first in the counting (they stay even at 0), then the
 * `limit` highest counts, by count, then by name.
 */
export function facetList(
  counts: Iterable<readonly [string, number]>,
  choice: FacetChoice | undefined,
  limit: number,
): FacetResult {
  const chosen = new Set([...(choice?.all ?? []), ...(choice?.any ?? [])]);
  const missing = new Set(chosen);
  const values: FacetValue[] = [];
  for (const [value, count] of counts) {
    const selected = chosen.has(value);
    if (count > 0 || selected) values.push({ value, count, selected });
    missing.delete(value);
  }
  for (const value of missing) values.push({ value, count: 0, selected: true });
  values.sort(byCountThenName);
  return { exact: true, values: values.filter((v, rank) => rank < limit || v.selected) };
}

/** Ties in code point order, which is the same on every machine. */
const byCountThenName = (a: FacetValue, b: FacetValue) =>
  b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

const LENGTH: Record<HistogramUnit, number> = { hour: 13, day: 10, month: 7, year: 4 };

/**
 * Buckets of the blog's own clock, in order. `counts` are per hour (`2014-01-22T15`) or, where the
 * hour is unknown, per day; `auto` takes the finest unit that needs at most MAX_BUCKETS.
 */
export function toHistogram(counts: ReadonlyMap<string, number>, wish: 'auto' | HistogramUnit): Histogram {
  const units = wish === 'auto' ? HISTOGRAM_UNITS : [wish];
  for (const unit of units) {
    const buckets = new Map<string, number>();
    for (const [start, count] of counts) {
      const key = start.slice(0, LENGTH[unit]);
      buckets.set(key, (buckets.get(key) ?? 0) + count);
    }
    if (buckets.size <= MAX_BUCKETS || unit === units.at(-1)) {
      return { unit, buckets: [...buckets].sort().map(([start, count]) => ({ start, count })) };
    }
  }
  throw new RangeError(`no unit for a histogram: ${wish}`);
}
