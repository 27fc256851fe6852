import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/engine/meilisearch/facet-value.ts';
import {
  NOTHING,
  toFacetSearchResult,
  toSearchResult,
  type Answer,
  type Response,
  type Responses,
} from '../../../src/engine/meilisearch/search-response.ts';
import { MAX_FACET_VALUES, SEARCH_CUTOFF_MS } from '../../../src/engine/meilisearch/settings.ts';
import { toStoredUpdate } from '../../../src/engine/meilisearch/stored-update.ts';
import { wording } from '../../../src/engine/wording.ts';
import { query, record } from '../records.ts';

const answer = (
  main: Partial<Response>,
  { sides = new Map(), q = '' }: { sides?: Responses['sides']; q?: string } = {},
): Answer => ({
  found: { main: { ...NOTHING, ...main }, sides },
  wording: wording(q),
  corrected: [],
  relaxed: [],
  suggested: [],
});

describe('search', () => {
  test('hits are the records as they were written, with highlights', () => {
    const talks = record('a', { title: 'Peace talks', persons: ['Ada One'] });
    const main = { hits: [toStoredUpdate(talks)] as Response['hits'], totalHits: 1 };
    const { hits } = toSearchResult(query(), answer(main, { q: 'talks ' }));
    expect(hits).toEqual([
      {
        update: talks,
        highlight: {
          title: [
            { text: 'Peace ', match: false },
            { text: 'talks', match: true },
          ],
        },
      },
    ]);
  });
  test('the total is exact beyond what pages reach', () => {
    const result = toSearchResult(query({ perPage: 20 }), answer({ totalHits: 12_345 }));
    expect(result).toMatchObject({ total: 12_345, reachable: 10_000, pages: 500 });
  });
  test('facets come decoded, from their own request where there is one', () => {
    const main = {
      facetDistribution: { 'facet.person': { [encode('Ada One')]: 2 }, 'facet.year': { 2014: 1 } },
    };
    const sides = new Map([
      ['year' as const, { ...NOTHING, facetDistribution: { 'facet.year': { 2014: 1, 2013: 4 } } }],
    ]);
    const asked = query({ facets: ['person', 'year'], filters: { facets: { year: { all: ['2014'] } } } });
    expect(toSearchResult(asked, answer(main, { sides })).facets).toEqual({
      person: { exact: true, values: [{ value: 'Ada One', count: 2, selected: false }] },
      year: {
        exact: true,
        values: [
          { value: '2013', count: 4, selected: false },
          { value: '2014', count: 1, selected: true },
        ],
      },
    });
  });
  test('a chosen value that is too long for the server stands in the list once, as it was chosen', () => {
    const long = 'Ж'.repeat(300);
    const main = { facetDistribution: { 'facet.person': { [encode(long)]: 3, ada: 1 } } };
    const asked = query({ facets: ['person'], filters: { facets: { person: { all: [long] } } } });
    const values = [
      { value: long, count: 3, selected: true },
      { value: 'ada', count: 1, selected: false },
    ];
    expect(toSearchResult(asked, answer(main)).facets.person?.values).toEqual(values);
    const inside = { ...asked, facet: 'person' as const, prefix: 'жж', limit: 10 };
    expect(toFacetSearchResult(inside, answer(main)).values).toEqual([values[0]]);
  });
  test('a list that the server cut is not exact', () => {
    const counts = Object.fromEntries(Array.from({ length: MAX_FACET_VALUES }, (_, i) => [`v${i}`, 1]));
    const { facets } = toSearchResult(
      query({ facets: ['person'] }),
      answer({ facetDistribution: { 'facet.person': counts } }),
    );
    expect(facets.person?.exact).toBe(false);
  });
  test('a group says how many more it has, also under an id too long for a facet value', () => {
    const id = 'LIVE-'.repeat(25);
    const best = toStoredUpdate(record('a', { documentId: id }));
    const grouped = answer({ totalHits: 9 });
    grouped.found.page = { ...NOTHING, hits: [best] as Response['hits'], totalHits: 1 };
    grouped.found.sizes = { ...NOTHING, facetDistribution: { 'facet.document': { [encode(id)]: 7 } } };
    const { total, totalUpdates, hits } = toSearchResult(query({ groupBy: 'document' }), grouped);
    expect([total, totalUpdates, hits[0]!.more]).toEqual([1, 9, 6]);
  });
  test('a search that took as long as it may was cut short', () => {
    expect(toSearchResult(query(), answer({ processingTimeMs: SEARCH_CUTOFF_MS })).degraded).toBe(true);
    expect(toSearchResult(query(), answer({ processingTimeMs: 3 })).degraded).toBe(false);
    // Hits that were asked for apart are the ones whose order is cut short.
    const grouped = answer({ processingTimeMs: 3 });
    grouped.found.page = { ...NOTHING, processingTimeMs: SEARCH_CUTOFF_MS };
    expect(toSearchResult(query({ groupBy: 'document' }), grouped).degraded).toBe(true);
  });
});

test('searching inside a facet keeps the values that hold the words, and counts all of them', () => {
  const counts = { [encode('John Kerry')]: 3, [encode('Kerry Smith')]: 2, [encode('Ada One')]: 9 };
  const asked = {
    facet: 'person' as const,
    prefix: 'kerr',
    q: '',
    match: 'auto' as const,
    filters: { facets: {} },
    limit: 1,
  };
  expect(toFacetSearchResult(asked, answer({ facetDistribution: { 'facet.person': counts } }))).toEqual({
    total: 2,
    exact: true,
    values: [{ value: 'John Kerry', count: 3, selected: false }],
  });
});
