import { describe, expect, test } from 'vitest';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function highlightsContract({ engine, load }: Subject): void {
  describe('highlights', () => {
    test('the best paragraph comes first, with its number, as segments that make up its text', async () => {
      await load(
        documentOf('talks', [record('a', { text: 'Nothing here.\n\nThe <b>talks</b> in Geneva & beyond.' })]),
      );
      const { hits } = await engine.reader.search(query({ q: 'talks geneva' }));
      expect(hits[0]?.snippet?.paragraph).toBe(2);
      expect(hits[0]?.snippet?.segments.map((s) => s.text).join('')).toBe(
        'The <b>talks</b> in Geneva & beyond.',
      );
      expect(hits[0]?.snippet?.segments.filter((s) => s.match).map((s) => s.text)).toEqual([
        'talks',
        'Geneva',
      ]);
    });
  });
}
