import { SUMMARY } from './update-columns.ts';
import type { Columns } from './columns.ts';

/** How well a slot answers, 0 the best; numbers below `levels`. */
export interface Criterion {
  levels: number;
  level(slot: number): number;
}

/**
 * The first `reach` of the matching slots, the best first: the first criterion decides before the second,
 * then an original leads before a summary, then the newest. Slots come newest first, so each group of equals
 * fills in its order and nothing is sorted; and what can't get on the page any more is not looked at further.
 * So the last criterion is asked first, and the first one, which takes longest, of few.
 */
export function rank(
  { marks }: Columns,
  newestFirst: Uint32Array,
  criteria: Criterion[],
  reach: number,
): number[] {
  const weights = criteria.map((_, c) => groupsOf(criteria.slice(c + 1)));
  const page = emptyPage(groupsOf(criteria), reach);
  for (let i = 0; i < newestFirst.length && page.closedFrom > 0; i++) {
    const slot = newestFirst[i]!;
    let group = marks[slot]! & SUMMARY ? 1 : 0;
    for (let c = criteria.length - 1; c >= 0 && group < page.closedFrom; c--)
      group += weights[c]! * criteria[c]!.level(slot);
    if (group < page.closedFrom) put(page, slot, group);
  }
  return page.groups.flat().slice(0, reach);
}

/** How many groups these criteria make, with originals and summaries apart. */
const groupsOf = (criteria: readonly Criterion[]) =>
  criteria.reduce((groups, { levels }) => groups * levels, 2);

/** Groups of slots, the best first, as far as they can get on the page. */
interface Page {
  groups: number[][];
  reach: number;
  /** The last group that still counts, and how many slots are in the groups up to it. */
  last: number;
  held: number;
  /** From this group on there is no place left. */
  closedFrom: number;
}

const emptyPage = (groups: number, reach: number): Page => ({
  groups: Array.from({ length: groups }, () => []),
  reach,
  last: groups - 1,
  held: 0,
  closedFrom: groups,
});

function put(page: Page, slot: number, group: number): void {
  const { groups, reach } = page;
  groups[group]!.push(slot);
  page.held++;
  while (page.held - groups[page.last]!.length >= reach) page.held -= groups[page.last--]!.length;
  if (page.held >= reach) page.closedFrom = page.last;
}
