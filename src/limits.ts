/** What a search may ask for. This file and facets.ts load nothing: engines need them in threads that start quickly. */
export const HISTOGRAM_UNITS = ['hour', 'day', 'month', 'year'] as const;
export type HistogramUnit = (typeof HISTOGRAM_UNITS)[number];

/** No page reaches deeper than this many hits; totals are exact all the same. */
export const REACHABLE = 10_000;
export const MAX_PER_PAGE = 100;
export const MAX_QUERY_LENGTH = 200;
/** `histogram=auto` picks the finest unit that needs no more buckets than this. */
export const MAX_BUCKETS = 200;
