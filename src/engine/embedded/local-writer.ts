import type { DatabaseSync } from 'node:sqlite';
import { EngineError, type IndexedDocument } from '../engine.ts';
import type { Change } from './change.ts';
import { fold, isWorthFolding } from './fold.ts';
import { currentGeneration, makeCurrent, nextGeneration, openForWriting } from './generation.ts';
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
  let db: DatabaseSync | undefined;
  return {
    write(write: (db: DatabaseSync) => Change): void {
      const current = currentGeneration(folder);
      const generation = current ?? nextGeneration(folder);
      db ??= openForWriting(generation);
      transaction(db, change(write));
      if (isWorthFolding(db)) transaction(db, fold);
      if (!current) makeCurrent(folder, generation);
    },
    close(): void {
      db?.close();
      db = undefined;
    },
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
