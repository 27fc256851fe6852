import { beforeEach, describe, expect, test } from 'vitest';
import { newerFirst, placeOf } from '../../../src/engine/cursor.ts';
import type { SearchQuery } from '../../../src/query.ts';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function orderContract({ engine, load, ids }: Subject): void {
  describe('order and pages', () => {
    beforeEach(() =>
      load(
        documentOf('talks', [
          ...Array.from({ length: 23 }, (_, i) =>
            record(`u${String(i).padStart(2, '0')}`, {
              text: 'talks',
              at: `2014-01-22T${String(i).padStart(2, '0')}:00Z`,
            }),
          ),
          record('before-1970', { text: 'talks', at: '1969-07-20T20:17:40Z' }),
          record('summary', { text: 'talks', kind: 'summary', at: '2014-01-23T08:00Z' }),
        ]),
      ),
    );
    test('newest and oldest first', async () => {
      expect((await ids({ q: 'talks', sort: 'newest' })).slice(0, 2)).toEqual(['summary', 'u22']);
      expect((await ids({ q: 'talks', sort: 'oldest' })).slice(0, 2)).toEqual(['before-1970', 'u00']);
    });
    test('between equals an original leads, then the newest', async () => {
      const order = await ids({ q: 'talks' });
      expect([order[0], order.at(-1)]).toEqual(['u22', 'summary']);
    });
    test('pages share out every hit once; totals are exact', async () => {
      const pages = await Promise.all(
        [1, 2, 3].map((page) => engine.reader.search(query({ q: 'talks', perPage: 10, page }))),
      );
      expect(pages.map((p) => p.hits.length)).toEqual([10, 10, 5]);
      expect(new Set(pages.flatMap((p) => p.hits.map((hit) => hit.update.id))).size).toBe(25);
      for (const { total, reachable, pages: count } of pages) {
        expect({ total, reachable, count }).toEqual({ total: 25, reachable: 25, count: 3 });
      }
      expect((await engine.reader.search(query({ perPage: 10, page: 9 }))).hits).toEqual([]);
    });
    test('grouped by live blog: its best update, how many more it has; facets count updates', async () => {
      const blog = (id: string, ...texts: string[]) =>
        documentOf(
          id,
          texts.map((text, i) => record(`${id}${i}`, { text, at: `2014-01-22T1${i}:00Z`, persons: ['X'] })),
        );
      await load(
        blog('one', 'wind', 'wind and rain', 'sun'),
        blog('two', 'rain then wind', 'rain'),
        blog('three', 'sun'),
      );
      const asked = query({ q: 'wind ', groupBy: 'document', facets: ['person', 'document'], perPage: 1 });
      const first = await engine.reader.search(asked);
      expect([first.total, first.totalUpdates, first.pages]).toEqual([2, 3, 2]);
      expect(first.hits.map(({ update, more }) => [update.documentId, more])).toEqual([['one', 1]]);
      expect(first.facets.person?.values).toEqual([{ value: 'X', count: 3, selected: false }]);
      const second = await engine.reader.search({ ...asked, page: 2 });
      expect(second.hits.map(({ update, more }) => [update.id, more])).toEqual([['two0', 0]]);
      const newest = await engine.reader.search(query({ groupBy: 'document', perPage: 2 }));
      expect(newest.hits.map(({ update, more }) => [update.id, more])).toEqual([
        ['one2', 2],
        ['two1', 1],
      ]);
      expect([newest.total, newest.totalUpdates, newest.next]).toEqual([3, 6, undefined]);
    });
    test('a cursor goes on where a page ended, although updates arrived meanwhile', async () => {
      const at = (hour: number) => `2014-01-22T${String(hour).padStart(2, '0')}:00Z`;
      const talks = ['a', 'B', 'b', 'd', 'e'].map((id, i) => record(id, { at: at(8 + i) }));
      // Another blog at the same second: the same order, and an id that differs only in case.
      const other = documentOf('other', [record('A', { at: at(8) }), record('D', { at: at(11) })]);
      await load(documentOf('talks', talks), other);
      for (const sort of ['newest', 'oldest'] as const) {
        const whole = await ids({ sort });
        const walked: string[] = [];
        let cursor: SearchQuery['cursor'];
        do {
          const part = await engine.reader.search(query({ sort, perPage: 2, ...(cursor && { cursor }) }));
          expect(part.total).toBeGreaterThanOrEqual(whole.length);
          walked.push(...part.hits.map(({ update }) => update.id));
          cursor = part.next;
          if (sort === 'newest' && walked.length === 2) {
            const { document, records } = documentOf('late', [record('late', { at: at(20) })]);
            await engine.writer.replace(document, records, []);
          }
        } while (cursor);
        expect(walked.toSorted()).toEqual(whole.toSorted());
        expect(walked.filter((id) => id === id.toLowerCase())).toEqual(
          whole.filter((id) => id === id.toLowerCase()),
        );
      }
    });
    test('a cursor goes through a thousand updates of one moment, each once, in one order both ways', async () => {
      const archive = Array.from({ length: 1000 }, (_, i) =>
        documentOf(`news-${i}`, [record(`news-${i}-1`, { text: 'once' })]),
      );
      await load(...archive);
      const walk = async (sort: 'newest' | 'oldest', meanwhile?: () => Promise<void>) => {
        const walked: string[] = [];
        let cursor: SearchQuery['cursor'];
        do {
          const part = await engine.reader.search(query({ sort, ...(cursor && { cursor }) }));
          walked.push(...part.hits.map(({ update }) => update.id));
          cursor = part.next;
          if (walked.length === 300) await meanwhile?.();
        } while (cursor);
        return walked;
      };
      const newest = await walk('newest');
      expect(new Set(newest)).toEqual(new Set(archive.map(({ document }) => `${document.id}-1`)));
      expect(newest).toHaveLength(1000);
      // The same order on every engine, also where hits are ranked.
      const { order } = archive[0]!.records[0]!;
      const places = newest.map((id) => placeOf({ order, id }));
      expect(places).toEqual(places.toSorted(newerFirst));
      expect(await ids({ sort: 'relevance', q: 'once', perPage: 100 })).toEqual(newest.slice(0, 100));
      const oldest = await walk('oldest', async () => {
        // The update that the cursor stands on goes, and another of the same moment comes.
        await engine.writer.remove(newest.at(-300)!.replace(/-1$/, ''));
        const { document, records } = documentOf('late', [record('late')]);
        await engine.writer.replace(document, records, []);
      });
      expect(oldest.filter((id) => id !== 'late')).toEqual(newest.toReversed());
    });
    test('a histogram counts every hit once, on the clock of the blog', async () => {
      const { histogram } = await engine.reader.search(query({ histogram: 'day' }));
      expect(histogram).toEqual({
        unit: 'day',
        buckets: [
          { start: '1969-07-20', count: 1 },
          { start: '2014-01-22', count: 23 },
          { start: '2014-01-23', count: 1 },
        ],
      });
    });
  });
}
