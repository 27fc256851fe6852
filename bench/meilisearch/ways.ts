import { Meilisearch } from 'meilisearch';
import { exchange } from '../../src/engine/meilisearch/exchange.ts';
import { facetField } from '../../src/engine/meilisearch/facet-counts.ts';
import { encode } from '../../src/engine/meilisearch/facet-value.ts';
import { createMeilisearchReader } from '../../src/engine/meilisearch/reader.ts';
import type { SearchQuery } from '../../src/query.ts';
import type { FacetName } from '../../src/facets.ts';
import type { KnownItem } from './news.ts';

export interface Server {
  url: string;
  key: string;
  prefix: string;
}

/** One way to ask the same: 20 hits and the counts of every facet that a page shows. */
export type Way = (asked: KnownItem) => Promise<unknown>;

const HITS = 20;
/** As the API shows them where nothing else is asked for. */
const SHOWN: FacetName[] = ['person', 'speaker', 'organization', 'place', 'country', 'publisher', 'day'];
const facets = SHOWN.map(facetField);

/** The port, as a page uses it; with `exact` it asks for what was typed and nothing else. */
export function throughAdapter(server: Server, match: SearchQuery['match'] = 'auto'): Way {
  const reader = createMeilisearchReader(server);
  return ({ q, filter }) => reader.search({ ...toQuery(q, filter), match });
}

export const toQuery = (q: string, filter: KnownItem['filter']): SearchQuery => ({
  q: q && `${q} `,
  match: 'auto',
  filters: {
    facets: Object.fromEntries(Object.entries(filter).map(([facet, value]) => [facet, { all: [value] }])),
  },
  sort: q ? 'relevance' : 'newest',
  page: 1,
  perPage: HITS,
  facets: SHOWN,
  facetLimit: 10,
});

const filterOf = (filter: KnownItem['filter']) =>
  Object.entries(filter).map(([facet, value]) => `${facetField(facet as FacetName)} = "${encode(value)}"`);

/** The client as its documentation shows it. */
export function rawClient({ url, key, prefix }: Server): Way {
  const index = new Meilisearch({ host: url, apiKey: key }).index(`${prefix}updates`);
  return ({ q, filter }) =>
    index.search(q, {
      filter: filterOf(filter),
      facets,
      page: 1,
      hitsPerPage: HITS,
      attributesToRetrieve: ['record'],
      attributesToHighlight: ['record.title', 'record.text'],
    });
}

/** Sends a request and gives its answer, read as JSON. */
type Post = (url: string, headers: Record<string, string>, body: string) => Promise<unknown>;

const byFetch: Post = async (url, headers, body) =>
  (await fetch(url, { method: 'POST', headers, body })).json();

/** As the port sends. */
export const byNodeHttp: Post = async (url, headers, body) =>
  JSON.parse((await exchange(new URL(url), { method: 'POST', headers, body }, 10_000)).text);

/** One request that asks for just what is needed, with nothing around it. */
export function bestRawCall({ url, key, prefix }: Server, post = byFetch): Way {
  const headers = {
    Authorization: `Bearer ${key}`,
    'Content-Type': 'application/json',
    'Accept-Encoding': 'identity',
  };
  return async ({ q, filter }) => {
    const words = q.split(' ').filter(Boolean);
    const request = {
      q: words.map((word) => `"${word}"`).join(' '),
      matchingStrategy: 'all',
      filter: filterOf(filter),
      facets,
      page: 1,
      hitsPerPage: HITS,
      attributesToRetrieve: ['record'],
      ...(words.length === 0 && { sort: ['order:desc'] }),
    };
    const body = JSON.stringify(request);
    return post(`${url}/indexes/${prefix}updates/search`, headers, body);
  };
}
