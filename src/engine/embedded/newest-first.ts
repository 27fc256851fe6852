import type { Columns } from './columns.ts';
import { kept, membersOf } from './lists.ts';

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
  const isIn = membersOf(slots, size);
  return kept(all, (slot) => isIn[slot] === 1);
}
