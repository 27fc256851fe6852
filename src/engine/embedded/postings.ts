import type { DatabaseSync } from 'node:sqlite';
import { ALIVE, type Columns } from './columns.ts';
import { joined, kept } from './lists.ts';
import { prepared } from './prepared.ts';

/** The slots that an expression matched, dead ones too, as far as the row `upTo`. */
interface Posting {
  slots: Uint32Array;
  upTo: number;
}

/** Postings that were long to read, the last used one last. */
export type Postings = Map<string, Posting>;

/** Shorter ones are read again as fast as they are found here. */
const WORTH_KEEPING = 1000;

/** All of them together hold at most this many numbers per slot. */
const NUMBERS_PER_SLOT = 32;

interface Index {
  db: DatabaseSync;
  columns: Columns;
  postings: Postings;
}

/**
 * The living slots that match an FTS5 expression, in any order. Rows never change, they only come and
 * go: so what was read once stays true, and after a write only the rows that came are asked for.
 */
export function slotsMatching({ db, columns, postings }: Index, expression: string): Uint32Array {
  const known = postings.get(expression);
  const upTo = known?.upTo ?? 0;
  const added = known?.upTo === columns.lastRow ? NONE : readSlots(db, columns, expression, upTo);
  const slots = known ? joined(known.slots, added) : added;
  if (slots.length >= WORTH_KEEPING)
    keep(postings, expression, { slots, upTo: columns.lastRow }, columns.size);
  if (columns.size === columns.newestFirst.length || !known) return slots;
  return kept(slots, (slot) => (columns.marks[slot]! & ALIVE) !== 0);
}

const NONE = new Uint32Array();

/** One JSON array takes half the time of as many rows. */
function readSlots(db: DatabaseSync, columns: Columns, expression: string, after: number): Uint32Array {
  const read = prepared(
    db,
    'SELECT json_group_array(rowid) AS rows FROM words WHERE words MATCH ? AND rowid > ?',
  );
  const rows = JSON.parse(String(read.get(expression, after)?.['rows'])) as number[];
  const slots = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) slots[i] = columns.slots[rows[i]!]! - 1;
  return slots;
}

function keep(postings: Postings, expression: string, posting: Posting, size: number): void {
  postings.delete(expression);
  postings.set(expression, posting);
  let numbers = 0;
  for (const { slots } of postings.values()) numbers += slots.length;
  for (const [oldest, { slots }] of postings) {
    if (numbers <= NUMBERS_PER_SLOT * size) return;
    numbers -= slots.length;
    postings.delete(oldest);
  }
}
