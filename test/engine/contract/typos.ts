import { beforeEach, describe, expect, test } from 'vitest';
import type { SearchQuery } from '../../../src/query.ts';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function typosContract({ engine, load }: Subject): void {
  describe('typos', () => {
    beforeEach(() =>
      load(
        documentOf('talks', [
          record('a', { title: 'Talks in Montreux', at: '2014-01-22T08:00Z' }),
          record('b', { text: 'A police shooting.', at: '2014-01-22T09:00Z' }),
          record('c', { text: 'The policy on shooting games.', at: '2014-01-22T10:00Z' }),
          record('d', { text: 'Protests in Kafranbel in 2014.', at: '2014-01-22T11:00Z' }),
          record('e', { text: 'Bashar al-Assad spoke of Meghan’s visit.', at: '2014-01-22T12:00Z' }),
        ]),
      ),
    );
    const answer = async (q: string, match: SearchQuery['match'] = 'auto') => {
      const { hits, corrected } = await engine.reader.search(query({ q, match }));
      return { found: hits.map((hit) => hit.update.id).sort(), corrected };
    };

    test('a word that exists is never corrected', async () => {
      expect(await answer('police ')).toEqual({ found: ['b'], corrected: [] });
    });
    test('an unknown word is corrected to the nearest, and the answer says so', async () => {
      expect(await answer('motreux ')).toEqual({
        found: ['a'],
        corrected: [{ typed: 'motreux', found: ['montreux'] }],
      });
    });
    test('typed words are named as they were typed', async () => {
      expect((await answer('Motreux ')).corrected).toEqual([{ typed: 'Motreux', found: ['montreux'] }]);
    });
    test('only the unknown word of several is corrected', async () => {
      expect(await answer('police shootng ')).toEqual({
        found: ['b'],
        corrected: [{ typed: 'shootng', found: ['shooting'] }],
      });
    });
    test('two swapped letters are one typo; two typos from nine letters', async () => {
      expect((await answer('poilce ')).found).toEqual(['b']);
      expect((await answer('kafranbul ')).found).toEqual(['d']);
      expect((await answer('kefranbal ')).found).toEqual(['d']);
    });
    test('no typos in short words, numbers, phrases, nor with match=exact', async () => {
      expect((await answer('tslks ')).found).toEqual(['a']);
      expect((await answer('tlk ')).found).toEqual([]);
      expect((await answer('20114 ')).found).toEqual([]);
      expect((await answer('"talks in motreux"')).found).toEqual([]);
      expect(await answer('motreux ', 'exact')).toEqual({ found: [], corrected: [] });
    });
    test('of words equally near, one that stands with the others', async () => {
      const prices = ['Gold rose.', 'Gold fell.'].map((text, i) => record(`gold${i}`, { text }));
      await load(documentOf('prizes', [...prices, record('boot', { text: 'The golden boot.' })]));
      expect(await answer('goldn boot ')).toEqual({
        found: ['boot'],
        corrected: [{ typed: 'goldn', found: ['golden'] }],
      });
      expect((await answer('goldn ')).found).toEqual(['gold0', 'gold1']);
    });
    test('a typo counts from the nearest spelling of a word', async () => {
      await load(documentOf('army', [record('army', { text: 'The defence in the harbor.' })]));
      const corrected = [{ typed: 'defnce', found: ['defense'] }];
      expect(await answer('defnce ')).toEqual({ found: ['army'], corrected });
      expect((await answer('habor ')).found).toEqual(['army']);
      expect((await answer('harbuor')).found).toEqual(['army']);
      await load(documentOf('army', [record('slip', { text: 'The organasation met.' })]));
      expect(await answer('organiz')).toEqual({
        found: ['slip'],
        corrected: [{ typed: 'organiz', found: ['organasation'] }],
      });
    });
    test('the parts of a word with hyphens or apostrophes are corrected and still stand together', async () => {
      expect(await answer('bashar al-asssad ')).toEqual({
        found: ['e'],
        corrected: [{ typed: 'asssad', found: ['assad'] }],
      });
      expect((await answer('meghen’s ')).found).toEqual(['e']);
      expect((await answer('assad-al-bashr ')).found).toEqual([]);
    });
    test('nothing in quotes is corrected, not even a single word', async () => {
      expect(await answer('"motreux"')).toEqual({ found: [], corrected: [] });
      expect((await answer('"al-asssad" ')).found).toEqual([]);
    });
    test('a correction that finds nothing under the filters is not claimed', async () => {
      const filters = { facets: { person: { all: ['Nobody'] } } };
      const result = await engine.reader.search(query({ q: 'motreux ', filters }));
      expect([result.total, result.corrected]).toEqual([0, []]);
    });
    test('the corrected word is the one that is highlighted', async () => {
      const { hits } = await engine.reader.search(query({ q: 'motreux ' }));
      expect(hits[0]?.highlight.title).toEqual([
        { text: 'Talks in ', match: false },
        { text: 'Montreux', match: true },
      ]);
    });
  });

  describe('rare words', () => {
    const many = Array.from({ length: 20 }, (_, i) => record(`p${i}`, { text: 'The police came.' }));
    const misprint = record('misprint', { text: 'The polcie came at noon.' });
    const policia = record('name', { text: 'The polica spoke at dawn.', organizations: ['Polica'] });
    beforeEach(() =>
      load(documentOf('talks', [...many, misprint, policia, record('night', { text: 'Police at night.' })])),
    );
    const answer = async (q: string, match: SearchQuery['match'] = 'auto') => {
      const { total, corrected, suggested } = await engine.reader.search(query({ q, match }));
      return { total, corrected, suggested };
    };
    const police = [{ typed: 'polcie', found: ['police'] }];

    test('are found as typed; the common word beside them is suggested', async () => {
      expect(await answer('polcie ')).toEqual({ total: 1, corrected: [], suggested: police });
      expect(await answer('polcie')).toEqual({ total: 1, corrected: [], suggested: police });
      expect(await answer('polcie noon ')).toEqual({ total: 1, corrected: [], suggested: police });
    });
    test('are corrected where nothing is found as typed', async () => {
      expect(await answer('polcie night ')).toEqual({ total: 1, corrected: police, suggested: [] });
    });
    test('an unknown word is corrected before a rare one', async () => {
      expect(await answer('polcie nooon ')).toMatchObject({
        total: 1,
        corrected: [{ typed: 'nooon', found: ['noon'] }],
      });
    });
    test('nobody’s name is corrected or suggested away', async () => {
      expect(await answer('polica ')).toEqual({ total: 1, corrected: [], suggested: [] });
      expect(await answer('polica night ')).toMatchObject({ corrected: [] });
    });
    test('what nobody is called any more is no name', async () => {
      const { document, records } = documentOf('talks', [
        ...many,
        record('name', { text: 'The polica spoke.' }),
      ]);
      await engine.writer.replace(document, records, []);
      expect((await answer('polica ')).suggested).toEqual([{ typed: 'polica', found: ['police'] }]);
      const all = await answer('polica police ');
      expect(all).toEqual({ total: 20, corrected: [{ typed: 'polica', found: ['police'] }], suggested: [] });
    });
    test('a word that stands twice is taken for a beginning in both places', async () => {
      const cut = record('cut', { text: 'A polic report.' });
      await load(documentOf('talks', [...many, cut]));
      expect((await answer('polic report ')).suggested).toEqual([{ typed: 'polic', found: ['police'] }]);
      expect(await answer('polic polic')).toEqual({ total: 1, corrected: [], suggested: [] });
    });
    test('common words and match=exact suggest nothing', async () => {
      expect(await answer('police ')).toEqual({ total: 21, corrected: [], suggested: [] });
      expect(await answer('polcie ', 'exact')).toEqual({ total: 1, corrected: [], suggested: [] });
    });
  });
}
