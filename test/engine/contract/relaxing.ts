import { beforeEach, describe, expect, test } from 'vitest';
import type { SearchQuery } from '../../../src/query.ts';
import type { EntityInfo } from '../../../src/record.ts';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function relaxingContract({ engine, load }: Subject): void {
  describe('relaxing', () => {
    beforeEach(async () => {
      const storm = ['Rain in the harbour.', 'Rain again.', 'The ferry waits for rain.'].map((text, i) =>
        record(`s${i}`, { text, at: `2014-01-22T0${i}:00Z`, persons: i === 0 ? ['Ada Ferry'] : [] }),
      );
      const ada: EntityInfo = { id: 'Ada Wind', type: 'person', name: 'Ada Wind', aliases: [] };
      await load(
        documentOf('storm', storm, { title: 'Cyclone Freddy' }),
        documentOf('calm', [record('c', { text: 'Sun and wind and rain.', persons: ['Ada Wind'] })], {}, [
          ada,
        ]),
      );
    });
    const relaxing = async (q: string, given: Partial<SearchQuery> = {}) => {
      const { hits, relaxed } = await engine.reader.search(query({ q, ...given }));
      return {
        found: hits.map(({ update }) => update.id).sort(),
        relaxed: relaxed.map(({ typed, how }) => `${typed} ${how}`),
      };
    };
    test('nothing is relaxed where all words match', async () => {
      expect(await relaxing('rain harbour ')).toEqual({ found: ['s0'], relaxed: [] });
    });
    test('the commoner word goes first; one that may go on is as common as the words that begin so', async () => {
      const texts = [
        'Police.',
        'Police again.',
        'All governments.',
        ...Array<string>(3).fill('A government.'),
      ];
      await load(
        documentOf(
          'news',
          texts.map((text, i) => record(`n${i}`, { text, at: `2014-01-22T0${i}:00Z` })),
        ),
      );
      expect(await relaxing('police governments')).toEqual({ found: ['n2'], relaxed: ['police dropped'] });
      const beginning = await relaxing('police governme');
      expect(beginning).toEqual({ found: ['n0', 'n1'], relaxed: ['governme dropped'] });
    });
    test('the title of the live blog may supply words', async () => {
      expect(await relaxing('freddy rain ')).toEqual({
        found: ['s0', 's1', 's2'],
        relaxed: ['freddy title'],
      });
      expect(await relaxing('cyclone fred')).toEqual({
        found: ['s0', 's1', 's2'],
        relaxed: ['cyclone title', 'fred title'],
      });
      expect(await relaxing('freddy sun ')).toEqual({ found: ['c'], relaxed: ['freddy dropped'] });
    });
    test('then the words that nobody wrote are left out, then the commonest', async () => {
      expect(await relaxing('Defense ferry ')).toEqual({ found: ['s2'], relaxed: ['Defense dropped'] });
      expect(await relaxing('qqqq ferry ')).toEqual({ found: ['s2'], relaxed: ['qqqq dropped'] });
      expect(await relaxing('sun harbour rain ')).toMatchObject({
        found: ['s0'],
        relaxed: ['rain dropped', 'sun dropped'],
      });
    });
    test('but no phrase and no name, and never all but what was misspelt', async () => {
      expect(await relaxing('"rain again" sun ')).toEqual({ found: ['s1'], relaxed: ['sun dropped'] });
      expect(await relaxing('wind harbour ')).toEqual({ found: ['c'], relaxed: ['harbour dropped'] });
      expect(await relaxing('harbuor sunny ')).toMatchObject({ found: [] });
    });
    test('and, where there are many, never all but words that stand everywhere', async () => {
      expect(await relaxing('qqqq rain ')).toMatchObject({ relaxed: ['qqqq dropped'] });
      const many = Array.from({ length: 120 }, (_, i) =>
        record(`m${i}`, { text: i === 0 ? 'Rain, harbour.' : 'More rain.', at: '2014-01-23T00:00Z' }),
      );
      await load(documentOf('wet', many));
      expect(await relaxing('qqqq rain ')).toEqual({ found: [], relaxed: [] });
      // Somebody's name may hold such a word, as the University of Bern does.
      const bern: EntityInfo = { id: 'bern', type: 'organization', name: 'Rain of Bern', aliases: [] };
      const named = record('n', { text: 'No rain.', organizations: ['Rain of Bern'] });
      await load(documentOf('wet', [...many, named], {}, [bern]));
      expect(await relaxing('qqqq rain ')).toEqual({ found: [], relaxed: [] });
      expect(await relaxing('qqqq rain harbour ')).toEqual({ found: ['m0'], relaxed: ['qqqq dropped'] });
    });
    test('filters hold, and with match=exact nothing is relaxed', async () => {
      const late = { filters: { facets: { document: { all: ['calm'] } } } };
      expect(await relaxing('harbour sun ', late)).toEqual({ found: ['c'], relaxed: ['harbour dropped'] });
      expect(await relaxing('qqqq ferry ', { match: 'exact' })).toEqual({ found: [], relaxed: [] });
    });
  });
}
