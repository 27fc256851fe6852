import { REACHABLE } from '../../limits.ts';
import type { Cursor, FacetSearchResult, SearchQuery } from '../../query.ts';
import { newerFirst, placeOf } from '../cursor.ts';
import type { FacetQuery } from '../engine.ts';
import { facetList, toHistogram } from '../facet-list.ts';
import { holding } from '../held-words.ts';
import { answerTo, type Answer } from './best-answer.ts';
import { onlyValue, type Columns } from './columns.ts';
import { counterOf } from './counts.ts';
import { countFacet, listFacets, named } from './facets.ts';
import { conditions } from './filter.ts';
import { kept } from './lists.ts';
import { rank } from './rank.ts';
import { readUpdate } from './updates.ts';
import { relevance } from './relevance.ts';
import type { Found } from './found.ts';
import type { Snapshot } from './snapshot.ts';

/** Answers a search from one state of the index: match, filter and count, rank. */
export function search(snapshot: Snapshot, query: SearchQuery): Found {
  const { columns } = snapshot;
  const found = conditions(columns, query.filters);
  const answer = answerTo(snapshot, query, found);
  const groups = query.groupBy && groupsOf(columns, answer.found.matching);
  const total = groups ? groups.size : answer.found.matching.length;
  const reachable = Math.min(total, REACHABLE);
  const { slots, goesOn } = page(snapshot, query, answer);
  return {
    total,
    ...(groups && { totalUpdates: answer.found.matching.length }),
    reachable,
    page: query.page,
    pages: Math.ceil(reachable / query.perPage),
    updates: slots.map((slot) => readUpdate(snapshot, slot, query.evidence ?? false)),
    ...(groups && { more: slots.map((slot) => groups.get(onlyValue(columns.facets.document, slot))! - 1) }),
    goesOn,
    facets: listFacets(columns, answer.found, query),
    ...(query.histogram && {
      histogram: toHistogram(hoursOf(columns, answer.found.matching), query.histogram),
    }),
    corrected: answer.corrected,
    relaxed: answer.relaxed,
    suggested: answer.suggested,
    wording: answer.wording,
    version: snapshot.version,
    degraded: false,
  };
}

/** Values of one facet that hold the typed words, counted under the same search. */
export function searchFacet(snapshot: Snapshot, query: FacetQuery): FacetSearchResult {
  const { facet, prefix, limit, filters } = query;
  const { columns } = snapshot;
  const { found: counted } = answerTo(snapshot, query, conditions(columns, filters));
  const counts = countFacet(columns, counted, facet);
  const isMeant = holding(prefix);
  const meant = named(columns.facets[facet], counts).filter(([value]) => isMeant(value));
  const { all = [], any = [] } = filters.facets[facet] ?? {};
  const chosen = { all: [...all, ...any].filter(isMeant) };
  return { total: meant.length, ...facetList(meant, chosen, limit) };
}

/** The slots of the asked hits, and whether others follow them. */
function page(snapshot: Snapshot, query: SearchQuery, answer: Answer): { slots: number[]; goesOn: boolean } {
  const start = query.cursor ? 0 : (query.page - 1) * query.perPage;
  const end = query.cursor ? query.perPage : Math.min(start + query.perPage, REACHABLE);
  const slots = inOrder(snapshot, query, answer, end);
  return { slots: slots.slice(start, end), goesOn: slots.length > end };
}

/** Matching updates per hour, or per day where no hour is known. */
const hoursOf = (columns: Columns, matching: Uint32Array) =>
  new Map(named(columns.clock, counterOf(columns, matching)(columns.clock)));

/** How many of the slots belong to each live blog. */
function groupsOf({ facets }: Columns, slots: Uint32Array): Map<string, number> {
  const groups = new Map<string, number>();
  for (const slot of slots) {
    const id = onlyValue(facets.document, slot);
    groups.set(id, (groups.get(id) ?? 0) + 1);
  }
  return groups;
}

/** Of slots in order, the first of each live blog. */
function firstOfEach(columns: Columns, slots: readonly number[]): number[] {
  const seen = new Set<string>();
  return slots.filter((slot) => seen.size < seen.add(onlyValue(columns.facets.document, slot)).size);
}

function inOrder(snapshot: Snapshot, query: SearchQuery, answer: Answer, end: number): number[] {
  if (query.groupBy !== 'document') return ordered(snapshot, query, answer, end);
  return firstOfEach(snapshot.columns, ordered(snapshot, query, answer, answer.found.matching.length));
}

/** Matching slots in the asked order, from the cursor on: the first `end`, and one more that says whether others follow. */
function ordered(snapshot: Snapshot, { sort, cursor }: SearchQuery, answer: Answer, end: number): number[] {
  const { matching } = answer.found;
  if (sort === 'relevance' && answer.wording.wanted.length > 0) {
    const criteria = relevance(snapshot, answer.wording, matching);
    return rank(snapshot.columns, matching, criteria, end + 1);
  }
  const slots = sort === 'oldest' ? matching.toReversed() : matching;
  const following = cursor ? kept(slots, follows(snapshot.columns, sort, cursor)) : slots;
  return Array.from(following.subarray(0, end + 1));
}

/** Does a slot come after the cursor? Updates that arrive meanwhile can't move it. */
function follows({ order, ties }: Columns, sort: SearchQuery['sort'], cursor: Cursor) {
  const [from, sign] = [placeOf(cursor), sort === 'oldest' ? -1 : 1];
  return (slot: number) => sign * newerFirst(from, { order: order[slot]!, tie: ties[slot]! }) < 0;
}
