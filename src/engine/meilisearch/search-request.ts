import type { SearchParams } from 'meilisearch';
import type { Cursor, SearchQuery } from '../../query.ts';
import type { FacetName } from '../../facets.ts';
import { placeOf } from '../cursor.ts';
import type { Term, Wording } from '../wording.ts';
import { facetField, neededCounts } from './facet-counts.ts';
import { RECORD_FIELDS } from './stored-update.ts';
import { facetIsOneOf, filterExpressions, liftable, quote } from './filters.ts';

/** What a search asks of the index, as far as the server is concerned. */
export type Question = Pick<
  SearchQuery,
  | 'q'
  | 'match'
  | 'filters'
  | 'sort'
  | 'page'
  | 'perPage'
  | 'cursor'
  | 'groupBy'
  | 'facets'
  | 'facetLimit'
  | 'histogram'
  | 'evidence'
>;

/** One request for the hits and the counts that feel every filter. */
export function mainRequest(question: Question, wording: Wording): SearchParams {
  return {
    ...matching(wording),
    filter: [...wordFilters(wording), ...filterExpressions(question.filters)],
    // Totals and counts are exact only with page and hitsPerPage.
    page: hasOwnHits(question) ? question.page : 1,
    hitsPerPage: hasOwnHits(question) ? question.perPage : 0,
    attributesToRetrieve: shownFields(question),
    facets: [...neededCounts(question).keys()],
    ...sortOrder(question, wording),
  };
}

const shownFields = ({ evidence }: Question): string[] => (evidence ? [...RECORD_FIELDS] : ['record']);

/** Are the hits those of the main request? After a cursor and in groups they are asked for apart. */
const hasOwnHits = ({ cursor, groupBy }: Question) => !cursor && !groupBy;

/** One hit for each live blog; the server then counts groups, so everything else is counted in the main request. */
export function groupRequest(question: Question, wording: Wording): SearchParams | undefined {
  const { groupBy, page, perPage } = question;
  if (!groupBy) return undefined;
  const { facets: _, ...request } = mainRequest(question, wording);
  return { ...request, page, hitsPerPage: perPage, distinct: facetField(groupBy) };
}

/** For a page of groups: how many updates of each of its live blogs the search finds. */
export function groupSizesRequest(
  question: Question,
  wording: Wording,
  documents: readonly string[],
): SearchParams {
  const { filters } = question;
  const ofPage = facetIsOneOf('document', documents);
  return {
    ...matching(wording),
    filter: [...wordFilters(wording), ...filterExpressions(filters), ofPage],
    page: 1,
    hitsPerPage: 0,
    facets: [facetField('document')],
  };
}

/** The hits after a cursor; one further hit tells whether more follow. */
export function cursorRequest(question: Question, wording: Wording): SearchParams | undefined {
  const { cursor, filters, perPage } = question;
  if (!cursor) return undefined;
  return {
    ...matching(wording),
    filter: [...wordFilters(wording), ...filterExpressions(filters), beyond(question.sort, cursor)],
    page: 1,
    hitsPerPage: perPage + 1,
    attributesToRetrieve: shownFields(question),
    ...sortOrder(question, wording),
  };
}

/** After the cursor in time, or at its moment and after its tie. Ids themselves can't be compared: their case is folded. */
function beyond(sort: SearchQuery['sort'], cursor: Cursor): string {
  const { order, tie } = placeOf(cursor);
  const after = sort === 'oldest' ? '>' : '<';
  return `(order ${after} ${order} OR (order ${order} TO ${order} AND tie ${after} ${tie}))`;
}

/** For each asked facet that is chosen in with OR: a request that counts it without its own choice. */
export function sideRequests({ filters, facets }: Question, wording: Wording): Map<FacetName, SearchParams> {
  const request = (facet: FacetName): SearchParams => ({
    ...matching(wording),
    filter: [...wordFilters(wording), ...filterExpressions(filters, facet)],
    page: 1,
    hitsPerPage: 0,
    facets: [facetField(facet)],
  });
  return new Map(liftable(filters, facets).map((facet) => [facet, request(facet)]));
}

/** What must match. Updates are also filtered by `wordFilters`, which the other collections can't be. */
export const matching = (wording: Wording) => ({
  q: queryText(wording),
  matchingStrategy: 'all' as const,
});

/**
 * The words as the server reads them. Quoted words match whole; only an open last word is a
 * beginning. Exclusions stand first: the server drops those that follow too many words.
 */
export function queryText(wording: Wording): string {
  const { wanted, excluded } = wording;
  const open = openWord(wording) !== undefined;
  return [
    ...excluded.map((term) => `-${quoted(term)}`),
    ...wanted.map((term, i) => (open && i === wanted.length - 1 ? openTerm(term) : quoted(term))),
  ].join(' ');
}

const quoted = (term: Term) => `"${term.join(' ')}"`;

/** No phrase can end in a beginning: of `al-Ass`, `al` is matched whole and `ass` as a beginning, anywhere. */
const openTerm = (term: Term) => [...term.slice(0, -1).map((word) => quoted([word])), term.at(-1)].join(' ');

/** The last word if it may be a beginning. */
const openWord = ({ wanted, open }: Wording): string | undefined =>
  open ? wanted.at(-1)?.at(-1) : undefined;

/**
 * The server forgives typos in an open word, and splits it (`livestream`, `live stream`); both would make
 * totals lie. So a filter asks for what was typed: a word that begins like this.
 */
export function wordFilters(wording: Wording): string[] {
  const word = openWord(wording);
  return [
    ...(word === undefined ? [] : [stands(word, true)]),
    ...(wording.titled ?? []).map(suppliedByTitle),
  ];
}

const stands = (word: string, open: boolean) => `vocabulary ${open ? 'STARTS WITH' : '='} ${quote(word)}`;

/** The word stands in the update, or in the title of its live blog. */
const suppliedByTitle = ({ word, open, documents }: NonNullable<Wording['titled']>[number]) =>
  `(${stands(word, open)} OR ${facetIsOneOf('document', documents)})`;

/** Relevance without words is the newest first. */
function sortOrder({ sort }: Question, { wanted }: Wording): Pick<SearchParams, 'sort'> {
  if (sort === 'oldest') return { sort: ['order:asc', 'tie:asc'] };
  return sort === 'newest' || wanted.length === 0 ? { sort: ['order:desc', 'tie:desc'] } : {};
}
