import { describe, expect, test } from 'vitest';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function documentsContract({ engine, load }: Subject): void {
  describe('one update, one live blog', () => {
    test('get, timeline and lookup give back what was written', async () => {
      const [first, second] = [
        record('a', { at: '2014-01-22T08:00Z' }),
        record('b', { at: '2014-01-22T09:00Z' }),
      ];
      const evidence = [
        { facet: 'persons', value: 'X', surface: 'X', field: 'text', start: 0, end: 1, by: 'table' },
      ] as const;
      const talks = documentOf('talks', [second, { ...first, text: 'X', evidence: [...evidence] }], {
        title: 'Peace talks',
      });
      await load(talks, documentOf('other', [record('c')]));
      expect(await engine.reader.get('a')).toEqual(talks.records[0]);
      expect(await engine.reader.timeline('talks')).toEqual(talks.records);
      const asked = query({ q: 'x ', evidence: true });
      expect((await engine.reader.search(asked)).hits[0]!.update).toEqual(talks.records[0]);
      const { evidence: _, ...shown } = talks.records[0]!;
      expect((await engine.reader.search({ ...asked, evidence: false })).hits[0]!.update).toEqual(shown);
      expect(await engine.reader.lookup({ collection: 'documents', id: 'talks' })).toEqual([talks.document]);
      expect(await engine.reader.lookup({ collection: 'documents', prefix: 'pea', limit: 5 })).toEqual([
        talks.document,
      ]);
      expect(await engine.reader.lookup({ collection: 'documents', prefix: '', limit: 5 })).toHaveLength(2);
    });
    test('live blogs are looked up by words of title and id, of which the last may be unfinished', async () => {
      await load(
        documentOf('defence-2014', [record('d', { at: '2014-01-23T12:00Z' })], { title: 'Organised labour' }),
        documentOf('talks', [record('t')], { title: 'Peace talks' }),
      );
      const ids = async (prefix: string) =>
        (await engine.reader.lookup({ collection: 'documents', prefix, limit: 5 })).map(({ id }) => id);
      expect(await ids('')).toEqual(['defence-2014', 'talks']);
      expect(await ids('t')).toEqual(['talks']);
      expect(await ids('peace tal')).toEqual(['talks']);
      expect(await ids('pea talks')).toEqual([]);
      expect(await ids('organiz')).toEqual(['defence-2014']);
      expect(await ids('labor defense 20')).toEqual(['defence-2014']);
    });
  });
}
