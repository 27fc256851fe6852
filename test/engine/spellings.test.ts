import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namingWords } from '../../src/engine/entity-names.ts';
import { holding } from '../../src/engine/held-words.ts';
import { oneBeginning, oneSpelling, SPELLINGS, spellingsOf } from '../../src/engine/spellings.ts';
import { wording } from '../../src/engine/wording.ts';
import { tokenize, words } from '../../src/engine/words.ts';
import { lintSpellings } from './lint-spellings.ts';

describe('the classes of spellings', () => {
  test('have nothing to complain about', () => expect(lintSpellings(SPELLINGS)).toEqual([]));
  test('any spelling, in any case, is indexed and searched as the first of its class', () => {
    const spelling = fc
      .constantFrom(...SPELLINGS)
      .chain((all) => fc.tuple(fc.constant(all), fc.constantFrom(...all)));
    fc.assert(
      fc.property(spelling, fc.boolean(), ([all, word], large) => {
        const typed = large ? word.toUpperCase() : word;
        expect(words(`before ${typed}, after`)).toEqual(['before', all[0], 'after']);
        expect(spellingsOf(oneSpelling(word))).toEqual(all);
      }),
    );
  });
  test.each(['constructor', 'prototype', 'tostring'])('%s is a word like any other', (word) => {
    expect(words(word)).toEqual([word]);
  });
  test('a token keeps the place of what was written', () => {
    expect(tokenize('In Kiev')[1]).toEqual({ word: 'kyiv', start: 3, end: 7 });
  });
  test.each([
    ['Sergey Lavrov', 'Sergei Lavrov'],
    ['Muammar Qaddafi', 'Muammar Gadhafi'],
    ['neighboring centers organized', 'neighbouring centres organised'],
    ['Labor and defence', 'Labour and defense'],
    ['canceled programs', 'cancelled programmes'],
    ['Saint-Étienne', 'saint etienne'],
  ])('%s is %s', (a, b) => expect(words(a)).toEqual(words(b)));
  test.each([
    ['adverse', 'advise'],
    ['organ', 'organise'],
    ['prize', 'prise'],
    ['policy', 'police'],
    ['Mumbai', 'Bombay'],
    ['Gray', 'grey'],
  ])('%s is not %s', (a, b) => expect(words(a)).not.toEqual(words(b)));
});

describe('a word that is being typed', () => {
  test.each([
    ['organiz', 'organis'],
    ['recogniz', 'recognis'],
    ['qaddaf', 'gaddafi'],
    ['travele', 'travelle'],
    ['pediatri', 'paediatric'],
    // These begin the first spelling too, or nothing, or too much.
    ['organ', 'organ'],
    ['neighbo', 'neighbo'],
    ['colorado', 'colorado'],
    ['kie', 'kie'],
  ])('%s begins like %s', (typed, begins) => expect(oneBeginning(typed)).toBe(begins));
  test('from five letters on, what begins no first spelling begins as the first of its class does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SPELLINGS), fc.nat(), fc.nat(), (all, which, length) => {
        const word = all[which % all.length]!;
        const typed = word.slice(0, Math.min(word.length, 5 + (length % 12)));
        const begun = wording(typed).wanted[0]![0]!;
        const isWhole = spellingsOf(typed).length > 1;
        const beginsFirst = SPELLINGS.some(([first]) => first!.startsWith(typed));
        if (isWhole) expect(begun).toBe(oneSpelling(typed));
        else if (beginsFirst || typed.length < 5) expect(begun).toBe(typed);
        else expect(all[0]!.startsWith(begun)).toBe(true);
      }),
    );
  });
});

describe('a name that is being typed', () => {
  test.each(['muh', 'muhammad', 'moh', 'mohamed a'])(
    '%s finds Muhammad Ali in a facet and by name',
    (typed) => {
      expect(holding(typed)('Muhammad Ali')).toBe(true);
      const naming = namingWords({ name: 'Muhammad Ali', aliases: [] });
      expect(words(typed).every((word) => naming.some((own) => own.startsWith(word)))).toBe(true);
    },
  );
});

describe('the linter names', () => {
  test.each<[string, string[][], string]>([
    [
      'a word in two classes',
      [
        ['kyiv', 'kiev'],
        ['kief', 'kiev'],
      ],
      '"kiev" of kief would be dropped: kyiv has it already',
    ],
    [
      'a word given twice',
      [['kyiv', 'kiev', 'kiev']],
      '"kiev" of kyiv would be dropped: kyiv has it already',
    ],
    ['several words', [['vietnam', 'viet nam']], `"viet nam" is 2 words to the index, and only one can be`],
    ['hyphens', [['vietnam', 'viet-nam']], `"viet-nam" is 2 words to the index, and only one can be`],
    ['no word', [['kyiv', '&']], `"&" is 0 words to the index, and only one can be`],
    ['capitals', [['Kyiv', 'kiev']], `"Kyiv" can't be found: it is indexed as "kyiv"; write that`],
    ['accents', [['zurich', 'zürich']], `"zürich" can't be found: it is indexed as "zurich"; write that`],
    ['numbers', [['geneva2', 'genevaii']], `"geneva2" must be letters only: numbers have their own rules`],
    ['short words', [['axes', 'axe']], `"axe" is too short: 4 letters at least`],
    ['a lone word', [['kyiv']], `"kyiv" stands alone: a class has two spellings or more`],
  ])('%s', (_, classes, complaint) => expect(lintSpellings(classes)).toEqual([complaint]));
});
