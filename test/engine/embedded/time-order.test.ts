import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from '../../../src/engine/embedded/apply-changes.ts';
import { emptyColumns } from '../../../src/engine/embedded/columns.ts';
import { putInOrder } from '../../../src/engine/embedded/time-order.ts';
import { added, changed } from './added.ts';

/** Updates of these times come in; of the rows so far, these go, and of those that come, too. */
const write = fc.record({
  orders: fc.array(fc.nat(8), { maxLength: 6 }),
  removed: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }),
});

test('after every write the living are in order of time, and each knows its place', () => {
  const agree = fc.property(fc.array(fc.array(write, { maxLength: 3 }), { maxLength: 6 }), (batches) => {
    const columns = emptyColumns();
    const living = new Map<number, number>();
    for (const batch of batches) {
      const { size } = columns;
      for (const { orders, removed } of batch) {
        const gone = removed.filter((row) => living.delete(row));
        const updates = orders.map((order, i) => added(columns.lastRow + 1 + i, { order }));
        updates.forEach(({ row, order }) => living.set(row, order));
        applyChange(columns, changed({ removed: gone, added: updates }));
      }
      putInOrder(columns, size);
      const expected = [...living].sort(([a, early], [b, late]) => late - early || a - b);
      const { newestFirst, rows, places } = columns;
      expect([...newestFirst].map((slot) => rows[slot])).toEqual(expected.map(([row]) => row));
      newestFirst.forEach((slot, place) => expect(places[slot]).toBe(place));
    }
  });
  fc.assert(agree, { numRuns: 2000 });
});
