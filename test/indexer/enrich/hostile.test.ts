import { describe, expect, test } from 'vitest';
import { facets } from './updates.ts';

/** What makes rules walk far or nest deep, again and again. */
const PIECES = [
  'Boeing Inc ',
  'Inc ',
  'Ohio, Texas, Utah, Iowa, ',
  'Reuters x. ',
  'Paris, Texas, ',
  '“a ',
  '"',
  "'a ",
  'Mr. ',
  'said ',
  '(',
  '1.2.3.',
  '\n',
  ' ',
  'Bank of ',
  'Kerry: ',
  'John, who ',
  'on Friday ',
  '3 May, ',
  'Senate ',
  '\ud800a ',
  'Киев Paris 東京 ',
];
const TIMES = 2000;

describe('a text that repeats itself', () => {
  test.each(PIECES)('%j is enriched like any other', (piece) => {
    const text = `Boeing met John Kerry in Paris. ${piece.repeat(TIMES)} Kerry left Ohio, he said.`;
    const [only] = facets(text);
    expect(only?.persons).toContain('John Kerry');
    for (const { surface, start, end } of only?.evidence ?? []) expect(text.slice(start, end)).toBe(surface);
  });
});
test('no name is longer than a facet can show', () => {
  const [only] = facets(`Kerry spoke. ${'Alpha Bravo Charlie Delta '.repeat(100)}`);
  for (const { value } of only?.evidence ?? []) expect(value.length).toBeLessThanOrEqual(100);
});
