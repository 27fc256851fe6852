import type { Column, Columns } from './columns.ts';
import { kept, membersOf } from './lists.ts';

/** How many of some slots have each value, by number. */
export interface Counts {
  numbers: Uint32Array;
  counts: Uint32Array;
}

/** Counters by value number, one array for all counting, at zero between two counts. */
let counters = new Uint32Array(1024);

/**
 * A way to count the values that living slots have in any column: of them, or of all the others where those
 * are fewer. So the empty query and the first letters of a typed one cost little.
 */
export function counterOf(columns: Columns, slots: Uint32Array): (column: Column) => Counts {
  if (slots.length * 2 <= columns.newestFirst.length) return (column) => countValues(column, slots);
  const others = allBut(columns, slots);
  return (column) => countAllBut(column, others);
}

function allBut({ newestFirst, size }: Columns, slots: Uint32Array): Uint32Array {
  if (slots.length === newestFirst.length) return new Uint32Array();
  const isIn = membersOf(slots, size);
  return kept(newestFirst, (slot) => isIn[slot] === 0);
}

/** Counts the values of these slots. */
function countValues(column: Column, slots: Uint32Array): Counts {
  const { starts, values, names } = column;
  if (counters.length < names.names.length) counters = new Uint32Array(names.names.length * 2);
  const found = counters;
  const numbers: number[] = [];
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    for (let at = starts[slot]!, end = starts[slot + 1]!; at < end; at++) {
      const number = values[at]!;
      if (found[number]!++ === 0) numbers.push(number);
    }
  }
  return take(new Uint32Array(numbers));
}

/** What counting these values left in the counters, which it puts back to zero. */
function take(numbers: Uint32Array): Counts {
  const counts = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    counts[i] = counters[numbers[i]!]!;
    counters[numbers[i]!] = 0;
  }
  return { numbers, counts };
}

/** Counts of all living slots but these. */
function countAllBut(column: Column, slots: Uint32Array): Counts {
  const counts = column.totals.slice(0, column.names.names.length);
  const lacking = countValues(column, slots);
  for (let i = 0; i < lacking.numbers.length; i++) counts[lacking.numbers[i]!]! -= lacking.counts[i]!;
  const numbers = new Uint32Array(counts.length);
  for (let number = 0; number < numbers.length; number++) numbers[number] = number;
  return { numbers, counts };
}
