import type { EntityInfo, UpdateRecord } from '../../record.ts';
import { IdConflictError, type EngineWriter, type IndexedDocument } from '../engine.ts';
import {
  collections,
  connect,
  KEY_HELP,
  type Address,
  type Collections,
  type Connection,
} from './connection.ts';
import type { Role } from './errors.ts';
import { storedEntities } from './entities.ts';
import { fetchAll } from './fetch-all.ts';
import { facetIs } from './filters.ts';
import { assertOwnIds, conflict } from './id-conflict.ts';
import { prepare } from './indexes.ts';
import { rebuild } from './rebuild.ts';
import { toStoredDocument, toStoredUpdate, type StoredUpdate } from './stored-update.ts';

/** A batch of some megabytes takes its time on a slow line, and a restart of the server some seconds. */
const WRITING: Role = {
  keyName: 'MEILI_INDEX_KEY',
  keyHelp: KEY_HELP,
  timeout: 60_000,
  patience: 30_000,
};

/**
 * Writes a Meilisearch index. One write follows the other, so that an update which arrives during a
 * rebuild lands in the new index; that holds within one writer, not between two.
 */
export function createMeilisearchWriter(address: Address): EngineWriter {
  const server = connect(address, WRITING);
  const live = collections(address.prefix);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const turn = last.then(write);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    rebuild: (documents) => inTurn(() => rebuild(server, live, documents)),
    replace: (document, records, entities) =>
      inTurn(() => replace(server, live, { document, records, entities })),
    remove: (documentId) => inTurn(() => remove(server, live, documentId)),
    async close() {
      await last;
    },
  };
}

/**
 * New and changed updates go in before vanished ones go out and the live blog's own entry follows: what
 * breaks off in between leaves nothing missing, and doing it again completes it.
 */
async function replace(
  server: Connection,
  live: Collections,
  { document, records, entities }: IndexedDocument,
) {
  assertOwnIds(document.id, records);
  await prepare(server, live);
  await assertNobodyElses(server, live.updates, document.id, records);
  const vanished = await idsWithout(server, live.updates, document.id, records);
  const stored = records.map(toStoredUpdate);
  await server.done(await server.send((client) => client.index(live.updates).addDocuments(stored)));
  if (vanished.length > 0) {
    await server.done(await server.send((client) => client.index(live.updates).deleteDocuments(vanished)));
  }
  await putEntities(server, live, entities);
  const info = toStoredDocument(document);
  await server.done(await server.send((client) => client.index(live.documents).addDocuments([info])));
}

/** Those that no update names any more stay until a rebuild; readers leave them out. */
async function putEntities(server: Connection, live: Collections, entities: EntityInfo[]) {
  if (entities.length === 0) return;
  const stored = await storedEntities(server, live.updates, entities);
  await server.done(await server.send((client) => client.index(live.entities).addDocuments(stored)));
}

async function remove(server: Connection, live: Collections, documentId: string) {
  await prepare(server, live);
  const filter = facetIs('document', documentId);
  await server.done(
    await server.send((client) => client.index(live.documents).deleteDocuments([documentId])),
  );
  await server.done(await server.send((client) => client.index(live.updates).deleteDocuments({ filter })));
}

/** @throws IdConflictError where the index holds one of the ids under another live blog. */
async function assertNobodyElses(
  server: Connection,
  updates: string,
  documentId: string,
  records: UpdateRecord[],
) {
  const query = {
    ids: records.map(({ id }) => id),
    filter: `NOT ${facetIs('document', documentId)}`,
    fields: ['record'],
  };
  const [other] = await fetchAll<Pick<StoredUpdate, 'record'>>(server, updates, query);
  if (other) throw new IdConflictError(conflict(other.record.id, documentId, other.record.documentId));
}

/** Ids that the index holds of this live blog and that are no longer among its records. */
async function idsWithout(server: Connection, updates: string, documentId: string, records: UpdateRecord[]) {
  const kept = new Set(records.map(({ id }) => id));
  const query = { filter: facetIs('document', documentId), fields: ['id'] };
  const held = await fetchAll<Pick<StoredUpdate, 'id'>>(server, updates, query);
  return held.map(({ id }) => id).filter((id) => !kept.has(id));
}
