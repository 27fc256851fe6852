import { beforeEach, describe, expect, test } from 'vitest';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function wordsContract({ engine, load, ids, found }: Subject): void {
  describe('words', () => {
    beforeEach(() =>
      load(
        documentOf('talks', [
          record('title', {
            title: 'Talks open in Montreux',
            text: 'Delegations arrive.',
            at: '2014-01-22T08:00Z',
          }),
          record('text', {
            text: 'The talks in Montreux were short.\n\nMore than 130,000, he said, died.',
            at: '2014-01-22T09:00Z',
          }),
          record('media', {
            text: 'A photo:',
            media: [{ type: 'image', text: 'Montreux at night, before the talks' }],
            at: '2014-01-22T10:00Z',
          }),
          record('us', {
            text: 'The U.S. envoy spoke to Bashar al-Assad, said Émile.',
            at: '2014-01-22T11:00Z',
          }),
          record('police', { text: 'Police closed the road.', at: '2014-01-22T12:00Z' }),
          record('policy', { text: 'A new policy on policing was announced.', at: '2014-01-22T13:00Z' }),
        ]),
      ),
    );

    test('all words must stand in title, text or media', async () => {
      expect(await found({ q: 'talks montreux ' })).toEqual(['media', 'text', 'title']);
      expect(await found({ q: 'talks police ', match: 'exact' })).toEqual([]);
    });
    test('the title leads, then the text, then media', async () => {
      expect(await ids({ q: 'montreux ' })).toEqual(['title', 'text', 'media']);
    });
    test('of several words the more stand in the title the better, however near they stand in a text', async () => {
      await load(
        documentOf('talks', [
          record('all', { title: 'Talks open on a cold day in Montreux', at: '2014-01-22T08:00Z' }),
          record('one', { title: 'Talks', text: 'In Montreux.', at: '2014-01-22T09:00Z' }),
          record('none', { text: 'Talks, Montreux.', at: '2014-01-22T10:00Z' }),
          record('near', { text: 'In Montreux the talks began.', at: '2014-01-22T11:00Z' }),
        ]),
      );
      expect(await ids({ q: 'talks montreux ' })).toEqual(['all', 'one', 'none', 'near']);
    });
    test('the last word may be unfinished until a space closes it', async () => {
      expect(await found({ q: 'talks mont' })).toEqual(['media', 'text', 'title']);
      expect(await found({ q: 'mont ', match: 'exact' })).toEqual([]);
      expect(await found({ q: 'mont talks ', match: 'exact' })).toEqual([]);
    });
    test('a genitive is whole', async () => {
      await load(
        documentOf('talks', [
          record('hers', { text: 'Meghan’s visit' }),
          record('she', { text: 'Meghan said so.' }),
          record('name', { text: 'Ed O’Sullivan' }),
        ]),
      );
      expect(await found({ q: "meghan's", match: 'exact' })).toEqual(['hers']);
      expect(await found({ q: "o's", match: 'exact' })).toEqual(['name']);
    });
    test('phrases stand together; a hyphen parts words that stand together', async () => {
      expect(await found({ q: '"talks in montreux"' })).toEqual(['text']);
      expect(await found({ q: 'al-assad ' })).toEqual(['us']);
      expect(await found({ q: '"montreux talks"' })).toEqual([]);
    });
    test('exclusions take away words and phrases', async () => {
      expect(await found({ q: 'montreux -night ' })).toEqual(['text', 'title']);
      expect(await found({ q: 'montreux -"open in"' })).toEqual(['media', 'text']);
      expect(await found({ q: '-montreux ' })).toEqual(['police', 'policy', 'us']);
    });
    test.each(['us', 'U.S.', 'emile', 'ÉMILE '])('case, accents and dots do not count: %s', async (q) => {
      expect(await found({ q })).toContain('us');
    });
    test.each(['130000', '130,000'])('thousands are written either way: %s', async (q) => {
      expect(await found({ q: `${q} ` })).toEqual(['text']);
    });
    test('a phrase that crosses the tenth word keeps those before it', async () => {
      const quote = '"the talks in montreux were short more than 130,000 he said died"';
      const result = await engine.reader.search(query({ q: quote }));
      expect([result.total, result.ignored]).toEqual([1, ['said', 'died']]);
    });
    test('words after the tenth are named as ignored', async () => {
      const result = await engine.reader.search(
        query({ q: 'talks talks talks talks talks talks talks talks talks talks zebra' }),
      );
      expect(result.ignored).toEqual(['zebra']);
      expect(result.total).toBe(3);
    });
  });
}
