import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTerms } from '../../src/engine/find-terms.ts';
import { SPELLINGS } from '../../src/engine/spellings.ts';
import { wording } from '../../src/engine/wording.ts';
import { tokenize } from '../../src/engine/words.ts';

// Also spellings that hold the beginning of the first one further on (`ele`: yelena).
const SPELT = [...SPELLINGS.slice(0, 30).flat(), 'elena', 'yelena', 'hemorrhage'];
const PLAIN = [
  'new',
  'New',
  'york',
  'YORK',
  'newer',
  'emile',
  'us',
  '130000',
  'Geneva',
  'II',
  '2',
  'constructor',
];
const UNPLAIN = [
  'Émile',
  'U.S.',
  '130,000',
  '…',
  '“talks”',
  'talks.',
  'al-Assad',
  'İzmir',
  'x.y,z',
  '–',
  'İ',
  '130,000km',
  'ne\u0301w',
  'new\u0301',
  '𝐧ew',
  '²',
  '1️⃣',
  '’',
];
const piece = fc.constantFrom(...PLAIN, ...UNPLAIN, ...SPELT);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '\n', '\u00a0', '-', ', ', '. ', '')), { maxLength: 12 })
  .map((pieces) => pieces.flat().join(''));
const typed = fc
  .array(fc.oneof(piece, fc.constantFrom('"new york"', '"us talks"', 'ne', 'gen', 'ka', 'ele', 'ha')), {
    maxLength: 4,
  })
  .map((pieces) => pieces.join(' '));

test('finds the terms where reading every word finds them', () => {
  const agree = fc.property(text, typed, fc.constantFrom('', ' '), (where, q, end) => {
    const { wanted, open } = wording(q + end);
    const tokens = tokenize(where);
    const found: object[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const standing = wanted
        .map((words, term) => ({ words, term }))
        .filter(({ words, term }) =>
          words.every((word, i) => {
            const isOpen = open && term === wanted.length - 1 && i === words.length - 1;
            const own = tokens[at + i]?.word;
            return isOpen ? own?.startsWith(word) : own === word;
          }),
        )
        .sort((a, b) => b.words.length - a.words.length);
      const [first] = standing;
      if (!first) continue;
      const last = at + first.words.length - 1;
      found.push({ start: tokens[at]!.start, end: tokens[last]!.end, term: first.term });
      at = last;
    }
    expect(findTerms(where, wording(q + end))).toEqual(found);
  });
  fc.assert(agree, { numRuns: 3000 });
});
