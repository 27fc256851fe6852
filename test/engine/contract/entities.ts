import { describe, expect, test } from 'vitest';
import { ENTITY_TYPES, type EntityInfo, type EntityType, type UpdateRecord } from '../../../src/record.ts';
import { documentOf, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function entitiesContract({ engine, load }: Subject): void {
  describe('entities', () => {
    const muallem: EntityInfo = {
      id: 'walid-al-moallem',
      type: 'person',
      name: 'Walid al-Moallem',
      aliases: ['Walid Muallem'],
    };
    const un: EntityInfo = {
      id: 'un',
      type: 'organization',
      name: 'United Nations',
      aliases: ['UN', 'ONU'],
    };
    const kerry: EntityInfo = { id: 'John Kerry', type: 'person', name: 'John Kerry', aliases: [] };
    const homs: EntityInfo = {
      id: '169577',
      type: 'place',
      name: 'Homs',
      aliases: [],
      lat: 34.7,
      lng: 36.7,
    };
    const talks = (...records: UpdateRecord[]) =>
      documentOf('talks', records, {}, [muallem, un, kerry, homs]);
    const first = record('a', {
      at: '2014-01-22T08:00Z',
      persons: ['Walid al-Moallem', 'John Kerry'],
      organizations: ['United Nations'],
      places: ['Homs'],
    });
    const later = record('b', { at: '2014-01-22T09:00Z', persons: ['John Kerry'] });
    const names = async (prefix: string, types: readonly EntityType[] = ENTITY_TYPES) =>
      (await engine.reader.entities({ types, prefix, limit: 9 })).map((entity) => entity.name);

    test('come with the updates that name them, those named most first', async () => {
      await load(talks(first, later));
      expect(await engine.reader.entities({ types: ['person'], prefix: '', limit: 9 })).toEqual([
        { ...kerry, updateCount: 2, lastSeen: later.publishedTs },
        { ...muallem, updateCount: 1, lastSeen: first.publishedTs },
      ]);
      expect(await engine.reader.entities({ types: ['place'], prefix: 'ho', limit: 9 })).toEqual([
        { ...homs, updateCount: 1, lastSeen: first.publishedTs },
      ]);
      expect(await engine.reader.entities({ types: ['person'], prefix: '', limit: 1 })).toHaveLength(1);
    });
    test('are found by any word of a name or alias, and the last one may be unfinished', async () => {
      await load(talks(first, later));
      expect(await names('onu')).toEqual(['United Nations']);
      expect(await names('walid mua')).toEqual(['Walid al-Moallem']);
      expect(await names('ker')).toEqual(['John Kerry']);
      expect(await names('nobody')).toEqual([]);
      expect(await names('onu', ['person'])).toEqual([]);
    });
    test('are looked for by ten words; further ones do not count', async () => {
      await load(talks(first, later));
      const ten = 'john kerry '.repeat(5);
      expect(await names(`${ten} nobody elsewhere`)).toEqual(['John Kerry']);
      expect(await names(`${ten.replace(/kerry $/, 'nobody')} kerry`)).toEqual([]);
    });
    test('are found through typos, but only where nothing is called as typed', async () => {
      await load(talks(first, later));
      expect(await names('moalem')).toEqual(['Walid al-Moallem']);
      expect(await names('walid moalem')).toEqual(['Walid al-Moallem']);
      await load(talks(first, record('c', { persons: ['Anna Moalem'] })), {
        ...documentOf('other', [record('d', { persons: ['Anna Moalem'] })]),
        entities: [{ id: 'Anna Moalem', type: 'person', name: 'Anna Moalem', aliases: [] }],
      });
      expect(await names('moalem')).toEqual(['Anna Moalem']);
    });
    test('go when no update names them any more', async () => {
      await load(talks(first, later));
      const { document, records, entities } = documentOf('talks', [later], {}, [kerry]);
      await engine.writer.replace(document, records, entities);
      expect(await names('')).toEqual(['John Kerry']);
      await engine.writer.remove('talks');
      expect(await names('')).toEqual([]);
    });
    test('come with a replaced live blog', async () => {
      const { document, records, entities } = talks(first);
      await engine.writer.replace(document, records, entities);
      expect(await names('kerry')).toEqual(['John Kerry']);
    });
  });
}
