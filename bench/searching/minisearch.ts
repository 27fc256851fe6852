import MiniSearch, { type SearchResult } from 'minisearch';
import { highlight } from '../../src/engine/highlight.ts';
import { typosAllowed } from '../../src/engine/typo.ts';
import { wording } from '../../src/engine/wording.ts';
import { words } from '../../src/engine/words.ts';
import type { SearchQuery } from '../../src/query.ts';
import { facetValues, type FacetName } from '../../src/facets.ts';
import type { UpdateRecord } from '../../src/record.ts';
import type { Contender } from './contenders.ts';

/** MiniSearch with the same words and typo rules, title before text, all words required; facets counted naively. */
export function minisearch(): Contender {
  const records = new Map<string, UpdateRecord>();
  const index = new MiniSearch<UpdateRecord>({
    fields: ['title', 'text'],
    tokenize: words,
    processTerm: (word) => word,
  });
  return {
    name: 'MiniSearch',
    async load(documents) {
      for await (const { records: own } of documents) {
        for (const record of own) records.set(record.id, record);
        index.addAll(own);
      }
    },
    async search(query) {
      const found =
        query.q === ''
          ? index.search(MiniSearch.wildcard, filtered(records, query))
          : index.search(query.q, options(records, query));
      countFacets(found, records, query.facets);
      const hits = found.slice(0, query.perPage).map(({ id }) => records.get(id as string)!);
      for (const hit of hits) highlight(hit, wording(query.q));
      return hits.map(({ id }) => id);
    },
    size: async () => index.documentCount,
    close: async () => index.removeAll(),
  };
}

function options(records: ReadonlyMap<string, UpdateRecord>, query: SearchQuery) {
  const open = !query.q.endsWith(' ');
  return {
    ...filtered(records, query),
    combineWith: 'AND' as const,
    boost: { title: 2 },
    fuzzy: (word: string) => typosAllowed(word) || false,
    prefix: (_: string, i: number, all: string[]) => open && i === all.length - 1,
  };
}

const filtered = (records: ReadonlyMap<string, UpdateRecord>, { filters }: SearchQuery) => ({
  filter: ({ id }: SearchResult) =>
    Object.entries(filters.facets).every(([facet, { all = [] }]) =>
      all.every((value) => facetValues(records.get(id as string)!, facet as FacetName).includes(value)),
    ),
});

function countFacets(found: SearchResult[], records: ReadonlyMap<string, UpdateRecord>, facets: FacetName[]) {
  return facets.map((facet) => {
    const counts = new Map<string, number>();
    for (const { id } of found)
      for (const value of facetValues(records.get(id as string)!, facet))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10);
  });
}
