import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { IndexedDocument } from '../engine.ts';
import type { Change } from './change.ts';
import { fold, isWorthFolding } from './fold.ts';
import { currentGeneration, dropOthers, makeCurrent, nextGeneration, type Generation } from './current.ts';
import { isSqliteError, writing } from './failure.ts';
import { assertFormat, createGeneration, openForWriting } from './generation.ts';
import { prepared } from './prepared.ts';
import { drop, put } from './put.ts';
import { startRebuild, type Rebuild } from './rebuild.ts';

/** Writes the embedded index in `folder` in the thread that calls: what the writer's worker does. */
export function openLocalWriter(folder: string) {
  const current = openCurrent(folder);
  let rebuild: Rebuild | undefined;
  return {
    replace: (document: IndexedDocument) => current.write((db) => put(db, document)),
    remove: (documentId: string) => current.write((db) => drop(db, documentId)),
    startRebuild() {
      current.close();
      rebuild = startRebuild(folder);
    },
    addToRebuild: (document: IndexedDocument) => rebuild!.add(document),
    finishRebuild: () => rebuild!.finish(),
    abandonRebuild: () => rebuild?.abandon(),
    close: current.close,
  };
}

/** The current generation, open from one write to the next: opening takes longer than a small write. */
function openCurrent(folder: string) {
  let opened: { db: DatabaseSync; token: string } | undefined;

  function close(): void {
    opened?.db.close();
    opened = undefined;
  }

  /** Anew where somebody has put another index in this one's place. */
  function open(current: Generation): DatabaseSync {
    if (opened?.token !== current.token) close();
    opened ??= { db: openForWriting(current), token: current.token };
    assertFormat(opened.db, current);
    return opened.db;
  }

  function write(change: (db: DatabaseSync) => Change): void {
    const current = currentGeneration(folder);
    if (current) writing(folder, () => writeTo(open(current), change));
    else writeFirst(folder, change);
  }

  return { write, close };
}

/** The first write makes the first generation; what fails leaves none. */
function writeFirst(folder: string, change: (db: DatabaseSync) => Change): void {
  const first = nextGeneration(folder);
  try {
    const db = createGeneration(first);
    try {
      writing(folder, () => writeTo(db, change));
    } finally {
      db.close();
    }
    makeCurrent(first);
  } catch (cause) {
    dropOthers(folder);
    throw cause;
  }
}

function writeTo(db: DatabaseSync, write: (db: DatabaseSync) => Change): void {
  transaction(db, change(write));
  if (isWorthFolding(db)) transaction(db, fold);
  keepLogShort(db);
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

/** A write as a step to the next version, for readers that follow. */
const change = (write: (db: DatabaseSync) => Change) => (db: DatabaseSync) => {
  const changed = JSON.stringify(write(db));
  db.exec('UPDATE state SET version = version + 1');
  prepared(db, 'INSERT INTO changes SELECT version, ? FROM state').run(changed);
};

function transaction(db: DatabaseSync, write: (db: DatabaseSync) => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    write(db);
    db.exec('COMMIT');
  } finally {
    // Where the disk is full, SQLite has taken it back already.
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}
