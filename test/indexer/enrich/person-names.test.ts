import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameTokens } from '../../../indexer/enrich/names/name-tokens.ts';
import { isSamePerson, isVariant, surnamesOf } from '../../../indexer/enrich/names/person-names.ts';

const same = (one: string, other: string) => isSamePerson(nameTokens(one), nameTokens(other));

describe('one person or two', () => {
  test.each([
    ['Sergey Lavrov', 'Sergei Lavrov'],
    ['Walid al-Moallem', 'Walid Moualem'],
    ['George W. Bush', 'George Bush'],
    ['Dan Marlow', 'Daniel Marlow'],
    ['Bill Marlow', 'Will Marlow'],
    ["Sean O'Marlow", 'Sean Patrick O’Marlow'],
    ['J. Marlow', 'Jane Marlow'],
    ['Abdel Fattah Hassoun', 'Abdel-Fattah Hassoun'],
  ])('%s is %s', (one, other) => expect(same(one, other)).toBe(true));
  test.each([
    ['Daniel Brandt', 'Daniela Brandt'],
    ['Majed Shahin', 'Majida Shahin'],
    ['Gabriel Marlow', 'Gabrielle Marlow'],
    ['John Marlow', 'Jane Marlow'],
    ['John Marlow', 'John Brandt'],
    ['Marlow', 'Jane Marlow'],
    ["O'Marlow", "Jane O'Marlow"],
    ['Ted Marlow', 'Tom Marlow'],
  ])('%s is not %s', (one, other) => expect(same(one, other)).toBe(false));
  test('whoever is compared with whom', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        expect(same(`${a} ${b}`, `${c} ${d}`)).toBe(same(`${c} ${d}`, `${a} ${b}`));
        expect(isVariant(a, b)).toBe(isVariant(b, a));
      }),
    );
  });
});

test.each([
  ['Sergei Lavrov', ['Lavrov']],
  ['Walid al-Moallem', ['Moallem', 'al Moallem']],
  ['Ban Ki-moon', ['Ban']],
  ['Peter Quill Jr.', ['Quill']],
  ["Sean O'Marlow", ['Marlow', 'O Marlow']],
  ['Caesar', []],
])('%s is also called %j', (name, surnames) => {
  expect(surnamesOf(nameTokens(name))).toEqual(surnames);
});
