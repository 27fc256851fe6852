import type { DatabaseSync } from 'node:sqlite';
import type { UpdateRecord } from '../../record.ts';
import { IdConflictError } from '../engine.ts';
import { searchedWords } from '../searched-words.ts';
import { addedUpdate, countWords, distinctWords, type AddedUpdate, type Change } from './change.ts';
import { prepared } from './prepared.ts';
import { dropTitle, putDocument, putEntity, type KnownEntities } from './put-names.ts';
import { aboutOf, type StoredDocument } from './stored-document.ts';
import { fromStored, type StoredRecord } from './stored-record.ts';

/** An update as it stands in the database. */
interface Standing {
  row: number;
  id: string;
  record: string;
  evidence: string | null;
}

/** An update that is to be put in. */
interface Fresh {
  record: UpdateRecord;
  stored: StoredRecord;
}

/**
 * Puts a live blog in place of what was there under its id. Updates that are as they were stay untouched: most
 * of a blog that grows. @throws IdConflictError where an id belongs to another live blog, or to two updates.
 * @param known entities that this database is known to have; those of the live blog are added
 */
export function put(db: DatabaseSync, given: StoredDocument, known: KnownEntities = new Map()): Change {
  const { document, entities } = aboutOf(given);
  const standing = new Map(standingOf(db, document.id).map((update) => [update.id, update]));
  const fresh = withRecords(document.id, given.updates).filter(({ record: { id }, stored }) => {
    if (!isSame(standing.get(id), stored)) return true;
    standing.delete(id);
    return false;
  });
  const counts = new Map<string, number>();
  const removed = [...standing.values()].map((update) => removeUpdate(db, update, counts));
  const added = fresh.map((update) => addUpdate(db, update, counts));
  putDocument(db, document);
  for (const entity of entities) putEntity(db, entity, known);
  return { removed, added, words: changed(counts) };
}

/** Takes a live blog away. */
export function drop(db: DatabaseSync, documentId: string): Change {
  const counts = new Map<string, number>();
  const removed = standingOf(db, documentId).map((update) => removeUpdate(db, update, counts));
  dropTitle(db, documentId);
  prepared(db, 'DELETE FROM documents WHERE id = ?').run(documentId);
  return { removed, added: [], words: changed(counts) };
}

const changed = (counts: Map<string, number>) => [...counts].filter(([, difference]) => difference !== 0);

const standingOf = (db: DatabaseSync, documentId: string) =>
  prepared(
    db,
    `SELECT row, id, record, list AS evidence FROM updates LEFT JOIN evidence USING (row) WHERE document_id = ?`,
  ).all(documentId) as unknown as Standing[];

const isSame = (before: Standing | undefined, { record, evidence }: StoredRecord): boolean =>
  before?.record === record && before.evidence === (evidence ?? null);

function withRecords(documentId: string, updates: StoredRecord[]): Fresh[] {
  const seen = new Set<string>();
  return updates.map((stored) => {
    const record = fromStored({ record: stored.record });
    if (seen.size === seen.add(record.id).size)
      throw new IdConflictError(`Two updates of ${documentId} have the id ${record.id}; give each its own.`);
    return { record, stored };
  });
}

function removeUpdate(db: DatabaseSync, { row, record }: Standing, counts: Map<string, number>): number {
  countWords(counts, distinctWords(searchedWords(fromStored({ record }))), -1);
  for (const table of ['updates', 'evidence']) prepared(db, `DELETE FROM ${table} WHERE row = ?`).run(row);
  prepared(db, 'DELETE FROM words WHERE rowid = ?').run(row);
  return row;
}

function addUpdate(db: DatabaseSync, { record, stored }: Fresh, counts: Map<string, number>): AddedUpdate {
  const row = insertUpdate(db, record, stored.record);
  if (stored.evidence !== undefined)
    prepared(db, 'INSERT INTO evidence (row, list) VALUES (?, ?)').run(row, stored.evidence);
  const fields = searchedWords(record);
  prepared(db, 'INSERT INTO words (rowid, title, text, media) VALUES (?, ?, ?, ?)').run(
    row,
    ...[fields.title, fields.text, fields.media].map((field) => field.join(' ')),
  );
  const distinct = distinctWords(fields);
  countWords(counts, distinct, 1);
  return addedUpdate(row, record, fields, distinct);
}

function insertUpdate(db: DatabaseSync, { id, documentId, order }: UpdateRecord, record: string): number {
  const insert = 'INSERT INTO updates (id, document_id, position, record) VALUES (?, ?, ?, ?)';
  try {
    return Number(prepared(db, insert).run(id, documentId, order, record).lastInsertRowid);
  } catch (cause) {
    if ((cause as { errcode?: number }).errcode !== UNIQUE) throw cause;
    const owner = prepared(db, 'SELECT document_id FROM updates WHERE id = ?').get(id)?.['document_id'];
    throw new IdConflictError(
      `The id ${id} in ${documentId} already belongs to an update of ${String(owner)}; give each update its own.`,
    );
  }
}

/** What SQLite answers to an id that is there already: SQLITE_CONSTRAINT_UNIQUE (sqlite.org/rescode.html). */
const UNIQUE = 2067;
