import type { Columns } from './columns.ts';

/**
 * The first `reach` of the matching slots, the best first: by the sets they are in (the first set
 * decides before the second), an original before a summary, then newest first.
 * Slots come newest first, so each group of equals fills in its order and nothing is sorted.
 */
export function rank(
  columns: Columns,
  newestFirst: Iterable<number>,
  sets: Set<number>[],
  reach: number,
): number[] {
  const groups: number[][] = [];
  for (const slot of newestFirst) {
    const row = columns.rows[slot]!;
    let group = 0;
    for (const set of sets) group = group * 2 + (set.has(row) ? 0 : 1);
    group = group * 2 + (columns.summary[slot] ? 1 : 0);
    const members = (groups[group] ??= []);
    if (members.length < reach) members.push(slot);
  }
  return groups.flat().slice(0, reach);
}
