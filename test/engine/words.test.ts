import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../src/engine/words.ts';

/** What a token is, in one plain pattern: an abbreviation, a number with thousands, a run of letters and digits. */
const TOKEN =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?|(?<!\p{N}|\p{N},)\p{N}{1,3}(?:,\p{N}{3})+(?!\p{N}|,\p{N})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

const sign = fc.constantFrom('.', '.', ',', ',', ' ', '-', '\n', '’', '…', '\ud835');
const digits = fc.constantFrom('1', '13', '130', '000', '²', '٣', '𝟘');
const letters = fc.constantFrom('U', 's', 'km', 'É', 'é', 'e\u0301', '\u0301', 'ا', '人', '𝐧', '😀', '️⃣');
const text = fc.array(fc.oneof(sign, digits, letters), { maxLength: 20 }).map((pieces) => pieces.join(''));

test('words stand where the plain pattern finds them', () => {
  const agree = fc.property(text, (one) => {
    const expected = [...one.matchAll(TOKEN)].map(({ index, 0: match }) => [index, index + match.length]);
    expect(tokenize(one).map(({ start, end }) => [start, end])).toEqual(expected);
  });
  fc.assert(agree, { numRuns: 5000 });
});

test.each([
  ['U.S.', ['us']],
  ['U.S.A', ['usa']],
  ['130,000km', ['130000', 'km']],
  ['130,000U.S.', ['130000', 'u', 's']],
  ['1,30', ['1', '30']],
  ['.5, 1.5', ['5', '1', '5']],
])('%s is %j', (one, expected) => {
  expect(tokenize(one).map(({ word }) => word)).toEqual(expected);
});
