import type { Columns } from './columns.ts';

/** From this share of all updates on, walking through all of them is cheaper than sorting some. */
const WALK_SHARE = 1 / 24;

/** Living slots in order of time, the newest first. */
export function newestFirst(columns: Columns, slots: Uint32Array): Uint32Array {
  return slots.length < columns.newestFirst.length * WALK_SHARE
    ? sorted(columns, slots)
    : walked(columns, slots);
}

function sorted({ newestFirst: all, places }: Columns, slots: Uint32Array): Uint32Array {
  const found = new Uint32Array(slots.length);
  for (let i = 0; i < slots.length; i++) found[i] = places[slots[i]!]!;
  found.sort();
  for (let i = 0; i < found.length; i++) found[i] = all[found[i]!]!;
  return found;
}

/** Marks the places in one array of bytes, which is then read in its own order. */
function walked({ newestFirst: all, places }: Columns, slots: Uint32Array): Uint32Array {
  const isTaken = new Uint8Array(all.length);
  for (let i = 0; i < slots.length; i++) isTaken[places[slots[i]!]!] = 1;
  const found = new Uint32Array(slots.length);
  let length = 0;
  for (let place = 0; place < isTaken.length; place++)
    if (isTaken[place] === 1) found[length++] = all[place]!;
  return found;
}
