import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { SearchQuery } from '../../src/query.ts';
import type { FacetName } from '../../src/facets.ts';

const SHARED = join(import.meta.dirname, '../../../shared');

/** One to four words of a title, a third misspelt, a third filtered; the answer is the update with this id. */
export interface KnownItem {
  q: string;
  filter: Partial<Record<FacetName, string>>;
  id: string;
  misspelt: boolean;
}

export const knownItems = (seed: number, count: number): KnownItem[] =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        join(SHARED, 'score/known-items.mjs'),
        join(SHARED, 'corpus/bench/news-60k.ndjson.gz'),
        String(seed),
        String(count),
      ],
      { encoding: 'utf8' },
    ),
  ) as KnownItem[];

/** Every facet that a search page could show. */
export const SHOWN: FacetName[] = [
  'person',
  'organization',
  'credit',
  'speaker',
  'place',
  'country',
  'publisher',
  'document',
  'kind',
  'language',
  'year',
  'month',
  'day',
];

/** A first page of twenty with all facets, ten values each. */
export const toQuery = (q: string, filter: KnownItem['filter'] = {}): SearchQuery => ({
  q,
  match: 'auto',
  filters: {
    facets: Object.fromEntries(Object.entries(filter).map(([facet, value]) => [facet, { all: [value] }])),
  },
  sort: q === '' ? 'newest' : 'relevance',
  page: 1,
  perPage: 20,
  facets: SHOWN,
  facetLimit: 10,
});

/** A query as it grows while it is typed, letter by letter. */
export const keystrokes = (q: string): string[] =>
  Array.from(q, (_, i) => q.slice(0, i + 1)).filter((part) => !part.endsWith(' '));
