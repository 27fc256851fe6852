import type { DatabaseSync } from 'node:sqlite';
import { ALIVE, type Columns } from './columns.ts';
import { prepared } from './prepared.ts';
import { packRising, unpackRising } from './rising-numbers.ts';

interface Index {
  db: DatabaseSync;
  columns: Columns;
}

/** The living slots with a word that begins like this (`isListed`), in order of their rows. */
export function slotsBeginning({ db, columns }: Index, beginning: string): Uint32Array {
  const packed = prepared(db, 'SELECT rows FROM beginnings WHERE beginning = ?').get(beginning)?.['rows'];
  const stored = packed === undefined ? NONE.rows : unpackRising(packed as Uint8Array);
  const { rows, length } = columns.beginnings.get(beginning) ?? NONE;
  const slots = new Uint32Array(stored.length + length);
  // What is stored may have come later than these columns: of the rows since then they know by themselves.
  const before = putLiving(slots, 0, columns, stored, columns.storedRow);
  const all = putLiving(slots, before, columns, rows.subarray(0, length), Infinity);
  return slots.subarray(0, all);
}

const NONE = { rows: new Uint32Array(), length: 0 };

/** Puts the slots of living rows as far as `upTo` behind those `from`; returns where they end. */
function putLiving(
  slots: Uint32Array,
  from: number,
  { slots: slotOf, marks }: Columns,
  rows: Uint32Array,
  upTo: number,
): number {
  let end = from;
  for (let i = 0; i < rows.length && rows[i]! <= upTo; i++) {
    const slot = slotOf[rows[i]!]! - 1;
    if (slot >= 0 && (marks[slot]! & ALIVE) !== 0) slots[end++] = slot;
  }
  return end;
}

/** Stores the lists of all living updates, in place of those that were there. */
export function storeBeginnings(db: DatabaseSync, columns: Columns): void {
  const stored = prepared(db, 'SELECT beginning FROM beginnings').all();
  const store = prepared(db, 'INSERT OR REPLACE INTO beginnings (beginning, rows) VALUES (?, ?)');
  const beginnings = [...stored.map((row) => String(row['beginning'])), ...columns.beginnings.keys()];
  for (const beginning of new Set(beginnings)) {
    const slots = slotsBeginning({ db, columns }, beginning);
    store.run(beginning, packRising(slots.map((slot) => columns.rows[slot]!)));
  }
}
