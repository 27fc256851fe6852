import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holding } from '../../src/engine/held-words.ts';
import { spellingsOf } from '../../src/engine/spellings.ts';
import { words } from '../../src/engine/words.ts';

test.each([
  ['kerry', 'John Kerry', true],
  ['ker jo', 'John Kerry', true],
  ['erry', 'John Kerry', false],
  ['hn ke', 'John Kerry', false],
  ['us', 'U.S. Senate', true],
  ['emile', 'Émile Zola', true],
  ['qadd', 'Muammar Gaddafi', true],
  ['john kerry', 'John', false],
  ['', 'John Kerry', true],
])('"%s" and %s: %s', (typed, value, held) => expect(holding(typed)(value)).toBe(held));

test('a value is held as its words say, the first time and later', () => {
  const some = fc.constantFrom(
    'kerry',
    'Kerry',
    'ke',
    'k',
    'U.S.',
    'Émile',
    'al-Assad',
    '130,000',
    'Gaddafi',
    'qad',
    '2',
    'II',
  );
  const text = fc.array(some, { maxLength: 4 }).map((parts) => parts.join(' '));
  const agree = fc.property(text, text, (typed, value) => {
    const own = words(value).flatMap(spellingsOf);
    const held = words(typed).every((beginning) => own.some((word) => word.startsWith(beginning)));
    expect([holding(typed)(value), holding(typed)(value)]).toEqual([held, held]);
  });
  fc.assert(agree);
});
