import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { facetValues, type FacetName } from '../../src/facets.ts';
import type { UpdateRecord } from '../../src/record.ts';
import type { SearchQuery } from '../../src/query.ts';
import type { Contender } from './contenders.ts';
import { SHOWN } from './queries.ts';

const BATCH = 10_000;
const LOADING_TIMEOUT_MS = 1_800_000;

/**
 * A Meilisearch asked by its own client in its fastest way, one request a search: default typo rules, title
 * before text, all words required, answers uncompressed (a compressed one takes 44 ms longer).
 */
export function meilisearch(host: string, apiKey: string | undefined): Contender {
  const requestInit = { headers: { 'Accept-Encoding': 'identity' } };
  const client = new Meilisearch({ host, requestInit, ...(apiKey && { apiKey }) });
  const uid = `dateline_bench_${randomUUID().slice(0, 8)}`;
  const index = client.index(uid);
  const done = { timeout: LOADING_TIMEOUT_MS, interval: 200 };
  return {
    name: 'Meilisearch',
    async load(documents) {
      await client.createIndex(uid, { primaryKey: 'id' }).waitTask(done);
      await index
        .updateSettings({
          searchableAttributes: ['title', 'text'],
          filterableAttributes: SHOWN,
          sortableAttributes: ['order'],
          rankingRules: ['sort', 'words', 'typo', 'proximity', 'attributeRank', 'exactness', 'order:desc'],
          pagination: { maxTotalHits: 10_000 },
        })
        .waitTask(done);
      let batch: object[] = [];
      const send = async () => void (await index.addDocuments(batch).waitTask(done));
      for await (const { records } of documents) {
        batch.push(...records.map(toDocument));
        if (batch.length >= BATCH) {
          await send();
          batch = [];
        }
      }
      await send();
    },
    async search(query) {
      const { hits } = await index.search(query.q, request(query));
      return hits.map(({ id }) => id as string);
    },
    size: async () => (await index.getStats()).numberOfDocuments,
    close: async () => void (await client.deleteIndex(uid).waitTask(done)),
  };
}

const toDocument = ({ evidence: _, ...record }: UpdateRecord) => ({
  ...record,
  ...Object.fromEntries(SHOWN.map((facet) => [facet, facetValues(record, facet)])),
});

const request = ({ q, filters, perPage, page, facets }: SearchQuery) => ({
  page,
  hitsPerPage: perPage,
  facets,
  matchingStrategy: 'all' as const,
  attributesToHighlight: ['title', 'text'],
  attributesToCrop: ['text'],
  cropLength: 50,
  filter: (Object.entries(filters.facets) as [FacetName, { all?: string[] }][]).flatMap(
    ([facet, { all = [] }]) => all.map((value) => `${facet} = ${JSON.stringify(value)}`),
  ),
  ...(q === '' && { sort: ['order:desc'] }),
});
