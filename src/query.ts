import { z } from 'zod';
import { FACET_NAMES, type FacetName } from './facets.ts';
import { HISTOGRAM_UNITS, type HistogramUnit } from './limits.ts';
import { identifier, updateRecord } from './record.ts';

/**
 * What is chosen in one facet. `all` are the plain choices: an update about all of them where it can
 * have many values (people, places), one of them where it has a single one (day, publisher).
 */
export interface FacetChoice {
  all?: string[];
  any?: string[];
  not?: string[];
}

/** Degrees; where west lies east of east, the box reaches across the 180th meridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Centre in degrees, radius in kilometres. */
export interface Circle {
  lat: number;
  lng: number;
  radius: number;
}

export interface Filters {
  facets: Partial<Record<FacetName, FacetChoice>>;
  /** A bare day compares on the blog's own calendar, inclusive; a moment compares in time. */
  from?: string;
  to?: string;
  /** One of the update's points lies inside. */
  box?: Box;
  circle?: Circle;
}

/** A place in an order in time: right after the update with this `order` and id, even if that has gone since. */
export const cursor = z.strictObject({ order: z.int(), id: identifier });
export type Cursor = z.infer<typeof cursor>;

export interface SearchQuery {
  /** As typed; `query-text.ts` says what it means. */
  q: string;
  match: 'auto' | 'exact';
  filters: Filters;
  sort: 'relevance' | 'newest' | 'oldest';
  /** From 1; without meaning beside a cursor. */
  page: number;
  perPage: number;
  /** Instead of a page, with newest or oldest: the hits that follow it. Totals and counts are those of all hits. */
  cursor?: Cursor;
  /** One hit for each live blog: its best. */
  groupBy?: 'document';
  facets: FacetName[];
  facetLimit: number;
  histogram?: 'auto' | HistogramUnit;
  /** With the evidence of each hit; without it an engine may leave that out, because it is long. */
  evidence?: boolean;
}

const count = z.int().nonnegative();
export const facetName = z.enum(FACET_NAMES as [FacetName, ...FacetName[]]);

/** A piece of text that matches or doesn't; the pieces of a field in order are its text. Never HTML. */
export const segment = z.object({ text: z.string(), match: z.boolean() });
export type Segment = z.infer<typeof segment>;

export const facetValue = z.object({ value: z.string(), count, selected: z.boolean() });
export type FacetValue = z.infer<typeof facetValue>;

/** `exact`: no value with a higher count is missing. The counts themselves are always exact. */
export const facetResult = z.object({ exact: z.boolean(), values: z.array(facetValue) });
export type FacetResult = z.infer<typeof facetResult>;

export const histogram = z.object({
  unit: z.enum(HISTOGRAM_UNITS),
  buckets: z.array(z.object({ start: z.string(), count })),
});
export type Histogram = z.infer<typeof histogram>;

export const hit = z.object({
  update: updateRecord,
  highlight: z.object({ title: z.array(segment).optional() }),
  /** The paragraph that answers best, counted from 1 in `text`; absent where there is no text. */
  snippet: z.object({ paragraph: z.int().positive(), segments: z.array(segment) }).optional(),
  /** With groupBy: how many further updates of its live blog match. */
  more: count.optional(),
});
export type Hit = z.infer<typeof hit>;

export const correction = z.object({ typed: z.string(), found: z.array(z.string()) });
export type Correction = z.infer<typeof correction>;

/** A word that not every hit has: `title`: in the title of its live blog instead; `dropped`: no longer asked for. */
export const relaxed = z.object({ typed: z.string(), how: z.enum(['title', 'dropped']) });
export type Relaxed = z.infer<typeof relaxed>;

export const searchResult = z.object({
  /** Updates, or with groupBy live blogs. */
  total: count,
  /** With groupBy: the updates, which is what facets count. */
  totalUpdates: count.optional(),
  /** How many of them pages can reach. */
  reachable: count,
  page: z.int().positive(),
  pages: count,
  hits: z.array(hit),
  /** With newest or oldest: where the hits after these begin; absent after the last. */
  next: cursor.optional(),
  facets: z.partialRecord(facetName, facetResult),
  histogram: histogram.optional(),
  /** Words that matched nothing as typed, and the words that were searched instead. */
  corrected: z.array(correction),
  /** Words that the hits needn't have, because no update has all of them. */
  relaxed: z.array(relaxed),
  /** Words that few updates have, and close ones that many have: perhaps those were meant. */
  suggested: z.array(correction),
  /** Words after the tenth, which don't count. */
  ignored: z.array(z.string()),
  /** Changes with every write. */
  version: z.string(),
  /** The engine ran out of time and cut the search short. */
  degraded: z.boolean(),
  /** Milliseconds. */
  took: z.number(),
});
export type SearchResult = z.infer<typeof searchResult>;

export const facetSearchResult = facetResult.extend({ total: count });
export type FacetSearchResult = z.infer<typeof facetSearchResult>;
