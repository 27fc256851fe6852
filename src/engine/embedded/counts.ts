import type { Column, Columns } from './columns.ts';
import { without } from './lists.ts';

/** How many of some slots have each value, by number. */
export interface Counts {
  numbers: Uint32Array;
  counts: Uint32Array;
}

/**
 * For all counting: counters by value number, at zero between two counts, and room for the numbers that were met.
 * Most searches have few hits and many facets, so making arrays would be most of the work.
 */
let counters = new Uint32Array(1024);
let met = new Uint32Array(1024);

/**
 * A way to count the values that living slots have in any column: of them, or of all the others where those
 * are fewer. So the empty query and the first letters of a typed one cost little.
 */
export function counterOf(columns: Columns, slots: Uint32Array): (column: Column) => Counts {
  const { newestFirst, size } = columns;
  if (slots.length * 2 <= newestFirst.length) return (column) => countValues(column, slots, size);
  const others = slots === newestFirst ? NONE : without(newestFirst, slots, size);
  return (column) => allLess(column, countValues(column, others, size));
}

const NONE = new Uint32Array();

/** Counts the values of these slots. */
function countValues(column: Column, slots: Uint32Array, size: number): Counts {
  makeRoom(column.names.names.length);
  const length = hasOneEach(column, size) ? countOneEach(column, slots) : countLists(column, slots);
  return take(met.slice(0, length));
}

function makeRoom(length: number): void {
  if (counters.length >= length) return;
  counters = new Uint32Array(length * 2);
  met = new Uint32Array(length * 2);
}

/** Up to which slot a column has exactly one value for each: what was so once stays so. */
const oneEachUpTo = new WeakMap<Column, number>();

/** Is the value of each slot at its own number? Then no lists are looked up, and half the memory stays unread. */
function hasOneEach(column: Column, size: number): boolean {
  const { starts } = column;
  if (starts[size] !== size) return false;
  let slot = oneEachUpTo.get(column) ?? 0;
  while (slot < size && starts[slot] === slot) slot++;
  oneEachUpTo.set(column, slot);
  return slot === size;
}

/** Counts into the counters and returns how many numbers it met. */
function countOneEach({ values }: Column, slots: Uint32Array): number {
  const [found, numbers] = [counters, met];
  let length = 0;
  for (let i = 0; i < slots.length; i++) {
    const number = values[slots[i]!]!;
    if (found[number]!++ === 0) numbers[length++] = number;
  }
  return length;
}

/** The same for slots with any number of values. */
function countLists({ starts, values }: Column, slots: Uint32Array): number {
  const [found, numbers] = [counters, met];
  let length = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    for (let at = starts[slot]!, end = starts[slot + 1]!; at < end; at++) {
      const number = values[at]!;
      if (found[number]!++ === 0) numbers[length++] = number;
    }
  }
  return length;
}

/** What counting these values left in the counters, which it puts back to zero. */
function take(numbers: Uint32Array): Counts {
  const found = counters;
  const counts = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    counts[i] = found[number]!;
    found[number] = 0;
  }
  return { numbers, counts };
}

/** The counts of all living slots without these. */
function allLess(column: Column, { numbers: lacking, counts: less }: Counts): Counts {
  const counts = column.totals.slice(0, column.names.names.length);
  for (let i = 0; i < lacking.length; i++) counts[lacking[i]!]! -= less[i]!;
  const numbers = new Uint32Array(counts.length);
  for (let number = 0; number < numbers.length; number++) numbers[number] = number;
  return { numbers, counts };
}
