import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axis } from '../../src/site/axis.ts';

const texts = (starts: string[]) => axis(starts).labels.map(({ text }) => text);

test('years break an axis of days, months one within a year, a missing day one within a month', () => {
  const years = axis(['1969-07-20', '1969-07-21', '2014-11-12', '2015-06-14']);
  expect(years.slots).toEqual([0, 1, 3, 5]);
  expect(years.stretches).toEqual([
    [0, 1],
    [3, 3],
    [5, 5],
  ]);
  expect(years.labels.map(({ text, at }) => [text, at * years.length])).toEqual([
    ['1969', 0],
    ['2014', 3],
    ['2015', 5],
  ]);
  expect(texts(['2014-01-22', '2014-03-01', '2014-03-02'])).toEqual(['Jan', 'Mar']);
  expect(axis(['2014-01-20', '2014-01-21', '2014-01-29']).slots).toEqual([0, 1, 3]);
  expect(texts(['2014-01-20', '2014-01-21', '2014-01-29'])).toEqual(['20', '21', '29']);
  expect(axis(['2013-11', '2013-12', '2014-01']).slots).toEqual([0, 1, 3]);
  expect(axis(['2013', '2014', '2020']).slots).toEqual([0, 1, 3]);
  expect(texts(['2013', '2014'])).toEqual(['2013', '2014']);
});

test('the last label always has room, and none begins beyond the axis', () => {
  const years = fc.uniqueArray(fc.integer({ min: 1900, max: 2030 }), { minLength: 2, maxLength: 80 });
  fc.assert(
    fc.property(years, (some) => {
      const starts = some.toSorted((a, b) => a - b).map(String);
      const { labels } = axis(starts);
      expect(labels.at(-1)!.text).toBe(starts.at(-1));
      for (const { at } of labels) expect(at).toBeLessThan(1);
    }),
  );
});
