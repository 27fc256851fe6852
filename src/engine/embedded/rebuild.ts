import type { DatabaseSync } from 'node:sqlite';
import { apply, emptyColumns, putInOrder } from './columns.ts';
import { dropOthers, makeCurrent, nextGeneration, type Generation } from './current.ts';
import { writing } from './failure.ts';
import { createGeneration } from './generation.ts';
import { put } from './put.ts';
import type { KnownEntities } from './put-names.ts';
import { storeColumns } from './stored-columns.ts';
import type { StoredDocument } from './stored-document.ts';

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
  const entities: KnownEntities = new Map();
  return {
    add: (document) =>
      apply(
        columns,
        writing(folder, () => put(db, document, entities)),
      ),
    finish() {
      putInOrder(columns, 0);
      writing(folder, () => {
        storeColumns(db, columns);
        db.exec('UPDATE state SET version = 1, base = 1');
        db.exec("INSERT INTO words(words) VALUES ('optimize')");
        db.exec('COMMIT');
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
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

/** FTS5 gathers so much before it writes a part of its index (1 MB by itself): fewer parts are merged in less time. */
const GATHERED_BYTES = 32 * 2 ** 20;

function begin(next: Generation): DatabaseSync {
  try {
    const db = createGeneration(next);
    db.exec(`BEGIN; INSERT INTO words (words, rank) VALUES ('hashsize', ${GATHERED_BYTES})`);
    return db;
  } catch (cause) {
    dropOthers(next.folder);
    throw cause;
  }
}
