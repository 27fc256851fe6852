import type { DatabaseSync } from 'node:sqlite';
import { FACET_NAMES } from '../../facets.ts';
import { rowsOf } from './beginnings.ts';
import type { AddedUpdate, Change } from './change.ts';
import { ALIVE, namedColumns, type Column, type Columns } from './columns.ts';
import { numberFor } from './dictionary.ts';
import { append, withRoom } from './lists.ts';
import { prepared } from './prepared.ts';
import { putInOrder } from './time-order.ts';

/** Applies the writes after a version of the index. */
export function applyChanges(db: DatabaseSync, columns: Columns, after: number): void {
  const rows = prepared(db, 'SELECT change FROM changes WHERE version > ? ORDER BY version').all(after);
  if (rows.length === 0) return;
  // All are read before the first is applied: half of them would leave columns of no version.
  const changes = rows.map(({ change }) => JSON.parse(String(change)) as Change);
  const sizeBefore = columns.size;
  for (const change of changes) applyChange(columns, change);
  putInOrder(columns, sizeBefore);
}

/** Takes over what a write changed. `putInOrder` must follow before anybody searches. */
export function applyChange(columns: Columns, change: Change): void {
  const { vocabulary } = columns;
  const numbers = change.words.map((word) => numberFor(vocabulary.words, word));
  vocabulary.counts = withRoom(vocabulary.counts, vocabulary.words.names.length);
  change.counts.forEach((difference, i) => (vocabulary.counts[numbers[i]!]! += difference));
  for (const row of change.removed) bury(columns, columns.slots[row]! - 1);
  const lists = change.beginnings.map((beginning) => rowsOf(columns.beginnings, beginning));
  const add = valueAdder(columns, change.values);
  for (const update of change.added) {
    const slot = addSlot(columns, update);
    append(
      columns.titles,
      slot,
      update.title.map((word) => numbers[word]!),
    );
    add(slot, update);
    for (const beginning of update.beginnings) lists[beginning]!(update.row);
  }
}

function bury(columns: Columns, slot: number): void {
  columns.marks[slot]! &= ~ALIVE;
  columns.buried.push(slot);
  for (const [, { starts, values, totals }] of namedColumns(columns)) {
    for (let at = starts[slot]!; at < starts[slot + 1]!; at++) totals[values[at]!]!--;
  }
}

function addSlot(columns: Columns, { row, order, tie, marks, points }: AddedUpdate): number {
  const slot = columns.size++;
  columns.rows = withRoom(columns.rows, slot + 1);
  columns.slots = withRoom(columns.slots, row + 1);
  columns.order = withRoom(columns.order, slot + 1);
  columns.ties = withRoom(columns.ties, slot + 1);
  columns.marks = withRoom(columns.marks, slot + 1);
  columns.lastRow = row;
  columns.rows[slot] = row;
  columns.slots[row] = slot + 1;
  columns.order[slot] = order;
  columns.ties[slot] = tie;
  columns.marks[slot] = marks | ALIVE;
  append(columns.points, slot, points);
  return slot;
}

/** Adds the values of updates, which are numbers of this list, to their columns; each is looked up there once. */
function valueAdder(columns: Columns, values: readonly string[]) {
  const all = [columns.clock, ...FACET_NAMES.map((facet) => columns.facets[facet])];
  const known = all.map((): number[] => []);
  const addTo = (column: Column, numbers: number[], slot: number, own: readonly number[]) => {
    const found = own.map((value) => (numbers[value] ??= numberFor(column.names, values[value]!)));
    column.totals = withRoom(column.totals, column.names.names.length);
    for (const number of found) column.totals[number]!++;
    append(column, slot, found);
  };
  return (slot: number, { clock, facets }: AddedUpdate): void =>
    [[clock], ...facets].forEach((own, i) => addTo(all[i]!, known[i]!, slot, own));
}
