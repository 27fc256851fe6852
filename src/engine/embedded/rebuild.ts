import type { DatabaseSync } from 'node:sqlite';
import type { EntityInfo } from '../../record.ts';
import { applyChange } from './apply-changes.ts';
import { emptyColumns } from './columns.ts';
import { dropOthers, makeCurrent, nextGeneration, type Generation } from './current.ts';
import { writing } from './failure.ts';
import { createGeneration } from './generation.ts';
import { put } from './put.ts';
import { insertEntity } from './put-names.ts';
import { storeColumns } from './stored-columns.ts';
import { aboutOf, type StoredDocument } from './stored-document.ts';
import { putInOrder } from './time-order.ts';

/** A generation in the making, which becomes the current one when it is finished, or leaves no trace. */
export interface Rebuild {
  add(document: StoredDocument): void;
  finish(): void;
  abandon(): void;
}

/** Nobody reads the next generation yet and a failure drops it whole, so it is written as one transaction. */
export function startRebuild(folder: string): Rebuild {
  dropOthers(folder);
  const next = nextGeneration(folder);
  const db = begin(next);
  const columns = emptyColumns();
  const entities = new Map<string, EntityInfo>();
  return {
    add(document) {
      const about = aboutOf(document);
      for (const entity of about.entities) entities.set(`${entity.type} ${entity.id}`, entity);
      const change = writing(folder, () => put(db, document.updates, about));
      applyChange(columns, change);
    },
    finish() {
      putInOrder(columns, 0);
      writing(folder, () => {
        storeColumns(db, columns);
        insertEntities(db, entities);
        db.exec('UPDATE state SET version = 1, base = 1');
        db.exec("INSERT INTO words(words) VALUES ('optimize')");
        db.exec('COMMIT');
        db.exec('PRAGMA journal_mode = WAL');
      });
      db.close();
      makeCurrent(next);
    },
    abandon() {
      if (db.isOpen) db.close();
      dropOthers(folder);
    },
  };
}

/** A load names the same ones thousands of times. Once each, and in the order of their table, they cost little. */
function insertEntities(db: DatabaseSync, entities: ReadonlyMap<string, EntityInfo>): void {
  for (const key of [...entities.keys()].sort()) insertEntity(db, entities.get(key)!);
}

/** FTS5 gathers so much before it writes a part of its index (1 MB by itself): fewer parts are merged in less time. */
const GATHERED_BYTES = 32 * 2 ** 20;

function begin(next: Generation): DatabaseSync {
  try {
    const db = createGeneration(next);
    db.exec(
      `PRAGMA journal_mode = MEMORY; BEGIN; INSERT INTO words (words, rank) VALUES ('hashsize', ${GATHERED_BYTES})`,
    );
    return db;
  } catch (cause) {
    dropOthers(next.folder);
    throw cause;
  }
}
