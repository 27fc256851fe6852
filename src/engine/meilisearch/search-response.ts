import type { SearchResponse } from 'meilisearch';
import { MAX_BUCKETS, REACHABLE, type HistogramUnit } from '../../limits.ts';
import type {
  FacetResult,
  FacetSearchResult,
  Filters,
  Histogram,
  SearchQuery,
  SearchResult,
} from '../../query.ts';
import type { FacetName } from '../../facets.ts';
import type { UpdateRecord } from '../../record.ts';
import type { BestAnswer } from '../best-answer.ts';
import { nextCursor } from '../cursor.ts';
import type { FacetQuery } from '../engine.ts';
import { facetList, toHistogram } from '../facet-list.ts';
import { holding } from '../held-words.ts';
import { highlight } from '../highlight.ts';
import { decode, encode } from './facet-value.ts';
import { countsOf, facetField, holdFirst, unitFields, type Count } from './facet-counts.ts';
import { MAX_FACET_VALUES, SEARCH_CUTOFF_MS } from './settings.ts';
import { fromStoredUpdate, type StoredUpdate } from './stored-update.ts';

/** What of an answer counts; an index that isn't there yet answers like an empty one. */
export type Response = Pick<
  SearchResponse<StoredUpdate, { page: number }>,
  'hits' | 'totalHits' | 'facetDistribution' | 'processingTimeMs'
>;

export const NOTHING: Response = { hits: [], totalHits: 0, processingTimeMs: 0 };

/** The server's answers to one wording of a question. */
export interface Responses {
  main: Response;
  /** The hits where they were asked for apart: after a cursor (one more than asked for where more follow), in groups. */
  page?: Response;
  /** With groups: how many updates those of the page have. */
  sizes?: Response;
  /** Counts of facets without their own choice. */
  sides: Map<FacetName, Response>;
}
export type Answer = BestAnswer<Responses>;

export function toSearchResult(query: SearchQuery, answer: Answer): Omit<SearchResult, 'version' | 'took'> {
  const { found, wording, corrected, relaxed, suggested } = answer;
  const { main, page, sides } = found;
  const { groupBy } = query;
  const total = (groupBy ? page! : main).totalHits;
  const reachable = Math.min(total, REACHABLE);
  const { shown, more } = hitsOf(query, found);
  const next = nextCursor(query, shown, more);
  return {
    total,
    ...(groupBy && { totalUpdates: main.totalHits }),
    reachable,
    page: query.page,
    pages: Math.ceil(reachable / query.perPage),
    hits: shown.map((update) => ({
      update,
      ...highlight(update, wording),
      ...(groupBy && { more: sizeOfGroup(found, update) - 1 }),
    })),
    ...(next && { next }),
    facets: Object.fromEntries(query.facets.map((facet) => [facet, facetOf(query, found, facet)])),
    ...(query.histogram && { histogram: histogramOf(main, query.histogram) }),
    corrected,
    relaxed,
    suggested,
    ignored: wording.ignored,
    degraded: [main, ...(page ? [page] : []), ...sides.values()].some(
      ({ processingTimeMs }) => processingTimeMs >= SEARCH_CUTOFF_MS,
    ),
  };
}

/** A live blog that went between page and sizes, while writes kept coming, has at least the update that is shown. */
const sizeOfGroup = ({ sizes }: Responses, { documentId }: UpdateRecord): number =>
  sizes?.facetDistribution?.[facetField('document')]?.[encode(documentId)] ?? 1;

function hitsOf({ cursor, page, perPage }: SearchQuery, { main, page: own }: Responses) {
  const { hits, totalHits } = own ?? main;
  const shown = hits.slice(0, perPage).map(fromStoredUpdate);
  return { shown, more: cursor ? hits.length > perPage : totalHits > page * perPage };
}

/** Values of one facet that hold the typed words. */
export function toFacetSearchResult(
  { facet, filters, prefix, limit }: FacetQuery,
  { found }: Answer,
): FacetSearchResult {
  const counted = countedIn(found, facet);
  const chosen = choices(filters, facet);
  const isMeant = holding(prefix);
  const meant = counted.map(shownBeside(chosen)).filter(([value]) => isMeant(value));
  const all = [...chosen.values()].filter(isMeant);
  return { ...facetList(meant, { all }, limit), exact: isComplete(counted), total: meant.length };
}

function facetOf({ filters, facetLimit }: SearchQuery, found: Responses, facet: FacetName): FacetResult {
  const counted = countedIn(found, facet);
  const chosen = choices(filters, facet);
  const shown = highest(counted, chosen, facetLimit).map(shownBeside(chosen));
  const needed = filters.facets[facet]?.any ? Infinity : facetLimit;
  const exact = holdFirst(counted, needed, MAX_FACET_VALUES);
  return { ...facetList(shown, { all: [...chosen.values()] }, facetLimit), exact };
}

const countedIn = ({ main, sides }: Responses, facet: FacetName): Count[] =>
  countsOf((sides.get(facet) ?? main).facetDistribution?.[facetField(facet)]);

const isComplete = (counted: Count[]) => counted.length < MAX_FACET_VALUES;

/** The chosen values by what the server calls them. */
const choices = ({ facets }: Filters, facet: FacetName): ReadonlyMap<string, string> =>
  new Map(
    [...(facets[facet]?.all ?? []), ...(facets[facet]?.any ?? [])].map((value) => [encode(value), value]),
  );

/** Counts with the values as they are; a chosen one as it was chosen, also where the server's is cut short. */
const shownBeside =
  (chosen: ReadonlyMap<string, string>) =>
  ([value, count]: Count): Count => [chosen.get(value) ?? decode(value), count];

/** What a list of `limit` can show: decoding thousands of values that it can't would take longer than the search. */
function highest(counted: Count[], chosen: ReadonlyMap<string, string>, limit: number): Count[] {
  const lowest = counted.map(([, count]) => count).sort((a, b) => b - a)[limit - 1] ?? 0;
  return counted.filter(([value, count]) => count >= lowest || chosen.has(value));
}

/** `auto` asks for the counts of every unit, of which those with too many buckets may have been cut. */
function histogramOf({ facetDistribution }: Response, wish: 'auto' | HistogramUnit): Histogram {
  const units = unitFields(wish).map(([unit, field]) => ({
    unit,
    counted: countsOf(facetDistribution?.[field]),
  }));
  const fitting = units.find(({ counted }) => counted.length <= MAX_BUCKETS) ?? units.at(-1)!;
  return toHistogram(new Map(fitting.counted.map(([start, count]) => [decode(start), count])), fitting.unit);
}
