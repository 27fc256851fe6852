import { beforeEach, describe, expect, test } from 'vitest';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

/** Which words are the same word. */
export function spellingsContract({ engine, load, found }: Subject): void {
  describe('spellings', () => {
    beforeEach(() =>
      load(
        documentOf('talks', [
          record('us', { text: 'The U.S. envoy went to the UN.' }),
          record('they', { text: 'US and U.N. officials met “in Geneva”.' }),
          record('two', { title: 'Geneva II opens', text: 'A communiqué by Sergei Lavrov: 130,000 fled.' }),
          record('2', { text: 'Geneva 2 failed, Sergey said; 130000 fled. The defence ministry denied it.' }),
          record('2013', { text: 'In Geneva in 2013 a 5k run was held for Syria.' }),
          record('tag', {
            text: 'He tweets: #Syria',
            media: [{ type: 'post', text: 'On our way.', author: 'Ada Envoy', handle: 'ada_at_sea' }],
          }),
        ]),
      ),
    );
    const both: [string, string[]][] = [
      ['US', ['they', 'us']],
      ['u.s. ', ['they', 'us']],
      ['UN ', ['they', 'us']],
      ['U.N.', ['they', 'us']],
      ['Sergei ', ['2', 'two']],
      ['sergey', ['2', 'two']],
      ['130,000', ['2', 'two']],
      ['130000 ', ['2', 'two']],
      ['Geneva 2', ['2', 'two']],
      ['geneva ii', ['2', 'two']],
      ['"Geneva II"', ['2', 'two']],
      ['Communiqué ', ['two']],
      ['communique', ['two']],
      ['COMMUNIQUE\u0301', ['two']],
      ['defense', ['2']],
      ['defenc', ['2']],
      ['"Sergey Lavrov"', ['two']],
      ['sergey -lavrov', ['2']],
      ['5k', ['2013']],
      ['5K ', ['2013']],
      ['201', ['2013']],
      ['#Syria', ['2013', 'tag']],
      ['syria ', ['2013', 'tag']],
      ['@ada_at_sea', ['tag']],
      ['ada_at_sea ', ['tag']],
      ['Ada Envoy', ['tag']],
      ['“in Geneva”', ['2013', 'they']],
      ['geneva -“Geneva 2”', ['2013', 'they']],
    ];
    test('are read as one word, on both sides', async () => {
      const answers: [string, string[]][] = [];
      for (const [q] of both) answers.push([q, await found({ q, match: 'exact' })]);
      expect(answers).toEqual(both);
    });
    test('are the same with an emoji behind or between them', async () => {
      await load(
        documentOf('talks', [
          record('heart', { text: 'Peace talks❤️ go on in 1️⃣ room.' }),
          record('plain', { text: 'Peace talks go on in 1 room.' }),
        ]),
      );
      for (const q of ['talks❤️ ', '1️⃣ ', '"talks go on"', '"❤️ talks ❤️ go"', '"in 1️⃣ room"', '▶️ peace '])
        expect([q, await found({ q, match: 'exact' })]).toEqual([q, ['heart', 'plain']]);
    });
    test('are highlighted as they are written', async () => {
      const { hits } = await engine.reader.search(query({ q: '"geneva 2" sergey ', sort: 'relevance' }));
      const marked = hits.map(({ highlight, snippet }) =>
        [...(highlight.title ?? []), ...(snippet?.segments ?? [])]
          .filter(({ match }) => match)
          .map(({ text }) => text),
      );
      expect(marked.toSorted()).toEqual([
        ['Geneva 2', 'Sergey'],
        ['Geneva II', 'Sergei'],
      ]);
    });
  });
}
