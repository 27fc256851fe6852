import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from '../../../src/engine/embedded/apply-changes.ts';
import { emptyColumns } from '../../../src/engine/embedded/columns.ts';
import { newestFirst } from '../../../src/engine/embedded/newest-first.ts';
import { putInOrder } from '../../../src/engine/embedded/time-order.ts';
import { added, changed } from './added.ts';

// Of two hundred updates eight are few enough to be sorted.
const times = fc.array(fc.nat(50), { maxLength: 200, size: 'max' });

test('puts slots in order of time, few of them or most', () => {
  const agree = fc.property(times, fc.integer({ min: 1, max: 60 }), (orders, one) => {
    const columns = emptyColumns();
    const updates = orders.map((order, i) => added(i + 1, { order }));
    applyChange(columns, changed({ added: updates }));
    putInOrder(columns, 0);
    const slots = Uint32Array.from(orders.keys()).filter((slot) => slot % one === 0);
    const expected = [...slots].sort((a, b) => orders[b]! - orders[a]! || a - b);
    expect([...newestFirst(columns, slots)]).toEqual(expected);
    expect([...newestFirst(columns, slots.toReversed())]).toEqual(expected);
  });
  fc.assert(agree, { numRuns: 500 });
});
