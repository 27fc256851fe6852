import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SPELLINGS } from '../../src/engine/spellings.ts';
import { nearest, nearSpellings } from '../../src/engine/typo.ts';

const spelling = fc.constantFrom(...SPELLINGS.flat().filter((word) => word.length > 3));
const letters = fc.stringMatching(/^[a-zé]{0,2}$/);

/** A spelling with a piece of it taken out and other letters put there, maybe without its end. */
const misspelt = fc
  .record({ spelling, at: fc.nat(12), taken: fc.nat(2), put: letters, kept: fc.integer({ min: 4, max: 14 }) })
  .map(({ spelling: word, at, taken, put, kept }) =>
    `${word.slice(0, at)}${put}${word.slice(at + taken)}`.slice(0, kept),
  );

test('the near spellings are those that comparing with each finds', () => {
  const agree = fc.property(misspelt, fc.boolean(), (typed, open) => {
    const each = SPELLINGS.map(([first]) => first!).filter(
      (first) => nearest(typed, [{ word: first, count: 1 }], open) !== undefined,
    );
    expect(nearSpellings(typed, open)).toEqual(each);
  });
  fc.assert(agree, { numRuns: 2000 });
});

test.each([
  ['kadafi', false, ['gaddafi']],
  ['honour', false, ['honour', 'honours']],
  ['police', false, []],
])('%s', (typed, open, near) => expect(nearSpellings(typed, open)).toEqual(near));
