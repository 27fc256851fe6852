import type { DatabaseSync } from 'node:sqlite';
import { IdConflictError } from '../engine.ts';
import { searchedWords, type SearchedWords } from '../searched-words.ts';
import { beginChange, type Change } from './change.ts';
import { prepared } from './prepared.ts';
import { dropTitle, putDocument } from './put-names.ts';
import type { About, StoredUpdate } from './stored-document.ts';
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
  columns: About['columns'][number];
  stored: StoredUpdate;
}

/**
 * Puts a live blog in place of what was there under its id. Updates that are as they were stay untouched: most
 * of a blog that grows. @throws IdConflictError where an id belongs to another live blog, or to two updates.
 */
export function put(db: DatabaseSync, given: StoredUpdate[], about: Omit<About, 'entities'>): Change {
  const { document, words, values, columns } = about;
  assertOwnIds(document.id, columns);
  const standing = new Map(standingOf(db, document.id).map((update) => [update.id, update]));
  const fresh = given.flatMap((stored, i): Fresh[] => {
    const { id } = columns[i]!;
    if (isSame(standing.get(id), stored) && standing.delete(id)) return [];
    return [{ stored, columns: columns[i]! }];
  });
  const { change, remove, add } = beginChange(words, values);
  for (const update of standing.values()) remove(update.row, removeUpdate(db, update));
  for (const update of fresh) add(addUpdate(db, document.id, update), update.columns);
  putDocument(db, document);
  return change;
}

/** Takes a live blog away. */
export function drop(db: DatabaseSync, documentId: string): Change {
  const { change, remove } = beginChange([], []);
  for (const update of standingOf(db, documentId)) remove(update.row, removeUpdate(db, update));
  dropTitle(db, documentId);
  prepared(db, 'DELETE FROM documents WHERE id = ?').run(documentId);
  return change;
}

function assertOwnIds(documentId: string, updates: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of updates) {
    if (seen.size === seen.add(id).size)
      throw new IdConflictError(`Two updates of ${documentId} have the id ${id}; give each its own.`);
  }
}

const standingOf = (db: DatabaseSync, documentId: string) =>
  prepared(
    db,
    `SELECT row, id, record, list AS evidence FROM updates LEFT JOIN evidence USING (row) WHERE document_id = ?`,
  ).all(documentId) as unknown as Standing[];

const isSame = (before: Standing | undefined, { record, evidence }: StoredRecord): boolean =>
  before?.record === record && before.evidence === (evidence ?? null);

/** Returns the words that it had. */
function removeUpdate(db: DatabaseSync, { row, record }: Standing): SearchedWords {
  for (const table of ['updates', 'evidence']) prepared(db, `DELETE FROM ${table} WHERE row = ?`).run(row);
  prepared(db, 'DELETE FROM words WHERE rowid = ?').run(row);
  return searchedWords(fromStored({ record }));
}

/** Returns its row. */
function addUpdate(db: DatabaseSync, documentId: string, { columns, stored }: Fresh): number {
  const row = insertUpdate(db, documentId, columns, stored.record);
  if (stored.evidence !== undefined)
    prepared(db, 'INSERT INTO evidence (row, list) VALUES (?, ?)').run(row, stored.evidence);
  const { title, text, media } = stored;
  const insertWords = prepared(db, 'INSERT INTO words (rowid, title, text, media) VALUES (?, ?, ?, ?)');
  insertWords.run(row, title, text, media);
  return row;
}

function insertUpdate(
  db: DatabaseSync,
  documentId: string,
  { id, order }: Fresh['columns'],
  record: string,
): number {
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
