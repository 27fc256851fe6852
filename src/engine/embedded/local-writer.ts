import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { EngineUnavailableError } from '../engine.ts';
import { withoutUnchanged, type Change } from './change.ts';
import { fold, isWorthFolding } from './fold.ts';
import { currentGeneration, dropOthers, makeCurrent, nextGeneration, type Generation } from './current.ts';
import { isSqliteError, writing } from './failure.ts';
import { createGeneration, openForWriting } from './generation.ts';
import { prepared } from './prepared.ts';
import { drop, put } from './put.ts';
import { putEntity } from './put-names.ts';
import { startRebuild, type Rebuild } from './rebuild.ts';
import { aboutOf, type StoredDocument } from './stored-document.ts';

type Write = (db: DatabaseSync) => Change;

/** Writes the embedded index in `folder` in the thread that calls: what the writer's worker does. */
export function openLocalWriter(folder: string) {
  const current = openCurrent(folder);
  let rebuild: Rebuild | undefined;
  return {
    replace: (document: StoredDocument) => current.write((db) => replace(db, document)),
    remove: (documentId: string) => current.write((db) => drop(db, documentId)),
    startRebuild() {
      current.close();
      rebuild = startRebuild(folder);
    },
    addToRebuild: (document: StoredDocument) => underWay(rebuild).add(document),
    finishRebuild: () => underWay(rebuild).finish(),
    abandonRebuild: () => rebuild?.abandon(),
    close: current.close,
  };
}

function replace(db: DatabaseSync, document: StoredDocument): Change {
  const { entities, ...about } = aboutOf(document);
  for (const entity of entities) putEntity(db, entity);
  return put(db, document.updates, about);
}

/** A worker that was started anew in the middle of a rebuild knows nothing of it. */
function underWay(rebuild: Rebuild | undefined): Rebuild {
  if (!rebuild) throw new EngineUnavailableError('The rebuild was broken off. Start it again.');
  return rebuild;
}

/** The current generation, open from one write to the next: opening takes longer than a small write. */
function openCurrent(folder: string) {
  let opened: { db: DatabaseSync; token: string } | undefined;

  function close(): void {
    opened?.db.close();
    opened = undefined;
  }

  function open(current: Generation): DatabaseSync {
    // Somebody may have deleted the folder and made another.
    if (opened?.token !== current.token) close();
    opened ??= { db: openForWriting(current), token: current.token };
    return opened.db;
  }

  return {
    write(write: Write): void {
      const current = currentGeneration(folder);
      if (!current) return writeFirst(folder, write);
      try {
        writing(folder, () => writeTo(open(current), write));
      } catch (cause) {
        close();
        throw cause;
      }
    },
    close,
  };
}

function writeFirst(folder: string, write: Write): void {
  const first = nextGeneration(folder);
  try {
    writing(folder, () => {
      const db = createGeneration(first);
      try {
        writeTo(db, write);
      } finally {
        db.close();
      }
    });
    makeCurrent(first);
  } catch (cause) {
    dropOthers(folder);
    throw cause;
  }
}

function writeTo(db: DatabaseSync, write: Write): void {
  transaction(db, change(write));
  // What follows makes reading faster and the log shorter. The write is in, so it must not look as if it had failed.
  whereItCan(() => {
    if (isWorthFolding(db)) transaction(db, fold);
  });
  whereItCan(() => keepLogShort(db));
}

/** Does what a later write makes up for, where SQLite refuses it now: on a disk that is full, say. */
function whereItCan(tidy: () => void): void {
  try {
    tidy();
  } catch (cause) {
    if (!isSqliteError(cause)) throw cause;
  }
}

/** SQLite begins its log anew only between two readers, and while many search there may be none for long. */
const LARGE_LOG = 8_000_000;

/** Brings a large log into the file and empties it, waiting for the readers that are in it just now. */
function keepLogShort(db: DatabaseSync): void {
  const log = statSync(`${db.location()}-wal`, { throwIfNoEntry: false });
  if ((log?.size ?? 0) < LARGE_LOG) return;
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** A write as a step to the next version, for readers that follow. */
const change = (write: Write) => (db: DatabaseSync) => {
  const changed = JSON.stringify(withoutUnchanged(write(db)));
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
