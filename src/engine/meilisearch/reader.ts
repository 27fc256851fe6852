import { identifier, type DocumentInfo, type UpdateRecord } from '../../record.ts';
import { EngineError, type EngineReader, type Lookup } from '../engine.ts';
import { namedBy } from '../wording.ts';
import { answerTo } from './answer.ts';
import { watchCommonWords } from './common-words-watch.ts';
import { collections, connect, KEY_HELP, type Address, type Connection } from './connection.ts';
import { notMeilisearch, type Role } from './errors.ts';
import type { Outage } from './outage.ts';
import { findEntities } from './entities.ts';
import { fetchAll } from './fetch-all.ts';
import { facetIs } from './filters.ts';
import { createStateWatch } from './one-state.ts';
import { queryText, type Question } from './search-request.ts';
import { toFacetSearchResult, toSearchResult } from './search-response.ts';
import {
  fromStoredUpdate,
  RECORD_FIELDS,
  type StoredDocument,
  type StoredRecord,
  type StoredUpdate,
} from './stored-update.ts';

/** A page must not hang on an engine that does. */
const READING = { keyHelp: KEY_HELP, timeout: 10_000, patience: 1000 };
/** For the indexer nobody waits, and a run should outlast a restart of the server. */
const INDEXING = { ...READING, timeout: 60_000, patience: 30_000 };

/**
 * Reads a Meilisearch index; one that isn't there yet is an empty one. `keyName` says whose key the address holds,
 * `outage` hears while the server doesn't answer.
 */
export function createMeilisearchReader(
  address: Address,
  keyName: Role['keyName'] = 'MEILI_SEARCH_KEY',
  outage?: Outage,
): EngineReader {
  const role = { ...(keyName === 'MEILI_INDEX_KEY' ? INDEXING : READING), keyName };
  const server = connect(address, { ...role, ...(outage && { outage }) });
  const live = collections(address.prefix);
  const { updates, documents } = live;
  const version = () => indexVersion(server, updates);
  const fromOneState = createStateWatch(version);
  const commonWords = watchCommonWords(server, updates, version);
  const answerFromOneState = (question: Question) =>
    fromOneState(server, (parts, asOf) => answerTo(server, live, question, parts, () => commonWords(asOf)));
  return {
    async search(query) {
      const start = performance.now();
      const { answer, version: asOf } = await answerFromOneState(query);
      const took = Math.round((performance.now() - start) * 100) / 100;
      return { ...toSearchResult(query, answer), version: asOf, took };
    },
    async facetValues(query) {
      const counting = { facets: [query.facet], facetLimit: Infinity };
      const question = { ...query, ...counting, sort: 'newest' as const, page: 1, perPage: 0 };
      const { answer } = await answerFromOneState(question);
      return toFacetSearchResult(query, answer);
    },
    async get(id) {
      const stored = await getOne<StoredUpdate>(server, updates, id);
      return stored && fromStoredUpdate(stored);
    },
    timeline: (documentId) => timeline(server, updates, documentId),
    lookup: (question) => lookup(server, documents, question),
    entities: (query) => findEntities(server, live, query),
    version,
    close: async () => undefined,
  };
}

/** Every write moves the date of the updates' index, and a rebuild brings an index with a date of its own. */
async function indexVersion(server: Connection, updates: string): Promise<string> {
  const info = await server.askOr(undefined, (client) => client.getRawIndex(updates));
  return info ? String(info.updatedAt) : 'empty';
}

async function getOne<T extends object>(
  server: Connection,
  index: string,
  id: string,
): Promise<T | undefined> {
  // The client puts the id into the address as it is.
  if (!identifier.safeParse(id).success) return undefined;
  return server.askOr<T | undefined>(undefined, (client) => client.index<T>(index).getDocument<T>(id));
}

async function timeline(server: Connection, updates: string, documentId: string): Promise<UpdateRecord[]> {
  const query = { filter: facetIs('document', documentId), sort: ['order:asc'], fields: [...RECORD_FIELDS] };
  const stored = await fetchAll<StoredRecord>(server, updates, query);
  return stored.map(fromStoredUpdate);
}

async function lookup(server: Connection, documents: string, question: Lookup): Promise<DocumentInfo[]> {
  if ('id' in question) {
    const found = await getOne<StoredDocument>(server, documents, question.id);
    return found ? [found.info] : [];
  }
  const typed = namedBy(question.prefix).map((word) => [word]);
  const request = {
    q: queryText({ wanted: typed, excluded: [], open: true, ignored: [] }),
    matchingStrategy: 'all' as const,
    sort: ['lastTs:desc', 'sortKey:asc'],
    limit: question.limit,
    attributesToRetrieve: ['info'],
  };
  const nothing = { hits: [] as Pick<StoredDocument, 'info'>[] };
  const { hits } = await server.askOr(nothing, (client) =>
    client.index<StoredDocument>(documents).search(null, request),
  );
  // The first thing that is asked, so what isn't a Meilisearch and answers all the same is found out here.
  if (!Array.isArray(hits)) throw new EngineError(notMeilisearch('MEILI_URL'));
  return hits.map(({ info }) => info);
}
