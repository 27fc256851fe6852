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
  const generation = current ?? nextGeneration(folder);
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
