import type { DatabaseSync } from 'node:sqlite';
import { emptyColumns, namedColumns, type Column, type Columns } from './columns.ts';
import { dictionaryOf, sortedAgain, type Dictionary } from './dictionary.ts';
import type { Lists, Numbers } from './lists.ts';
import { prepared } from './prepared.ts';
import { storeBeginnings } from './stored-beginnings.ts';

/**
 * Columns as the database keeps them: each array as the bytes that it is in memory (little-endian on every
 * machine that Node runs on), names as JSON, so that opening a large index copies a few blobs.
 */
type Stored = Map<string, Uint8Array | string>;

/**
 * Stores the living slots with all names sorted. They are put in order of time, the oldest first: a search walks
 * through them so, and memory is read several times faster in its own order.
 */
export function storeColumns(db: DatabaseSync, columns: Columns): void {
  const { rows, order, ties, marks } = columns;
  const living = columns.newestFirst.toReversed();
  const stored: Stored = new Map();
  stored.set('rows', bytes(living.map((slot) => rows[slot]!)));
  stored.set('order', bytes(Float64Array.from(living, (slot) => order[slot]!)));
  stored.set('ties', bytes(Float64Array.from(living, (slot) => ties[slot]!)));
  stored.set(
    'marks',
    Uint8Array.from(living, (slot) => marks[slot]!),
  );
  for (const [name, column] of namedColumns(columns)) storeColumn(stored, name, column, living);
  storeLists(stored, 'points', columns.points, living);
  storeVocabulary(stored, columns, living);
  const insert = prepared(db, 'INSERT OR REPLACE INTO columns (name, data) VALUES (?, ?)');
  for (const [name, data] of stored) insert.run(name, data);
  storeBeginnings(db, columns);
}

function storeColumn(stored: Stored, name: string, column: Column, living: Uint32Array): void {
  const renumbered = storeCounted(stored, name, column.names, column.totals);
  storeLists(stored, name, column, living, renumbered);
}

/** Stores the names that count above zero, sorted, and their counts. Returns for each old number the new one. */
function storeCounted(stored: Stored, name: string, all: Dictionary, counts: Uint32Array): Uint32Array {
  const { dictionary, renumbered } = sortedAgain(all, (number) => counts[number]! > 0);
  const sortedCounts = new Uint32Array(dictionary.names.length);
  all.names.forEach((_, old) => {
    if (counts[old]! > 0) sortedCounts[renumbered[old]!] = counts[old]!;
  });
  stored.set(`${name}.names`, JSON.stringify(dictionary.names));
  stored.set(`${name}.counts`, bytes(sortedCounts));
  return renumbered;
}

function storeVocabulary(stored: Stored, { vocabulary, titles }: Columns, living: Uint32Array): void {
  const renumbered = storeCounted(stored, 'words', vocabulary.words, vocabulary.counts);
  storeLists(stored, 'titles', titles, living, renumbered);
}

function storeLists(
  stored: Stored,
  name: string,
  { starts, values }: Lists<Numbers>,
  living: Uint32Array,
  renumbered?: Uint32Array,
): void {
  const keptStarts = new Uint32Array(living.length + 1);
  let end = 0;
  living.forEach((slot, at) => (keptStarts[at + 1] = end += starts[slot + 1]! - starts[slot]!));
  const kept = values.slice(0, end);
  living.forEach((slot, at) => {
    const own = values.subarray(starts[slot]!, starts[slot + 1]!);
    kept.set(renumbered ? own.map((value) => renumbered[value]!) : own, keptStarts[at]!);
  });
  stored.set(`${name}.starts`, bytes(keptStarts));
  stored.set(`${name}.values`, bytes(kept));
}

const bytes = ({ buffer, byteOffset, byteLength }: Numbers) => new Uint8Array(buffer, byteOffset, byteLength);

/** The stored columns; empty ones where none were stored yet. */
export function readColumns(db: DatabaseSync): Columns {
  const rows = prepared(db, 'SELECT name, data FROM columns').all();
  const stored: Stored = new Map(rows.map(({ name, data }) => [String(name), data as Uint8Array | string]));
  const columns = emptyColumns();
  if (stored.size === 0) return columns;
  columns.rows = whole(stored, 'rows');
  columns.size = columns.rows.length;
  columns.order = fractional(stored, 'order');
  columns.ties = fractional(stored, 'ties');
  columns.marks = stored.get('marks') as Uint8Array;
  for (const [name, column] of namedColumns(columns)) fillColumn(stored, name, column);
  Object.assign(columns.points, {
    starts: whole(stored, 'points.starts'),
    values: fractional(stored, 'points.values'),
  });
  Object.assign(columns.titles, storedLists(stored, 'titles'));
  columns.vocabulary = { words: names(stored, 'words'), counts: whole(stored, 'words.counts') };
  fillLookups(columns);
  return columns;
}

function fillColumn(stored: Stored, name: string, column: Column): void {
  Object.assign(column, storedLists(stored, name), {
    names: names(stored, name),
    totals: whole(stored, `${name}.counts`),
  });
}

function fillLookups(columns: Columns): void {
  const { rows, size } = columns;
  columns.lastRow = rows.reduce((last, row) => Math.max(last, row), 0);
  columns.storedRow = columns.lastRow;
  columns.slots = new Uint32Array(columns.lastRow + 1);
  columns.newestFirst = new Uint32Array(size);
  columns.places = new Uint32Array(size);
  for (let slot = 0; slot < size; slot++) {
    const place = size - 1 - slot;
    columns.slots[rows[slot]!] = slot + 1;
    columns.newestFirst[place] = slot;
    columns.places[slot] = place;
  }
}

const names = (stored: Stored, name: string) =>
  dictionaryOf(JSON.parse(stored.get(`${name}.names`) as string) as string[]);

const storedLists = (stored: Stored, name: string) => ({
  starts: whole(stored, `${name}.starts`),
  values: whole(stored, `${name}.values`),
});

const whole = (stored: Stored, name: string) => new Uint32Array(aligned(stored.get(name) as Uint8Array));
const fractional = (stored: Stored, name: string) =>
  new Float64Array(aligned(stored.get(name) as Uint8Array));

/** The bytes as a buffer of their own. */
const aligned = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  byteOffset === 0 && byteLength === buffer.byteLength
    ? buffer
    : buffer.slice(byteOffset, byteOffset + byteLength);
