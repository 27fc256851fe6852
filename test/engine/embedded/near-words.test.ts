import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dictionaryOf, numberFor } from '../../../src/engine/embedded/dictionary.ts';
import { nearWords } from '../../../src/engine/embedded/near-words.ts';
import { SPELLINGS } from '../../../src/engine/spellings.ts';
import { isNear } from '../../../src/engine/typo.ts';

// Few letters, so that many words are near to each other.
const abc = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 10 });
const respelt = fc.constantFrom(...SPELLINGS.slice(0, 40).map(([first]) => first!));
const word = fc.oneof({ weight: 8, arbitrary: abc }, { weight: 1, arbitrary: respelt });
const typed = fc.oneof(
  { weight: 8, arbitrary: abc },
  { weight: 1, arbitrary: fc.constantFrom(...SPELLINGS.slice(0, 40).flat()) },
);
type Counted = { word: string; count: number };
const known = fc.uniqueArray(fc.record({ word, count: fc.nat(3) }), { selector: (one) => one.word });
const byWord = (a: Counted, b: Counted) => (a.word < b.word ? -1 : 1);

/** Asks a vocabulary with some sorted words and some that came later, and compares with all of its words. */
function expectSameAsComparing(stored: Counted[], arrived: Counted[], asked: string, open: boolean): void {
  const sorted = stored.toSorted(byWord);
  const words = dictionaryOf(sorted.map((one) => one.word));
  const counts = sorted.map(({ count }) => count);
  for (const one of arrived) counts[numberFor(words, one.word)] = one.count;
  const all = words.names.map((name, number) => ({ word: name, count: counts[number]! }));
  const near = nearWords({ words, counts: Uint32Array.from(counts) }, { word: asked, open });
  const expected = all.filter((one) => one.count > 0 && asked.length > 4 && isNear(asked, one.word, open));
  expect(near.toSorted(byWord)).toEqual(expected.toSorted(byWord));
}

test('finds the very words that a comparison with all of them finds', () => {
  fc.assert(fc.property(known, known, typed, fc.boolean(), expectSameAsComparing), { numRuns: 2000 });
});

// Letters of one, two and three bytes in UTF-8, and some that are two code units, of which one can be the same.
const anyLetter = fc.constantFrom('a', 'b', 'é', 'д', 'ا', '人', '𝒜', '𝒷', '😀', '🙏');
const anyWord = fc.array(anyLetter, { minLength: 2, maxLength: 12 });

/** A word with some letters replaced, left out, put in or swapped with the next, mostly the first ones. */
const mistyped = (letters: string[]) =>
  fc
    .array(fc.tuple(fc.oneof(fc.constant(0), fc.nat(13)), fc.nat(3), anyLetter), { maxLength: 3 })
    .map((edits) => edits.reduce(edited, letters).join(''));

function edited(letters: string[], [at, kind, letter]: [number, number, string]): string[] {
  const [before, first, second, after] = [
    letters.slice(0, at),
    letters[at],
    letters[at + 1],
    letters.slice(at + 2),
  ];
  const here = [[letter, second], [second], [letter, first, second], [second, first]][kind]!;
  return [...before, ...here.filter((one) => one !== undefined), ...after];
}

const vocabularyAround = (letters: string[]) => {
  const near = fc.tuple(mistyped(letters), fc.constantFrom('', 'a', 'дb')).map(([start, end]) => start + end);
  const one = fc.record({ word: near.filter((text) => text !== ''), count: fc.nat(3) });
  return fc.uniqueArray(one, { selector: ({ word: text }) => text, maxLength: 30 });
};

test('and for words around the limit, in any script, with a wrong beginning', () => {
  const cases = anyWord.chain((letters) =>
    fc.tuple(
      vocabularyAround(letters),
      vocabularyAround(letters),
      fc.constant(letters.join('')),
      fc.boolean(),
    ),
  );
  fc.assert(
    fc.property(cases, (one) => expectSameAsComparing(...one)),
    { numRuns: 2000 },
  );
});

test('compares words that are longer than a byte counts', () => {
  const long = 'ab'.repeat(128);
  const stored = [
    long,
    `${long}a`,
    `${long}ba`,
    `${long}cc`,
    `${long}ccc`,
    `c${long}`,
    long.slice(2),
    long.slice(3),
  ];
  const counted = stored.map((text) => ({ word: text, count: 1 }));
  for (const asked of [long, `b${long}`, `${long}c`, 'ababababa'])
    for (const open of [false, true]) expectSameAsComparing(counted, [], asked, open);
});

test('finds nothing where there are no words', () => {
  for (const open of [false, true]) expectSameAsComparing([], [], 'aleppo', open);
});

test('finds a later word among those that came in any order', () => {
  const arrived = ['zebra', 'aleppa', 'aleppo', 'leppo'].map((text) => ({ word: text, count: 1 }));
  for (const open of [false, true]) expectSameAsComparing([], arrived, 'alepo', open);
});
