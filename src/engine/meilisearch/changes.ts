import type { EntityInfo, UpdateRecord } from '../../record.ts';
import { IdConflictError, RecordsRefusedError, type EngineError, type IndexedDocument } from '../engine.ts';
import type { Collections, Connection } from './connection.ts';
import { storedEntities } from './entities.ts';
import { fetchAll } from './fetch-all.ts';
import { facetIsOneOf } from './filters.ts';
import { assertOwnIds, conflict } from './id-conflict.ts';
import { prepare } from './indexes.ts';
import { createLoader } from './loader.ts';
import { refusalsOf, withoutRefused } from './refusals.ts';
import { toStoredDocument, toStoredUpdate, type StoredUpdate } from './stored-update.ts';
import { write } from './write.ts';

/** What becomes of a live blog: `next` is how it is now; without it, it goes. */
export interface Change {
  documentId: string;
  next?: IndexedDocument;
}

/** What went wrong with a live blog, by its id; everything else is in. */
export type Failures = Map<string, EngineError>;

/**
 * Applies changes of different live blogs together: a task of the server takes as long for one as for
 * many. New and changed updates go in before vanished ones go out and the entries of the live blogs
 * follow: what breaks off in between leaves nothing missing, and doing it again completes it.
 */
export async function applyChanges(
  server: Connection,
  names: Collections,
  changes: readonly Change[],
): Promise<Failures> {
  await prepare(server, names);
  const conflicts = await conflictsOf(server, names.updates, changes);
  if (conflicts.size === 0) return applyAll(server, names, changes);
  if (changes.length === 1) return conflicts;
  // Which of them are in the way may depend on the others: one after the other it is as if nobody had waited.
  const failures: Failures = new Map();
  for (const change of changes)
    for (const [id, failure] of await applyChanges(server, names, [change])) failures.set(id, failure);
  return failures;
}

async function applyAll(
  server: Connection,
  names: Collections,
  changes: readonly Change[],
): Promise<Failures> {
  const next = changes.flatMap((change) => change.next ?? []);
  const records = next.flatMap((document) => document.records);
  const held = await idsOf(server, names.updates, changes);
  const updates = createLoader<StoredUpdate>(server, names.updates);
  for (const record of records) await updates.add(toStoredUpdate(record));
  const refusals = refusalsOf((await updates.finish()).refused);
  const kept = new Set(records.map(({ id }) => id));
  await Promise.all([
    dropUpdates(
      server,
      names.updates,
      held.filter((id) => !kept.has(id)),
    ),
    putEntities(
      server,
      names,
      next.flatMap(({ entities }) => entities),
    ),
    putDocuments(
      server,
      names.documents,
      next.map(({ document }) => withoutRefused(document, refusals.get(document.id))),
    ),
    dropDocuments(
      server,
      names.documents,
      changes.filter((change) => !change.next).map(({ documentId }) => documentId),
    ),
  ]);
  return new Map([...refusals].map(([id, refused]) => [id, new RecordsRefusedError(refused)]));
}

/** Live blogs with an update id that belongs to another one, here or in the index. */
async function conflictsOf(server: Connection, updates: string, changes: readonly Change[]) {
  const conflicts: Failures = new Map();
  const owners = new Map<string, string>();
  for (const { documentId, next } of changes) {
    try {
      assertOwnIds(documentId, next?.records ?? [], owners);
    } catch (error) {
      if (!(error instanceof IdConflictError)) throw error;
      conflicts.set(documentId, error);
    }
  }
  const strangers = `NOT ${facetIsOneOf(
    'document',
    changes.map(({ documentId }) => documentId),
  )}`;
  const query = { ids: [...owners.keys()], filter: strangers, fields: ['record'] };
  const taken = owners.size > 0 ? await fetchAll<{ record: UpdateRecord }>(server, updates, query) : [];
  for (const { record } of taken) {
    const documentId = owners.get(record.id)!;
    conflicts.set(documentId, new IdConflictError(conflict(record.id, documentId, record.documentId)));
  }
  return conflicts;
}

/** Every update that the index holds of these live blogs. */
async function idsOf(server: Connection, updates: string, changes: readonly Change[]): Promise<string[]> {
  const filter = facetIsOneOf(
    'document',
    changes.map(({ documentId }) => documentId),
  );
  const held = await fetchAll<Pick<StoredUpdate, 'id'>>(server, updates, { filter, fields: ['id'] });
  return held.map(({ id }) => id);
}

async function dropUpdates(server: Connection, updates: string, ids: string[]) {
  if (ids.length > 0) await write(server, (client) => client.index(updates).deleteDocuments(ids));
}

/** Those that no update names any more stay until a rebuild; readers leave them out. */
async function putEntities(server: Connection, names: Collections, entities: EntityInfo[]) {
  const distinct = new Map(entities.map((entity) => [`${entity.type} ${entity.id}`, entity]));
  if (distinct.size === 0) return;
  const stored = await storedEntities(server, names.updates, [...distinct.values()]);
  await write(server, (client) => client.index(names.entities).addDocuments(stored, { primaryKey: 'id' }));
}

async function putDocuments(server: Connection, documents: string, infos: IndexedDocument['document'][]) {
  if (infos.length === 0) return;
  const stored = infos.map(toStoredDocument);
  await write(server, (client) => client.index(documents).addDocuments(stored, { primaryKey: 'id' }));
}

async function dropDocuments(server: Connection, documents: string, ids: string[]) {
  if (ids.length > 0) await write(server, (client) => client.index(documents).deleteDocuments(ids));
}
