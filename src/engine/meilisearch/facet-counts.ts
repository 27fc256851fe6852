import { HISTOGRAM_UNITS, MAX_BUCKETS, type HistogramUnit } from '../../limits.ts';
import type { SearchQuery } from '../../query.ts';
import type { FacetName } from '../../facets.ts';

export const facetField = (facet: FacetName) => `facet.${facet}`;

export type Count = [value: string, count: number];

/** Values with their counts. Of an object with hundreds of them, the entries take twice as long as the keys. */
export const countsOf = (distribution: Readonly<Record<string, number>> = {}): Count[] =>
  Object.keys(distribution).map((value) => [value, distribution[value]!]);

/** The field that counts each unit on the blog's own clock; where the hour is unknown, `clock` holds the day. */
const UNIT_FIELD: Record<HistogramUnit, string> = {
  hour: 'clock',
  day: facetField('day'),
  month: facetField('month'),
  year: facetField('year'),
};

/** The units that a histogram may have to show, with the fields that count them. */
export const unitFields = (wish: 'auto' | HistogramUnit): [HistogramUnit, string][] =>
  (wish === 'auto' ? HISTOGRAM_UNITS : [wish]).map((unit) => [unit, UNIT_FIELD[unit]]);

/**
 * The fields that are counted, each with how many of its values an answer shows; Infinity where it needs
 * all of them: a count that was cut off would be taken for none.
 */
export function neededCounts(
  question: Pick<SearchQuery, 'facets' | 'facetLimit' | 'filters' | 'histogram'>,
): Map<string, number> {
  const { facets, facetLimit, filters, histogram } = question;
  const needed = new Map<string, number>();
  const need = (field: string, values: number) => needed.set(field, Math.max(values, needed.get(field) ?? 0));
  for (const facet of facets) need(facetField(facet), filters.facets[facet]?.any ? Infinity : facetLimit);
  if (histogram === 'auto') for (const [, field] of unitFields(histogram)) need(field, 0);
  else if (histogram) need(UNIT_FIELD[histogram], Infinity);
  return needed;
}

/**
 * A search may leave out the values of a field after these, the highest counts. More than a list shows,
 * so that those with equal counts, which are sorted by name, are seldom parted; and more than `auto` may
 * have buckets, so that a unit that could be shown is never cut.
 */
export const FIRST_VALUES = Math.max(500, MAX_BUCKETS + 1);

/** Do these counts, of which those after the first `cap` are missing, hold the `shown` highest and all that equal them? */
export function holdFirst(counts: readonly Count[], shown: number, cap: number): boolean {
  if (counts.length < cap || shown === 0) return true;
  if (shown >= counts.length) return false;
  const sorted = counts.map(([, count]) => count).sort((a, b) => b - a);
  return sorted[shown - 1]! > sorted.at(-1)!;
}
