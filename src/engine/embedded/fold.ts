import type { DatabaseSync } from 'node:sqlite';
import { applyChanges } from './apply-changes.ts';
import { prepared } from './prepared.ts';
import { readColumns, storeColumns } from './stored-columns.ts';

/** Changes of this many bytes, about a thousand updates, take some ten milliseconds to follow. */
const FOLD_BYTES = 1_000_000;

/** Would a reader that opens now spend long on the writes since the columns were stored? */
export function isWorthFolding(db: DatabaseSync): boolean {
  const sum = 'SELECT sum(octet_length(change)) AS bytes FROM changes, state WHERE changes.version > base';
  const stored = prepared(db, 'SELECT sum(octet_length(data)) AS bytes FROM columns').get()?.['bytes'];
  // The larger the index, the longer folding takes and the longer opening takes anyway.
  return Number(prepared(db, sum).get()?.['bytes']) > FOLD_BYTES + Number(stored) / 2;
}

/**
 * Stores the columns as they are now. The changes that this folds in stay until the next time, so that readers
 * that are a few writes behind can follow.
 */
export function fold(db: DatabaseSync): void {
  const columns = readColumns(db);
  const { base } = prepared(db, 'SELECT base FROM state').get() as { base: number };
  applyChanges(db, columns, base);
  storeColumns(db, columns);
  prepared(db, 'DELETE FROM changes WHERE version <= ?').run(base);
  db.exec('UPDATE state SET base = version');
}
