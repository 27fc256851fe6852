import { REACHABLE, type FacetSearchResult, type SearchQuery, type SearchResult } from '../../query.ts';
import type { UpdateRecord } from '../../record.ts';
import { comesAfter, nextCursor } from '../cursor.ts';
import type { FacetQuery } from '../engine.ts';
import { facetList, holdsWords, toHistogram } from '../facet-list.ts';
import { highlight } from '../highlight.ts';
import { answerTo, type Answer } from './best-answer.ts';
import type { Column, Columns } from './columns.ts';
import { conditions } from './filter.ts';
import { relevanceSets } from './match.ts';
import { rank } from './rank.ts';
import type { Snapshot } from './snapshot.ts';
import { named, type Tally } from './tally.ts';

/** Answers a search from one state of the index: match, filter and count, rank, show. */
export function search(snapshot: Snapshot, query: SearchQuery): Omit<SearchResult, 'took'> {
  const { columns } = snapshot;
  const found = conditions(columns, query.filters);
  const answer = answerTo(snapshot, query, found);
  const groups = query.groupBy && groupsOf(columns, answer.found.matching);
  const total = groups ? groups.size : answer.found.matching.length;
  const reachable = Math.min(total, REACHABLE);
  const { shown, more } = page(snapshot, query, answer);
  const next = nextCursor(query, shown, more);
  return {
    total,
    ...(groups && { totalUpdates: answer.found.matching.length }),
    reachable,
    page: query.page,
    pages: Math.ceil(reachable / query.perPage),
    hits: shown.map((update) => ({
      update,
      ...highlight(update, answer.wording),
      ...(groups && { more: groups.get(update.documentId)! - 1 }),
    })),
    ...(next && { next }),
    facets: facetsOf(snapshot, query, answer.found),
    ...(query.histogram && {
      histogram: toHistogram(new Map(named(columns.clock, answer.found.clock)), query.histogram),
    }),
    corrected: answer.corrected,
    relaxed: answer.relaxed,
    suggested: answer.suggested,
    ignored: answer.wording.ignored,
    version: snapshot.version,
    degraded: false,
  };
}

/** Values of one facet that hold the typed words, counted under the same search. */
export function searchFacet(snapshot: Snapshot, query: FacetQuery): FacetSearchResult {
  const { facet, prefix, limit, filters } = query;
  const asked = { q: query.q, match: query.match, facets: [facet] };
  const { found: counted } = answerTo(snapshot, asked, conditions(snapshot.columns, filters));
  const values = [...named(snapshot.columns.facets[facet], counted.counts.get(facet)!)];
  const holding = values.filter(([value]) => holdsWords(value, prefix));
  const { all = [], any = [] } = filters.facets[facet] ?? {};
  const chosen = { all: [...all, ...any].filter((value) => holdsWords(value, prefix)) };
  return { total: holding.length, ...facetList(holding, chosen, limit) };
}

/** The asked hits, and whether others follow them. */
function page(
  snapshot: Snapshot,
  query: SearchQuery,
  answer: Answer,
): { shown: UpdateRecord[]; more: boolean } {
  const { db, columns } = snapshot;
  const start = query.cursor ? 0 : (query.page - 1) * query.perPage;
  const end = query.cursor ? query.perPage : Math.min(start + query.perPage, REACHABLE);
  const slots = inOrder(snapshot, query, answer, end);
  const read = db.prepare('SELECT record FROM updates WHERE row = ?');
  const record = (slot: number) =>
    JSON.parse(String(read.get(columns.rows[slot]!)?.['record'])) as UpdateRecord;
  return { shown: slots.slice(start, end).map(record), more: slots.length > end };
}

/** How many of the slots belong to each live blog. */
function groupsOf({ facets }: Columns, slots: readonly number[]): Map<string, number> {
  const groups = new Map<string, number>();
  for (const slot of slots) {
    const id = documentOf(facets.document, slot);
    groups.set(id, (groups.get(id) ?? 0) + 1);
  }
  return groups;
}

const documentOf = ({ names, values, starts }: Column, slot: number) => names[values[starts[slot]!]!]!;

/** Of slots in order, the first of each live blog. */
function firstOfEach(columns: Columns, slots: readonly number[]): number[] {
  const seen = new Set<string>();
  return slots.filter((slot) => seen.size < seen.add(documentOf(columns.facets.document, slot)).size);
}

function inOrder(snapshot: Snapshot, query: SearchQuery, answer: Answer, end: number): number[] {
  if (query.groupBy !== 'document') return ordered(snapshot, query, answer, end);
  return firstOfEach(snapshot.columns, ordered(snapshot, query, answer, answer.found.matching.length));
}

/** Matching slots in the asked order: of ranked ones the first `end`, else all that the cursor leaves. */
function ordered(snapshot: Snapshot, { sort, cursor }: SearchQuery, answer: Answer, end: number): number[] {
  const { matching } = answer.found;
  const isRanked = sort === 'relevance' && answer.wording.wanted.length > 0;
  if (isRanked) return rank(snapshot.columns, matching, relevanceSets(snapshot.db, answer.wording), end);
  const slots = sort === 'oldest' ? matching.toReversed() : matching;
  return cursor ? slots.filter((slot) => comesAfter(cursor, sort, placeOf(snapshot, slot))) : slots;
}

/** Only updates at the very place of a cursor are told apart by id, so only theirs is read. */
const placeOf = ({ db, columns }: Snapshot, slot: number) => ({
  order: columns.order[slot]!,
  get id() {
    return String(db.prepare('SELECT id FROM updates WHERE row = ?').get(columns.rows[slot]!)?.['id']);
  },
});

function facetsOf(
  { columns }: Snapshot,
  { filters, facetLimit }: SearchQuery,
  { counts }: Tally,
): SearchResult['facets'] {
  const lists = [...counts].map(([facet, counters]) => {
    const values = named(columns.facets[facet], counters);
    return [facet, facetList(values, filters.facets[facet], facetLimit)];
  });
  return Object.fromEntries(lists);
}
