import type { FacetName } from '../../record.ts';
import { countValues, type Column, type Columns } from './columns.ts';
import type { Conditions } from './filter.ts';

export interface Tally {
  /** Matching slots, in the order in which they were offered. */
  matching: number[];
  /** For each asked facet, how many updates have each value, by value number. */
  counts: Map<FacetName, Uint32Array>;
  /** Updates per hour or day, by value number of the clock column. */
  clock: Uint32Array;
}

/**
 * One pass over the candidates for hits, every facet and the histogram. An update that fails no
 * condition counts everywhere; one that fails a single lifted condition counts in that facet only,
 * because there it is what choosing another value instead would find.
 */
export function tally(
  columns: Columns,
  candidates: Iterable<number>,
  asked: FacetName[],
  { hard, lifted }: Conditions,
): Tally {
  const counts = new Map(asked.map((facet) => [facet, countersFor(columns.facets[facet])]));
  const clock = countersFor(columns.clock);
  const matching: number[] = [];
  for (const slot of candidates) {
    if (!hard.every((test) => test(slot))) continue;
    const failed = lifted.filter(({ test }) => !test(slot));
    if (failed.length > 1) continue;
    const only = failed[0]?.facet;
    for (const [facet, counters] of counts) {
      if (only === undefined || only === facet) countValues(columns.facets[facet], slot, counters);
    }
    if (only !== undefined) continue;
    countValues(columns.clock, slot, clock);
    matching.push(slot);
  }
  return { matching, counts, clock };
}

const countersFor = (column: Column) => new Uint32Array(column.names.length);

/** Counts by name, those above zero. */
export function* named(column: Column, counters: Uint32Array): Generator<[string, number]> {
  for (let number = 0; number < counters.length; number++) {
    if (counters[number]! > 0) yield [column.names[number]!, counters[number]!];
  }
}
