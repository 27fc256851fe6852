import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dictionaryOf, numberFor } from '../../../src/engine/embedded/dictionary.ts';
import { nearWords } from '../../../src/engine/embedded/near-words.ts';
import { SPELLINGS } from '../../../src/engine/spellings.ts';
import { isNear } from '../../../src/engine/typo.ts';

// Few letters, so that many words are near to each other.
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 10 });
const respelt = fc.constantFrom(...SPELLINGS.slice(0, 40).map(([first]) => first!));
const word = fc.oneof({ weight: 8, arbitrary: letters }, { weight: 1, arbitrary: respelt });
const typed = fc.oneof(
  { weight: 8, arbitrary: letters },
  { weight: 1, arbitrary: fc.constantFrom(...SPELLINGS.slice(0, 40).flat()) },
);
const known = fc.uniqueArray(fc.record({ word, count: fc.nat(3) }), { selector: (one) => one.word });

test('finds the very words that a comparison with all of them finds', () => {
  const agree = fc.property(known, known, typed, fc.boolean(), (stored, arrived, asked, open) => {
    const sorted = stored.toSorted((a, b) => (a.word < b.word ? -1 : 1));
    const words = dictionaryOf(sorted.map((one) => one.word));
    const counts = sorted.map(({ count }) => count);
    for (const one of arrived) counts[numberFor(words, one.word)] = one.count;
    const all = words.names.map((name, number) => ({ word: name, count: counts[number]! }));
    const near = nearWords({ words, counts: Uint32Array.from(counts) }, { word: asked, open });
    const expected = all.filter((one) => one.count > 0 && asked.length > 4 && isNear(asked, one.word, open));
    const byWord = (a: { word: string }, b: { word: string }) => (a.word < b.word ? -1 : 1);
    expect(near.toSorted(byWord)).toEqual(expected.toSorted(byWord));
  });
  fc.assert(agree, { numRuns: 2000 });
});
