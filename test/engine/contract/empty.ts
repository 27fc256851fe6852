import { describe, expect, test } from 'vitest';
import { ENTITY_TYPES } from '../../../src/record.ts';
import { query } from '../records.ts';
import type { Subject } from './subject.ts';

export function emptyIndexContract({ engine }: Subject): void {
  describe('an index that never was written', () => {
    test('answers everything with nothing', async () => {
      const { total, pages, hits } = await engine.reader.search(query({ facets: ['person'] }));
      expect({ total, pages, hits }).toEqual({ total: 0, pages: 0, hits: [] });
      expect(await engine.reader.get('a')).toBeUndefined();
      expect(await engine.reader.timeline('talks')).toEqual([]);
      expect(await engine.reader.lookup({ collection: 'documents', prefix: '', limit: 9 })).toEqual([]);
      expect(await engine.reader.entities({ types: ENTITY_TYPES, prefix: '', limit: 9 })).toEqual([]);
    });
  });
}
