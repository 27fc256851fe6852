import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from '../../../src/engine/embedded/apply-changes.ts';
import { emptyColumns, type Columns } from '../../../src/engine/embedded/columns.ts';
import { counterOf } from '../../../src/engine/embedded/counts.ts';
import { named } from '../../../src/engine/embedded/facets.ts';
import { FACET_NAMES, type FacetName } from '../../../src/facets.ts';
import { putInOrder } from '../../../src/engine/embedded/time-order.ts';
import { added as addedUpdate, changed } from './added.ts';

type Values = Partial<Record<FacetName, readonly string[]>>;

const VALUES = ['a', 'b', 'c', 'd', '1', '2', '3', 'en', 'fr'];

/** People in any number; a day each; a language that at times one lacks and another has twice. */
const values: fc.Arbitrary<Values> = fc.record({
  person: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
  day: fc.constantFrom('1', '2', '3').map((day) => [day]),
  language: fc.oneof(
    { weight: 9, arbitrary: fc.constant(['en']) },
    { weight: 1, arbitrary: fc.constantFrom([], ['en', 'fr']) },
  ),
});
const write = fc.record({
  added: fc.array(values, { maxLength: 8 }),
  removed: fc.integer({ min: 1, max: 20 }),
});

/** Adds the updates, each in a row with the number after the last, and takes the one in row `removed` away. */
function follow(columns: Columns, rows: Map<number, Values>, added: Values[], removed: number): void {
  const updates = added.map((one, i) => {
    const row = columns.lastRow + 1 + i;
    const facets = FACET_NAMES.map((facet) => (one[facet] ?? []).map((value) => VALUES.indexOf(value)));
    return addedUpdate(row, { order: row, facets });
  });
  const { size } = columns;
  const gone = rows.has(removed) ? [removed] : [];
  applyChange(columns, changed({ values: VALUES, added: updates, removed: gone }));
  putInOrder(columns, size);
  rows.delete(removed);
  updates.forEach(({ row }, i) => rows.set(row, added[i]!));
}

function counted(updates: Values[], facet: FacetName): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of updates.flatMap((one) => one[facet] ?? [])) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

test('counts what a walk over the updates counts, after every write, few of them or most', () => {
  const agree = fc.property(
    fc.array(write, { maxLength: 6 }),
    fc.infiniteStream(fc.boolean()),
    (writes, chosen) => {
      const [columns, rows] = [emptyColumns(), new Map<number, Values>()];
      for (const { added, removed } of writes) {
        follow(columns, rows, added, removed);
        const slots = columns.newestFirst.filter(() => chosen.next().value);
        const updates = [...slots].map((slot) => rows.get(columns.rows[slot]!)!);
        const count = counterOf(columns, slots);
        for (const facet of ['person', 'day', 'language'] as const)
          expect(Object.fromEntries(named(columns.facets[facet], count(columns.facets[facet])))).toEqual(
            counted(updates, facet),
          );
      }
    },
  );
  fc.assert(agree, { numRuns: 500 });
});
