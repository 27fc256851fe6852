import type { DatabaseSync } from 'node:sqlite';
import type { DocumentInfo, EntityInfo, UpdateRecord } from '../../record.ts';
import { IdConflictError, type IndexedDocument } from '../engine.ts';
import { namingWords } from '../entity-names.ts';
import { searchedWords } from '../searched-words.ts';
import { words } from '../words.ts';
import { addedUpdate, countWords, distinctWords, type AddedUpdate, type Change } from './change.ts';
import { prepared } from './prepared.ts';
import { fromStored, toStored } from './stored-record.ts';

/** An update as it stands in the database. */
interface Standing {
  row: number;
  id: string;
  record: string;
  evidence: string | null;
}

/**
 * Puts a live blog in place of what was there under its id. Updates that are as they were stay untouched: most
 * of a blog that grows. @throws IdConflictError where an id belongs to another live blog, or to two updates.
 */
export function put(db: DatabaseSync, { document, records, entities }: IndexedDocument): Change {
  const standing = new Map(standingOf(db, document.id).map((update) => [update.id, update]));
  const fresh = distinct(document.id, records).filter((record) => {
    if (!isSame(standing.get(record.id), record)) return true;
    standing.delete(record.id);
    return false;
  });
  const counts = new Map<string, number>();
  const removed = [...standing.values()].map((update) => removeUpdate(db, update, counts));
  const added = fresh.map((record) => addUpdate(db, record, counts));
  putDocument(db, document);
  for (const entity of entities) putEntity(db, entity);
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

function isSame(before: Standing | undefined, record: UpdateRecord): boolean {
  if (!before) return false;
  const now = toStored(record);
  return before.record === now.record && before.evidence === (now.evidence ?? null);
}

function distinct(documentId: string, records: UpdateRecord[]): UpdateRecord[] {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id))
      throw new IdConflictError(`Two updates of ${documentId} have the id ${id}; give each its own.`);
    seen.add(id);
  }
  return records;
}

function removeUpdate(db: DatabaseSync, { row, record }: Standing, counts: Map<string, number>): number {
  countWords(counts, distinctWords(searchedWords(fromStored({ record }))), -1);
  for (const table of ['updates', 'evidence']) prepared(db, `DELETE FROM ${table} WHERE row = ?`).run(row);
  prepared(db, 'DELETE FROM words WHERE rowid = ?').run(row);
  return row;
}

function addUpdate(db: DatabaseSync, record: UpdateRecord, counts: Map<string, number>): AddedUpdate {
  const { id, documentId, order } = record;
  const owner = prepared(db, 'SELECT document_id FROM updates WHERE id = ?').get(id)?.['document_id'];
  if (owner !== undefined)
    throw new IdConflictError(
      `The id ${id} in ${documentId} already belongs to an update of ${String(owner)}; give each update its own.`,
    );
  const stored = toStored(record);
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO updates (id, document_id, position, record) VALUES (?, ?, ?, ?)',
  ).run(id, documentId, order, stored.record);
  const row = Number(lastInsertRowid);
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

function putDocument(db: DatabaseSync, document: DocumentInfo): void {
  dropTitle(db, document.id);
  prepared(db, 'INSERT OR REPLACE INTO documents (id, info) VALUES (?, ?)').run(
    document.id,
    JSON.stringify(document),
  );
  const insert = prepared(db, 'INSERT OR IGNORE INTO title_words (word, document_id) VALUES (?, ?)');
  for (const word of words(document.title ?? '')) insert.run(word, document.id);
}

function dropTitle(db: DatabaseSync, documentId: string): void {
  const before = prepared(db, 'SELECT info FROM documents WHERE id = ?').get(documentId)?.['info'];
  if (before === undefined) return;
  const remove = prepared(db, 'DELETE FROM title_words WHERE word = ? AND document_id = ?');
  for (const word of words((JSON.parse(String(before)) as DocumentInfo).title ?? ''))
    remove.run(word, documentId);
}

/** Entities that no update names any more stay until a rebuild; readers leave them out. */
function putEntity(db: DatabaseSync, entity: EntityInfo): void {
  const { type, id, name } = entity;
  const info = JSON.stringify(entity);
  const before = prepared(db, 'SELECT info FROM entities WHERE type = ? AND id = ?').get(type, id)?.['info'];
  if (before === info) return;
  if (before !== undefined) {
    const remove = prepared(db, 'DELETE FROM name_words WHERE word = ? AND type = ? AND id = ?');
    for (const word of namingWords(JSON.parse(String(before)) as EntityInfo)) remove.run(word, type, id);
  }
  prepared(db, 'INSERT OR REPLACE INTO entities (type, id, name, info) VALUES (?, ?, ?, ?)').run(
    type,
    id,
    name,
    info,
  );
  const insert = prepared(db, 'INSERT INTO name_words (word, type, id) VALUES (?, ?, ?)');
  for (const word of namingWords(entity)) insert.run(word, type, id);
}
