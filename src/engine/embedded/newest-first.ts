import type { Columns } from './columns.ts';

/** From this share of all updates on, walking through all of them is cheaper than sorting some. */
const WALK_SHARE = 1 / 24;

/** Living slots in order of time, the newest first. */
export function newestFirst({ newestFirst: all, places, size }: Columns, slots: Uint32Array): Uint32Array {
  if (slots.length < all.length * WALK_SHARE) {
    return slots
      .map((slot) => places[slot]!)
      .sort()
      .map((place) => all[place]!);
  }
  const isIn = new Uint8Array(size);
  for (let i = 0; i < slots.length; i++) isIn[slots[i]!] = 1;
  return all.filter((slot) => isIn[slot] === 1);
}
