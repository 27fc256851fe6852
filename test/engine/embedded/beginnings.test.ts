import { expect, test } from 'vitest';
import { beginningsOf } from '../../../src/engine/embedded/beginnings.ts';

test.each([
  ['harbour', ['h', 'ha']],
  ['o', ['o']],
  ['émigré', ['é', 'ém']],
  ['дождь', ['д', 'до']],
])('%s begins with its first letter and its first two', (word, expected) => {
  expect(beginningsOf(word)).toEqual(expected);
});

test('a letter outside the first plane is two code units, and never halved', () => {
  expect(beginningsOf('𐐷𐐲')).toEqual(['𐐷']);
  expect(beginningsOf('a𐐷')).toEqual(['a']);
});
