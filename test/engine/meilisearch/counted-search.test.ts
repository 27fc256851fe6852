import { describe, expect, test } from 'vitest';
import { connect, KEY_HELP } from '../../../src/engine/meilisearch/connection.ts';
import { countedSearch } from '../../../src/engine/meilisearch/counted-search.ts';
import { FIRST_VALUES } from '../../../src/engine/meilisearch/facet-counts.ts';
import { createMeilisearchReader } from '../../../src/engine/meilisearch/reader.ts';
import { query } from '../records.ts';
import { serve } from './scripted-server.ts';

const role = { keyName: 'MEILI_SEARCH_KEY', keyHelp: KEY_HELP, timeout: 500, patience: 0 } as const;

type Counts = Record<string, Record<string, number>>;

/** A server that counts so; a federated search gets the first of each. Comes with the paths that were asked for. */
async function counting(distribution: Counts, more: object = {}) {
  const paths: string[] = [];
  const url = await serve((request, response) => {
    paths.push(request.url!);
    const federated = request.url === '/multi-search';
    const facetDistribution = Object.fromEntries(
      Object.entries(distribution).map(([field, counts]) => [
        field,
        federated ? Object.fromEntries(Object.entries(counts).slice(0, FIRST_VALUES)) : counts,
      ]),
    );
    response.end(JSON.stringify({ hits: [], totalHits: 3, processingTimeMs: 1, facetDistribution, ...more }));
  });
  return { paths, server: connect({ url, prefix: '' }, role) };
}

const values = (count: (i: number) => number, many: number) =>
  Object.fromEntries(Array.from({ length: many }, (_, i) => [`v${i}`, count(i)]));
const request = { q: '', page: 1, hitsPerPage: 20, facets: ['facet.person'] };

describe('a search with counts', () => {
  test('takes one request that carries the first values only', async () => {
    const { server, paths } = await counting({ 'facet.person': values((i) => 2000 - i, 2000) });
    const found = await countedSearch(server, 'news', request, new Map([['facet.person', 10]]));
    expect(Object.keys(found.facetDistribution!['facet.person']!)).toHaveLength(FIRST_VALUES);
    expect(paths).toEqual(['/multi-search']);
  });
  test('asks again for what was cut among equal counts, or is needed whole', async () => {
    const equal = await counting({ 'facet.person': values(() => 1, 2000) });
    const found = await countedSearch(equal.server, 'news', request, new Map([['facet.person', 10]]));
    expect(Object.keys(found.facetDistribution!['facet.person']!)).toHaveLength(2000);
    expect(equal.paths).toEqual(['/multi-search', '/indexes/news/search']);
    const whole = await counting({ 'facet.person': values((i) => 2000 - i, 2000) });
    await countedSearch(whole.server, 'news', request, new Map([['facet.person', Infinity]]));
    expect(whole.paths).toEqual(['/indexes/news/search']);
  });
  test('without counts is a plain search', async () => {
    const { server, paths } = await counting({});
    await countedSearch(server, 'news', { ...request, facets: [] }, new Map());
    expect(paths).toEqual(['/indexes/news/search']);
  });
});

describe('what is not a whole answer', () => {
  const ask = async (more: object) => {
    const { server } = await counting({}, more);
    return countedSearch(server, 'news', request, new Map([['facet.person', 10]]));
  };
  test('is no answer where a server of the network is missing', async () => {
    await expect(ask({ remoteErrors: { berlin: { code: 'remote_timeout' } } })).rejects.toThrow(
      /didn't answer: berlin/,
    );
    expect((await ask({ remoteErrors: {} })).totalHits).toBe(3);
  });
  test('is no answer where nothing was counted', async () => {
    await expect(ask({ totalHits: undefined })).rejects.toThrow(/is not the search of a Meilisearch/);
  });
});

describe('an answer of several parts', () => {
  test('fails as a whole when one of them does', async () => {
    const url = await serve(({ url: path }, response) => {
      const side = path!.endsWith('/search');
      response.statusCode = side ? 500 : 200;
      response.end(
        JSON.stringify(
          side
            ? { message: 'out of memory', code: 'internal' }
            : { hits: [], totalHits: 3, processingTimeMs: 1, updatedAt: '1' },
        ),
      );
    });
    const reader = createMeilisearchReader({ url, prefix: '' });
    expect((await reader.search(query({ facets: ['year'] }))).total).toBe(3);
    const chosen = { filters: { facets: { year: { all: ['2014'] } } }, facets: ['year' as const] };
    await expect(reader.search(query(chosen))).rejects.toThrow(/failed by itself \(500: out of memory\)/);
  });
});
