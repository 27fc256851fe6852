import type { Settings } from 'meilisearch';
import { REACHABLE } from '../../limits.ts';
import { ONE_TYPO_FROM, TWO_TYPOS_FROM } from '../search-settings.ts';

/** A facet with more values than this is counted incompletely (and says so: `exact: false`). */
export const MAX_FACET_VALUES = 20_000;

/** A search that takes longer is cut short by the server, which doesn't say so in its answer. */
export const SEARCH_CUTOFF_MS = 1500;

const filterable = (pattern: string, feature: 'equality' | 'comparison') => ({
  attributePatterns: [pattern],
  features: {
    facetSearch: false,
    filter: { equality: feature === 'equality', comparison: feature === 'comparison' },
  },
});

/** The server's typos decide which near words it offers (near-words.ts); which of them is taken, typo.ts says. */
const TYPO_TOLERANCE = {
  enabled: true,
  minWordSizeForTypos: { oneTypo: ONE_TYPO_FROM, twoTypos: TWO_TYPOS_FROM },
  disableOnNumbers: true,
  disableOnWords: [],
  disableOnAttributes: [],
};

/** Words arrive as words.ts made them. What somebody else set on the server would part or replace them again. */
const WORDS_AS_THEY_ARE = {
  stopWords: [],
  synonyms: {},
  dictionary: [],
  separatorTokens: [],
  nonSeparatorTokens: [],
};

/** How the updates are indexed: the only place that says so. */
export const UPDATE_SETTINGS: Settings = {
  // The folded words of a record; see stored-update.ts.
  searchableAttributes: ['searchTitle', 'searchText', 'searchMedia'],
  // Typos stay on for looking up near words in the vocabulary (near-words.ts). Searches must not feel
  // them; search-request.ts sees to that. (`disableOnAttributes` would, but then a beginning counts
  // only its first 1,000 words: `p` found 18,102 of 48,756 news items.)
  typoTolerance: TYPO_TOLERANCE,
  ...WORDS_AS_THEY_ARE,
  rankingRules: [
    'sort',
    'words',
    'typo',
    'attributeRank',
    'proximity',
    'exactness',
    'summary:asc',
    'order:desc',
    'tie:desc',
  ],
  filterableAttributes: [
    filterable('facet.*', 'equality'),
    filterable('clock', 'equality'),
    filterable('dayNumber', 'comparison'),
    filterable('publishedTs', 'comparison'),
    filterable('order', 'comparison'),
    filterable('tie', 'comparison'),
    '_geojson',
    {
      attributePatterns: ['vocabulary'],
      features: { facetSearch: true, filter: { equality: true, comparison: false } },
    },
  ],
  sortableAttributes: ['order', 'tie'],
  faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: REACHABLE },
  searchCutoffMs: SEARCH_CUTOFF_MS,
};

/** How the list of live blogs is indexed. */
export const DOCUMENT_SETTINGS: Settings = {
  searchableAttributes: ['searchText'],
  typoTolerance: { enabled: false },
  rankingRules: ['sort', 'words'],
  sortableAttributes: ['lastTs', 'sortKey'],
  // A list of live blogs is asked for as a whole.
  pagination: { maxTotalHits: 1_000_000 },
};

/** How the entities are indexed. Typos are forgiven as they are in the updates. */
export const ENTITY_SETTINGS: Settings = {
  searchableAttributes: ['searchNames'],
  typoTolerance: TYPO_TOLERANCE,
  ...WORDS_AS_THEY_ARE,
  rankingRules: ['words', 'typo', 'updateCount:desc'],
  filterableAttributes: [filterable('type', 'equality')],
};

/** Do the server's settings say all that ours say? It adds defaults and may reorder lists that are sets. */
export function saysAll(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return Object.is(actual, wanted);
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(wanted) && wanted.length !== (actual as unknown[]).length) return false;
  // Of what should be empty, everything is a difference.
  if (Object.keys(wanted).length === 0 && Object.keys(actual).length > 0) return false;
  return Object.entries(wanted).every(([key, value]) =>
    saysAll((actual as Record<string, unknown>)[key], value),
  );
}
