import type { Column } from './columns.ts';
import type { Counts } from './counts.ts';

/**
 * The values with the highest counts above zero, as `facetList` orders them: by count, then by name.
 * A facet can have tens of thousands of values and a list has ten, so what doesn't beat the last of the
 * best so far is passed over with one comparison, and only ties compare names.
 */
export function topValues(column: Column, { numbers, counts }: Counts, limit: number): [string, number][] {
  const { names } = column.names;
  const best: number[] = [];
  const leads = (a: number, b: number) =>
    counts[a]! > counts[b]! || (counts[a] === counts[b] && isBefore(column, numbers[a]!, numbers[b]!));
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    if (best.length === limit && (limit === 0 || !leads(at, best[limit - 1]!))) continue;
    let place = Math.min(best.length, limit - 1);
    for (; place > 0 && leads(at, best[place - 1]!); place--) best[place] = best[place - 1]!;
    best[place] = at;
  }
  return best.map((at) => [names[numbers[at]!]!, counts[at]!]);
}

/** The numbers of sorted names are in order of the names themselves. */
function isBefore({ names: { names, sorted } }: Column, a: number, b: number): boolean {
  return a < sorted && b < sorted ? a < b : names[a]! < names[b]!;
}
