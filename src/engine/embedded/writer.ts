import type { DatabaseSync } from 'node:sqlite';
import { FACET_NAMES, facetValues, type UpdateRecord } from '../../record.ts';
import { EngineError, IdConflictError, type EngineWriter, type IndexedDocument } from '../engine.ts';
import { searchedWords } from '../searched-words.ts';
import {
  currentGeneration,
  dropOthers,
  lockForWriting,
  makeCurrent,
  nextGeneration,
  openForWriting,
  type Generation,
} from './generation.ts';

/**
 * The one writer of an embedded index in `folder`.
 * @throws EngineError where another process is writing.
 */
export function createEmbeddedWriter(folder: string, waitMilliseconds?: number): EngineWriter {
  const lock = lockForWriting(folder, waitMilliseconds);
  dropOthers(folder);
  // One write after the other: a replace that arrives during a rebuild lands in the new generation.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (write: () => Promise<void> | void): Promise<void> => {
    const turn = last.then(write);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    rebuild: (documents) => inTurn(() => rebuild(folder, documents)),
    replace: (document, records, entities) =>
      inTurn(() => writeCurrent(folder, (db) => put(db, { document, records, entities }))),
    remove: (documentId) => inTurn(() => writeCurrent(folder, (db) => drop(db, documentId))),
    async close() {
      await last;
      lock.close();
    },
  };
}

async function rebuild(folder: string, documents: AsyncIterable<IndexedDocument>): Promise<void> {
  dropOthers(folder);
  const next = nextGeneration(folder);
  const db = openForWriting(next);
  try {
    for await (const document of documents) transaction(db, () => put(db, document));
    db.exec("INSERT INTO words(words) VALUES ('optimize')");
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    db.close();
    dropOthers(folder);
    throw cause;
  }
  db.close();
  makeCurrent(folder, next);
}

function writeCurrent(folder: string, write: (db: DatabaseSync) => void): void {
  const current = currentGeneration(folder);
  const generation: Generation = current ?? nextGeneration(folder);
  const db = openForWriting(generation);
  try {
    transaction(db, () => write(db));
  } finally {
    db.close();
  }
  if (!current) makeCurrent(folder, generation);
}

function transaction(db: DatabaseSync, write: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    write();
    db.exec('UPDATE state SET version = version + 1');
    db.exec('COMMIT');
  } catch (cause) {
    db.exec('ROLLBACK');
    throw cause instanceof EngineError
      ? cause
      : new EngineError('The index could not be written.', { cause });
  }
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
    text.run(lastInsertRowid, ...searchedFields(record));
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

const searchedFields = (record: UpdateRecord) => {
  const { title, text, media } = searchedWords(record);
  return [title, text, media].map((words) => words.join(' '));
};
