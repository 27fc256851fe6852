import { expect, test } from 'vitest';
import { beginningsOf } from '../../../src/engine/embedded/beginnings.ts';

test('one and two letters of each word, each once', () => {
  expect(beginningsOf(['harbour', 'hat', 'o', 'émigré', 'дождь'])).toEqual([
    'h',
    'ha',
    'o',
    'é',
    'ém',
    'д',
    'до',
  ]);
});

test('a letter outside the first plane is two code units, and never halved', () => {
  expect(beginningsOf(['𐐷𐐲', 'a𐐷'])).toEqual(['𐐷', 'a']);
});
