import { describe, expect, test } from 'vitest';
import { similarTo } from '../../../src/engine/similar.ts';
import { documentOf, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function similarContract({ engine, load }: Subject): void {
  describe('similar updates', () => {
    const asked = record('asked', {
      title: 'Envoy opens harbour talks',
      text: 'The ferry strike was on the table.',
      persons: ['Ada One'],
      at: '2014-01-22T08:00Z',
    });
    const strike = record('strike', {
      text: 'Ada One spoke about the ferry strike.',
      persons: ['Ada One'],
      at: '2013-05-01T08:00Z',
    });
    const same = record('same', {
      title: 'Harbour news',
      text: 'Nobody was named, and the boats stayed out.',
    });
    // Has the name and nothing else.
    const aside = record('aside', { text: 'Snow fell in the hills.', persons: ['Ada One'] });
    const alien = record('alien', { text: 'A cup final, far away.', persons: ['Ben Two'] });
    const ids = async (limit: number) =>
      (await similarTo(engine.reader, asked, limit)).map((update) => update.id);

    test('share names and words, from any live blog and any time, those that share most first', async () => {
      await load(documentOf('talks', [asked, aside]), documentOf('other', [strike, same, alien]));
      expect(await ids(9)).toEqual(['strike', 'same']);
      expect(await ids(1)).toEqual(['strike']);
    });
    test('are none where nothing is shared, and never the update itself', async () => {
      await load(documentOf('talks', [asked, alien]));
      expect(await ids(9)).toEqual([]);
    });
  });
}
