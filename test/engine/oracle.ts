import type { FacetChoice, SearchQuery } from '../../src/query.ts';
import { FACETS, facetValues, type FacetName, type UpdateRecord } from '../../src/record.ts';

/**
 * The contract by brute force, as short as it can be: which records a query without typos finds, and
 * what a facet counts. Queries hold plain words only.
 */
export function find(records: UpdateRecord[], { q, filters, sort }: SearchQuery): UpdateRecord[] {
  const found = records.filter((record) => hasWords(record, q) && passes(record, filters.facets));
  const sign = sort === 'oldest' ? 1 : -1;
  return found.sort((a, b) => sign * (a.order - b.order));
}

/** `count(v)`: the total after choosing `v`, added to the other choices or, in a facet with one value, alone. */
export function countOf(
  records: UpdateRecord[],
  query: SearchQuery,
  facet: FacetName,
  value: string,
): number {
  const before = query.filters.facets[facet] ?? {};
  const all = FACETS[facet].values === 'many' ? [...(before.all ?? []), value] : [value];
  return find(records, {
    ...query,
    filters: { facets: { ...query.filters.facets, [facet]: { ...before, all } } },
  }).length;
}

function hasWords({ title = '', text, media = [] }: UpdateRecord, q: string): boolean {
  const own = `${title} ${text} ${media.map((m) => m.text).join(' ')}`.split(/[^a-z]+/);
  return q
    .split(' ')
    .filter(Boolean)
    .every((word, i, all) =>
      own.some((o) => (i === all.length - 1 && !q.endsWith(' ') ? o.startsWith(word) : o === word)),
    );
}

function passes(record: UpdateRecord, facets: SearchQuery['filters']['facets']): boolean {
  return (Object.entries(facets) as [FacetName, FacetChoice][]).every(
    ([facet, { all = [], any = [], not = [] }]) => {
      const own = facetValues(record, facet);
      const has = (value: string) => own.includes(value);
      const plain = all.length === 0 || (FACETS[facet].values === 'many' ? all.every(has) : all.some(has));
      return plain && (any.length === 0 || any.some(has)) && !not.some(has);
    },
  );
}
