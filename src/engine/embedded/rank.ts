import { SUMMARY } from './change.ts';
import type { Columns } from './columns.ts';

/** How well a slot answers, 0 the best; numbers below `levels`. */
export interface Criterion {
  levels: number;
  level(slot: number): number;
}

/**
 * The first `reach` of the matching slots, the best first: the first criterion decides before the second,
 * then an original leads before a summary, then the newest. Slots come newest first, so each group of equals
 * fills in its order and nothing is sorted; and once the best group is full, nobody can change the page.
 */
export function rank(
  { marks }: Columns,
  newestFirst: Uint32Array,
  criteria: Criterion[],
  reach: number,
): number[] {
  const groups: number[][] = [];
  for (let i = 0; i < newestFirst.length; i++) {
    const slot = newestFirst[i]!;
    let group = 0;
    for (let c = 0; c < criteria.length; c++) group = group * criteria[c]!.levels + criteria[c]!.level(slot);
    group = group * 2 + (marks[slot]! & SUMMARY ? 1 : 0);
    const members = (groups[group] ??= []);
    if (members.length < reach) members.push(slot);
    if (group === 0 && members.length === reach) return members;
  }
  return groups.flat().slice(0, reach);
}
