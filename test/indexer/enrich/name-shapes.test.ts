import { describe, expect, test } from 'vitest';
import { enrich } from '../../../indexer/enrich/enrich.ts';
import { isNamedAfter, typeByLastWord } from '../../../indexer/enrich/names/name-shapes.ts';
import { nameTokens } from '../../../indexer/enrich/names/name-tokens.ts';
import { knowledge, update } from './updates.ts';

describe('ships and storms', () => {
  test('have names that are not their namesakes’', () => {
    const [only] = enrich(
      [update('The USS Abraham Lincoln turned back when Hurricane Helen came near.')],
      knowledge,
      'en',
    );
    expect(only?.persons).toBeUndefined();
  });
  test.each([
    ['USS Quill', 0, true],
    ['USS Quill', 1, true],
    ['Helen Quill', 1, false],
    ['USS. Quill', 1, false],
  ])('in %s at word %i: %s', (text, at, expected) => {
    expect(isNamedAfter(nameTokens(text), at)).toBe(expected);
  });
});

test.each([
  ['Quill Foundation', 'organization'],
  ['Helen Quill', 'person'],
  ['Foundation', 'person'],
] as const)('%s, taken for a person, is of the type %s', (name, type) => {
  const tokens = nameTokens(name);
  expect(typeByLastWord(tokens, { from: 0, to: tokens.length, type: 'person' })).toBe(type);
});
