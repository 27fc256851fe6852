import type { DatabaseSync } from 'node:sqlite';
import { EngineError, EngineUnavailableError, type IndexedDocument } from '../engine.ts';
import type { Change } from './change.ts';
import { fold, isWorthFolding } from './fold.ts';
import {
  assertFormat,
  currentGeneration,
  makeCurrent,
  nextGeneration,
  openForWriting,
  type Generation,
} from './generation.ts';
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
    addToRebuild: (document: IndexedDocument) => underWay(rebuild).add(document),
    finishRebuild: () => underWay(rebuild).finish(),
    abandonRebuild: () => rebuild?.abandon(),
    close: current.close,
  };
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

  /** Anew where somebody has deleted the folder meanwhile. */
  function open(generation: Generation): DatabaseSync {
    if (opened?.token !== generation.token) close();
    opened ??= { db: openForWriting(generation), token: generation.token };
    return opened.db;
  }

  return {
    write(write: (db: DatabaseSync) => Change): void {
      const current = currentGeneration(folder);
      const generation = current ?? nextGeneration(folder);
      const db = open(generation);
      assertFormat(db, folder);
      transaction(db, change(write));
      if (isWorthFolding(db)) transaction(db, fold);
      if (!current) makeCurrent(folder, generation);
    },
    close,
  };
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
  } catch (cause) {
    db.exec('ROLLBACK');
    throw cause instanceof EngineError
      ? cause
      : new EngineError('The index could not be written.', { cause });
  }
}
