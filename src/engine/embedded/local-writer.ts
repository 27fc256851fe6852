import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { IndexedDocument } from '../engine.ts';
import type { Change } from './change.ts';
import { fold, isWorthFolding } from './fold.ts';
import { currentGeneration, dropOthers, makeCurrent, nextGeneration } from './current.ts';
import { isSqliteError, writing } from './failure.ts';
import { createGeneration, openForWriting } from './generation.ts';
import { prepared } from './prepared.ts';
import { drop, put } from './put.ts';
import { startRebuild, type Rebuild } from './rebuild.ts';

/** Writes the embedded index in `folder` in the thread that calls: what the writer's worker does. */
export function openLocalWriter(folder: string) {
  let rebuild: Rebuild | undefined;
  return {
    replace: (document: IndexedDocument) => writeCurrent(folder, (db) => put(db, document)),
    remove: (documentId: string) => writeCurrent(folder, (db) => drop(db, documentId)),
    startRebuild: () => void (rebuild = startRebuild(folder)),
    addToRebuild: (document: IndexedDocument) => rebuild!.add(document),
    finishRebuild: () => rebuild!.finish(),
    abandonRebuild: () => rebuild?.abandon(),
    close: () => undefined,
  };
}

function writeCurrent(folder: string, write: (db: DatabaseSync) => Change): void {
  const current = currentGeneration(folder);
  if (!current) return writeFirst(folder, write);
  writing(folder, () => writeTo(openForWriting(current), write));
}

function writeFirst(folder: string, write: (db: DatabaseSync) => Change): void {
  const first = nextGeneration(folder);
  try {
    writing(folder, () => writeTo(createGeneration(first), write));
    makeCurrent(first);
  } catch (cause) {
    dropOthers(folder);
    throw cause;
  }
}

function writeTo(db: DatabaseSync, write: (db: DatabaseSync) => Change): void {
  try {
    transaction(db, () => {
      const change = JSON.stringify(write(db));
      db.exec('UPDATE state SET version = version + 1');
      prepared(db, 'INSERT INTO changes SELECT version, ? FROM state').run(change);
    });
    if (isWorthFolding(db)) transaction(db, () => fold(db));
    keepLogShort(db);
  } finally {
    db.close();
  }
}

/** SQLite begins its log anew only between two readers, and while many search there may be none for long. */
const LARGE_LOG = 8_000_000;

/** Brings a large log into the file and empties it, waiting for the readers that are in it just now. */
function keepLogShort(db: DatabaseSync): void {
  const log = statSync(`${db.location()}-wal`, { throwIfNoEntry: false });
  if ((log?.size ?? 0) < LARGE_LOG) return;
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    // What was written is safe in the log; where the disk is full it stays there until a later write.
    if (!isSqliteError(cause)) throw cause;
  }
}

function transaction(db: DatabaseSync, write: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    write();
    db.exec('COMMIT');
  } finally {
    // Where the disk is full, SQLite has taken it back already.
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}
