import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SUMMARY } from '../../../src/engine/embedded/update-columns.ts';
import { emptyColumns } from '../../../src/engine/embedded/columns.ts';
import { rank } from '../../../src/engine/embedded/rank.ts';

const LEVELS = [3, 2, 2];
const slot = fc.record({
  levels: fc.tuple(...LEVELS.map((levels) => fc.nat(levels - 1))),
  isSummary: fc.boolean(),
});

test('gives the first ones of all in order, by one criterion after the other, then originals, then the newest', () => {
  const slots = fc.array(slot, { maxLength: 60 });
  const agree = fc.property(slots, fc.nat(3), fc.integer({ min: 1, max: 30 }), (all, criteria, reach) => {
    const columns = {
      ...emptyColumns(),
      marks: Uint8Array.from(all, ({ isSummary }) => (isSummary ? SUMMARY : 0)),
    };
    const asked = LEVELS.slice(0, criteria).map((levels, c) => ({
      levels,
      level: (at: number) => all[at]!.levels[c]!,
    }));
    const newestFirst = Uint32Array.from(all.keys()).toReversed();
    const keys = (at: number) => [...asked.map(({ level }) => level(at)), Number(all[at]!.isSummary)];
    const differences = (a: number, b: number) => keys(a).map((key, i) => key - keys(b)[i]!);
    const sorted = [...newestFirst].sort(
      (a, b) => differences(a, b).find((difference) => difference !== 0) ?? 0,
    );
    expect(rank(columns, newestFirst, asked, reach)).toEqual(sorted.slice(0, reach));
  });
  fc.assert(agree, { numRuns: 1000 });
});
