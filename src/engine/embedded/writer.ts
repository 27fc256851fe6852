import type { DatabaseSync } from 'node:sqlite';
import { EngineError, type EngineWriter, type IndexedDocument } from '../engine.ts';
import type { Change } from './change.ts';
import { apply, emptyColumns, putInOrder } from './columns.ts';
import { fold, isWorthFolding } from './fold.ts';
import {
  currentGeneration,
  dropOthers,
  lockForWriting,
  makeCurrent,
  nextGeneration,
  openForWriting,
  type Generation,
} from './generation.ts';
import { prepared } from './prepared.ts';
import { drop, put } from './put.ts';
import { storeColumns } from './stored-columns.ts';

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

/** Nobody reads the next generation yet and a failure drops it whole, so it is written as one transaction. */
async function rebuild(folder: string, documents: AsyncIterable<IndexedDocument>): Promise<void> {
  dropOthers(folder);
  const next = nextGeneration(folder);
  const db = openForWriting(next);
  const columns = emptyColumns();
  try {
    db.exec('BEGIN');
    for await (const document of documents) apply(columns, put(db, document));
    putInOrder(columns, 0);
    storeColumns(db, columns);
    db.exec('UPDATE state SET version = 1, base = 1');
    db.exec("INSERT INTO words(words) VALUES ('optimize')");
    db.exec('COMMIT');
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    db.close();
    dropOthers(folder);
    throw cause;
  }
  db.close();
  makeCurrent(folder, next);
}

function writeCurrent(folder: string, write: (db: DatabaseSync) => Change): void {
  const current = currentGeneration(folder);
  const generation: Generation = current ?? nextGeneration(folder);
  const db = openForWriting(generation);
  try {
    transaction(db, () => {
      const change = JSON.stringify(write(db));
      db.exec('UPDATE state SET version = version + 1');
      prepared(db, 'INSERT INTO changes SELECT version, ? FROM state').run(change);
    });
    if (isWorthFolding(db)) transaction(db, () => fold(db));
  } finally {
    db.close();
  }
  if (!current) makeCurrent(folder, generation);
}

function transaction(db: DatabaseSync, write: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    write();
    db.exec('COMMIT');
  } catch (cause) {
    db.exec('ROLLBACK');
    throw cause instanceof EngineError
      ? cause
      : new EngineError('The index could not be written.', { cause });
  }
}
