import type { DatabaseSync } from 'node:sqlite';
import { ALIVE, type Columns } from './columns.ts';
import { joined, kept } from './lists.ts';
import { prepared } from './prepared.ts';
import { packRising, unpackRising } from './rising-numbers.ts';

interface Index {
  db: DatabaseSync;
  columns: Columns;
}

/** The living slots with a word that begins like this (`isListed`), in any order. */
export const slotsBeginning = ({ db, columns }: Index, beginning: string): Uint32Array =>
  livingRows(db, columns, beginning).map((row) => columns.slots[row]! - 1);

/** Stores the lists of all living updates, in place of those that were there. */
export function storeBeginnings(db: DatabaseSync, columns: Columns): void {
  const stored = prepared(db, 'SELECT beginning FROM beginnings')
    .all()
    .map((row) => String(row['beginning']));
  const store = prepared(db, 'INSERT OR REPLACE INTO beginnings (beginning, rows) VALUES (?, ?)');
  for (const beginning of new Set([...stored, ...columns.beginnings.keys()]))
    store.run(beginning, packRising(livingRows(db, columns, beginning)));
}

const NONE = { rows: new Uint32Array(), length: 0 };

/** What is stored may have come later than these columns: of the rows since then they know by themselves. */
function livingRows(db: DatabaseSync, columns: Columns, beginning: string): Uint32Array {
  const { slots, marks, storedRow, beginnings } = columns;
  const packed = prepared(db, 'SELECT rows FROM beginnings WHERE beginning = ?').get(beginning)?.['rows'];
  const stored = packed === undefined ? new Uint32Array() : unpackRising(packed as Uint8Array);
  const { rows, length } = beginnings.get(beginning) ?? NONE;
  const before = kept(stored, (row) => row <= storedRow);
  const isAlive = (row: number) => slots[row]! > 0 && (marks[slots[row]! - 1]! & ALIVE) !== 0;
  return kept(joined(before, rows.subarray(0, length)), isAlive);
}
