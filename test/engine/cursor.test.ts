import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newerFirst, placeOf, tieOf } from '../../src/engine/cursor.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/), { minLength: 2, maxLength: 20 });

test('every id has a tie of its own that a double holds', () => {
  const apart = fc.property(ids, (all) => {
    const ties = all.map(tieOf);
    expect(new Set(ties).size).toBe(all.length);
    expect(ties.every((tie) => tie >= 0 && Number.isSafeInteger(tie))).toBe(true);
  });
  fc.assert(apart);
});

test('so have the ids of a large archive, which differ in a few digits', () => {
  const archive = Array.from({ length: 100_000 }, (_, i) => `news-of-the-day-${i}-1`);
  expect(new Set(archive.map(tieOf)).size).toBe(archive.length);
});

test('updates stand in the same order wherever they come from', () => {
  const sorted = fc.property(ids, fc.nat(2), (all, order) => {
    const places = all.map((id, i) => placeOf({ id, order: i % (order + 1) }));
    expect(places.toReversed().sort(newerFirst)).toEqual(places.toSorted(newerFirst));
  });
  fc.assert(sorted);
});
