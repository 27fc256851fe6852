import type { DatabaseSync } from 'node:sqlite';
import { FACET_NAMES, facetValues, type UpdateRecord } from '../../record.ts';
import { IdConflictError, type EngineWriter, type IndexedDocument } from '../engine.ts';
import { words } from '../words.ts';
import {
  beginCurrent,
  currentGeneration,
  dropOthers,
  makeCurrent,
  nextGeneration,
  type Generation,
} from './current.ts';
import { writing } from './failure.ts';
import { createGeneration, openForWriting } from './generation.ts';
import { lockForWriting, type WriterLock } from './lock.ts';

/**
 * The one writer of an embedded index in `folder`.
 * @throws EngineError where another process is writing, or the folder can't be written to.
 */
export function createEmbeddedWriter(folder: string, waitMilliseconds?: number): EngineWriter {
  const lock = lockForWriting(folder, waitMilliseconds);
  tidy(folder, lock);
  // One write after the other: a replace that arrives during a rebuild lands in the new generation.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (write: () => Promise<void> | void): Promise<void> => {
    const turn = last.then(lock.assertHeld).then(write);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    rebuild: (documents) => inTurn(() => rebuild(folder, lock, documents)),
    replace: (document, records, entities) =>
      inTurn(() => writeCurrent(folder, (db) => put(db, { document, records, entities }))),
    remove: (documentId) => inTurn(() => writeCurrent(folder, (db) => drop(db, documentId))),
    async close() {
      await last;
      lock.release();
    },
  };
}

function tidy(folder: string, lock: WriterLock): void {
  try {
    beginCurrent(folder);
    dropOthers(folder);
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

async function rebuild(
  folder: string,
  lock: WriterLock,
  documents: AsyncIterable<IndexedDocument>,
): Promise<void> {
  dropOthers(folder);
  const next = nextGeneration(folder);
  try {
    await fill(next, documents);
    lock.assertHeld();
    makeCurrent(next);
  } catch (cause) {
    // What stands in a folder that took this one's place is somebody else's.
    lock.assertHeld();
    // A half-built generation would keep the room that a full disk needs.
    dropOthers(folder);
    throw cause;
  }
}

async function fill(next: Generation, documents: AsyncIterable<IndexedDocument>): Promise<void> {
  const db = createGeneration(next);
  try {
    for await (const document of documents) transaction(next, db, () => put(db, document));
    writing(next.folder, () => {
      db.exec("INSERT INTO words(words) VALUES ('optimize')");
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  } finally {
    db.close();
  }
}

function writeCurrent(folder: string, write: (db: DatabaseSync) => void): void {
  const current = currentGeneration(folder);
  if (!current) return writeFirst(folder, write);
  const db = openForWriting(current);
  try {
    transaction(current, db, () => write(db));
  } finally {
    db.close();
  }
}

function writeFirst(folder: string, write: (db: DatabaseSync) => void): void {
  const first = nextGeneration(folder);
  try {
    const db = createGeneration(first);
    try {
      transaction(first, db, () => write(db));
    } finally {
      db.close();
    }
    makeCurrent(first);
  } catch (cause) {
    dropOthers(folder);
    throw cause;
  }
}

function transaction({ folder }: Generation, db: DatabaseSync, write: () => void): void {
  writing(folder, () => {
    db.exec('BEGIN IMMEDIATE');
    try {
      write();
      db.exec('UPDATE state SET version = version + 1');
      db.exec('COMMIT');
    } finally {
      // Where the disk is full, SQLite has taken it back already.
      if (db.isTransaction) db.exec('ROLLBACK');
    }
  });
}

function drop(db: DatabaseSync, documentId: string): void {
  db.prepare('DELETE FROM words WHERE rowid IN (SELECT row FROM updates WHERE document_id = ?)').run(
    documentId,
  );
  db.prepare('DELETE FROM updates WHERE document_id = ?').run(documentId);
  db.prepare('DELETE FROM documents WHERE id = ?').run(documentId);
}

function put(db: DatabaseSync, { document, records, entities }: IndexedDocument): void {
  drop(db, document.id);
  db.prepare('INSERT INTO documents (id, info) VALUES (?, ?)').run(document.id, JSON.stringify(document));
  const owner = db.prepare('SELECT document_id FROM updates WHERE id = ?');
  const update = db.prepare(
    'INSERT INTO updates (id, document_id, position, facets, record) VALUES (?, ?, ?, ?, ?)',
  );
  const text = db.prepare('INSERT INTO words (rowid, title, text, media) VALUES (?, ?, ?, ?)');
  for (const record of records) {
    const other = owner.get(record.id)?.['document_id'];
    if (other !== undefined) throw new IdConflictError(conflict(record.id, document.id, String(other)));
    const { id, documentId, order } = record;
    const { lastInsertRowid } = update.run(
      id,
      documentId,
      order,
      JSON.stringify(columnsOf(record)),
      JSON.stringify(record),
    );
    text.run(lastInsertRowid, ...searchedWords(record));
  }
  // Those that no update names any more stay until a rebuild; readers leave them out.
  const entity = db.prepare('INSERT OR REPLACE INTO entities (id, type, info) VALUES (?, ?, ?)');
  for (const info of entities) entity.run(info.id, info.type, JSON.stringify(info));
}

const conflict = (id: string, documentId: string, other: string) =>
  other === documentId
    ? `Two updates of ${documentId} have the id ${id}; give each its own.`
    : `The id ${id} in ${documentId} already belongs to an update of ${other}; give each update its own.`;

/** What the reader's columns need of a record, so that opening doesn't read the texts. */
const columnsOf = (record: UpdateRecord) => [
  record.kind === 'summary' ? 1 : 0,
  record.hour ?? record.day,
  (record.points ?? []).flatMap(({ lat, lng }) => [lat, lng]),
  ...FACET_NAMES.map((facet) => facetValues(record, facet)),
];

const searchedWords = ({ title = '', text, media = [] }: UpdateRecord) =>
  [title, text, media.map((item) => item.text).join('\n')].map((field) => words(field).join(' '));
