import { expect, test } from 'vitest';
import { enrich } from '../../../indexer/enrich/enrich.ts';
import { entitiesOf } from '../../../indexer/enrich/entities.ts';
import type { UpdateRecord } from '../../../src/record.ts';
import { knowledge, update } from './updates.ts';

const entities = (...texts: string[]) => {
  const enriched = enrich(
    texts.map((text) => update(text)),
    knowledge,
    'en',
  );
  return entitiesOf(enriched as UpdateRecord[], knowledge.entityOf);
};

test('everyone whom the records name, once, with the names of the tables', () => {
  const found = entities('Kerry waits.', 'John Kerry met Lavrov in Geneva, Switzerland.');
  expect(found.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'person John Kerry',
    'person Sergei Lavrov',
    'place Geneva',
    'country Switzerland',
  ]);
  expect(found[1]?.aliases).toContain('Sergey Lavrov');
  expect(found[2]).toMatchObject({ aliases: [], lat: expect.closeTo(46.2, 1), lng: expect.closeTo(6.1, 1) });
  expect(found.filter(({ id }) => id === '').length).toBe(0);
});
test('nobody where nobody is named', () => {
  expect(entities('Nothing happened.')).toEqual([]);
});
