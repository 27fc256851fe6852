import { describe, expect, test } from 'vitest';
import { holdFirst, neededCounts } from '../../../src/engine/meilisearch/facet-counts.ts';
import { query } from '../records.ts';

const needed = (given: Parameters<typeof query>[0]) => Object.fromEntries(neededCounts(query(given)));

describe('how many counts are needed', () => {
  test('as many as a list shows', () => {
    expect(needed({ facets: ['person', 'day'], facetLimit: 10 })).toEqual({
      'facet.person': 10,
      'facet.day': 10,
    });
  });
  test('all where a chosen value may have a low count, and for a histogram of one unit', () => {
    const facets = { person: { any: ['Ada One'] }, place: { all: ['Geneva'] } };
    expect(
      needed({
        filters: { facets },
        facets: ['person', 'place', 'day'],
        facetLimit: 8,
        histogram: 'day',
      }),
    ).toEqual({
      'facet.person': Infinity,
      'facet.place': 8,
      'facet.day': Infinity,
    });
    expect(needed({ histogram: 'hour' })).toEqual({ clock: Infinity });
  });
  test('of every unit only as many as can be shown, where the finest that fits is wanted', () => {
    expect(needed({ histogram: 'auto' })).toEqual({
      clock: 0,
      'facet.day': 0,
      'facet.month': 0,
      'facet.year': 0,
    });
  });
});

describe('counts that were cut after the first', () => {
  const hold = (counts: number[], shown: number, cap: number) =>
    holdFirst(
      counts.map((count, i) => [`v${i}`, count]),
      shown,
      cap,
    );
  test('are enough if every value missing has a lower count than the last one shown', () => {
    expect(hold([9, 5, 4, 4], 2, 4)).toBe(true);
    expect(hold([4, 9, 4, 5], 2, 4)).toBe(true);
    expect(hold([9, 4, 4, 4], 2, 4)).toBe(false);
    expect(hold([9, 5, 4, 4], 4, 4)).toBe(false);
    expect(hold([9, 5, 4, 4], Infinity, 4)).toBe(false);
  });
  test('were not cut if there are fewer', () => {
    expect(hold([1, 1, 1], Infinity, 4)).toBe(true);
    expect(hold([], 10, 4)).toBe(true);
  });
});
