import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchFrom, nextSpan, type TokenSpan } from '../../src/engine/token-spans.ts';

type Next = (text: string, from: number) => TokenSpan | undefined;

function spans(text: string, next: Next): string[] {
  const found: string[] = [];
  for (let span = next(text, 0); span; span = next(text, span.end))
    found.push(`${span.start} ${text.slice(span.start, span.end)}`);
  return found;
}

/** What tokens are made of, and what may part or join them. */
const LETTERS = ['a', 'U', 'é', 'e\u0301', 'ß', 'д', '𐐷', '7', '12', '345', '½', '٣', 'word', 'US'];
const SIGNS = ['.', ',', ' ', '-', '’', "'", '“', '—', '\u00a0', '\n', '_', '€', '\u0301', '❤️', '1️⃣', '。'];
const pieces = fc.constantFrom(...LETTERS, ...SIGNS);

test('finds what the pattern finds', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
      expect(spans(all.join(''), nextSpan)).toEqual(spans(all.join(''), matchFrom));
    }),
    { numRuns: 3000 },
  );
});

test('every code unit beside letters is a sign or a letter to both', () => {
  for (let unit = 0; unit < 2 ** 16; unit++) {
    const text = `ab${String.fromCharCode(unit)}cd`;
    expect(spans(text, nextSpan), unit.toString(16)).toEqual(spans(text, matchFrom));
  }
});

test.each([
  ['The U.S. and the U.N.', ['The', 'U.S.', 'and', 'the', 'U.N.']],
  ['130,000 of 1,2 in 2014.', ['130,000', 'of', '1', '2', 'in', '2014']],
  ['end.Next, al-Assad’s', ['end', 'Next', 'al', 'Assad', 's']],
])('%s', (text, expected) => {
  expect(spans(text, nextSpan).map((span) => span.replace(/^\d+ /, ''))).toEqual(expected);
});
