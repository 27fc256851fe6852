/** Typed arrays hold a number in four or eight bytes and are read from the database as they are. */
export type Numbers = Uint32Array | Float64Array | Uint8Array;

/** A short list of numbers for each slot, all in one array: slot `s` has `values[starts[s] … starts[s + 1])`. */
export interface Lists<N extends Numbers = Uint32Array> {
  starts: Uint32Array;
  values: N;
}

export const noLists = (): Lists => ({ starts: new Uint32Array(16), values: new Uint32Array(16) });

export const noPointLists = (): Lists<Float64Array> => ({
  starts: new Uint32Array(16),
  values: new Float64Array(16),
});

/** Puts the list of the next slot behind the others. */
export function append(lists: Lists<Numbers>, slot: number, list: readonly number[]): void {
  const start = lists.starts[slot]!;
  const end = start + list.length;
  lists.starts = withRoom(lists.starts, slot + 2);
  lists.values = withRoom(lists.values, end);
  lists.values.set(list, start);
  lists.starts[slot + 1] = end;
}

/** The array itself if it holds `length` numbers, else a copy that has room for more to come. */
export function withRoom<N extends Numbers>(numbers: N, length: number): N {
  if (length <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => N)(Math.ceil(length * 1.5) + 16);
  larger.set(numbers);
  return larger;
}

/** One after the other. */
export function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  if (second.length === 0) return first;
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** The slots that pass. (The arrays' own `filter` takes several times as long, and this is done with all slots.) */
export function kept(slots: Uint32Array, isKept: (slot: number) => boolean): Uint32Array {
  const found = new Uint32Array(slots.length);
  let length = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    if (isKept(slot)) found[length++] = slot;
  }
  return found.subarray(0, length);
}

/** A set of slots below `size`: 1 for each member. */
export function membersOf(slots: Uint32Array, size: number): Uint8Array {
  const isIn = new Uint8Array(size);
  for (let i = 0; i < slots.length; i++) isIn[slots[i]!] = 1;
  return isIn;
}

/** The first slots without the others; all are below `size`. */
export function without(slots: Uint32Array, others: Uint32Array, size: number): Uint32Array {
  if (others.length === 0) return slots;
  const isOther = membersOf(others, size);
  return kept(slots, (slot) => isOther[slot] === 0);
}
