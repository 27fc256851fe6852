import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enrich } from '../../../indexer/enrich/enrich.ts';
import { nameTokens } from '../../../indexer/enrich/names/name-tokens.ts';
import { afterLegalForm, coreOf, spellings } from '../../../indexer/enrich/names/organization-names.ts';
import { knowledge, update } from './updates.ts';

const organizations = (...texts: string[]): string[] =>
  enrich(
    texts.map((text) => update(text)),
    knowledge,
    'en',
  ).flatMap(({ evidence = [] }) =>
    evidence
      .filter(({ facet }) => facet === 'organizations')
      .map(({ surface, value }) => `${surface} = ${value}`),
  );

describe('a company’s legal form', () => {
  test.each([
    ['Harbour Lines Inc', 'Harbour Lines'],
    ['Harbour Lines Co. Ltd.', 'Harbour Lines'],
    ['Harbour Lines', 'Harbour Lines'],
    ['Harbour Group', 'Harbour Group'],
    ['Co', 'Co'],
  ])('%s has the core %s', (name, core) => expect(coreOf(nameTokens(name))).toBe(core));
  test.each([
    ['Harbour, Inc. said', 2],
    ['Harbour Group said', 2],
    ['Harbour Group of Experts', 1],
    ['Harbour said', 1],
    ['Harbour; Inc.', 1],
  ])('in "%s" the name ends before word %i', (text, end) =>
    expect(afterLegalForm(nameTokens(text), 1)).toBe(end),
  );
  test('is short or long', () => {
    expect(spellings('Harbour Corporation')).toEqual(['Harbour Corp', 'Harbour Corporation']);
    expect(spellings('Harbour Lines')).toEqual(['Harbour Lines']);
  });
  test('never reaches past the text or back', () => {
    const word = fc.constantFrom('Inc', 'Group', 'of', 'Harbour', 'Co', ', ', '. ');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const tokens = nameTokens(`Harbour ${words.join(' ')}`);
        const end = afterLegalForm(tokens, 1);
        expect(end).toBeGreaterThanOrEqual(1);
        expect(end).toBeLessThanOrEqual(tokens.length);
      }),
    );
  });
});

describe('companies in a text', () => {
  test('that a table has are themselves with any legal form', () => {
    expect(organizations('Shares of Siemens AG rose, those of Exxon Mobil Corp. fell.')).toEqual([
      'Siemens AG = Siemens',
      'Exxon Mobil Corp = ExxonMobil',
    ]);
  });
  test('that no table has go without it, and by their name alone later', () => {
    expect(
      organizations(
        'Shares of Norbrook Airlines Inc. fell. Norbrook Airlines said it would close an office.',
      ),
    ).toEqual(['Norbrook Airlines Inc = Norbrook Airlines', 'Norbrook Airlines = Norbrook Airlines']);
  });
});
