import { expect, test } from 'vitest';
import { dropSamples, holdsOwn } from '../../indexer/samples.ts';
import { documentOf, record, stream } from '../engine/records.ts';
import { openTemporaryIndex } from './temporary-index.ts';

test('samples give way however many live blogs of the own are younger', async () => {
  const { engine, dispose } = await openTemporaryIndex();
  const sample = documentOf('sample', [record('s', { at: '1969-07-20T12:00Z' })], { sample: true });
  await engine.writer.rebuild(stream([sample]));
  expect(await holdsOwn(engine.reader)).toBe(false);
  const own = Array.from({ length: 10_001 }, (_, i) => documentOf(`own-${i}`, [record(`u${i}`)]));
  await engine.writer.rebuild(stream([sample, ...own]));
  expect(await holdsOwn(engine.reader)).toBe(true);
  const dropped = await dropSamples(engine, new Set());
  expect(dropped.map(({ id }) => id)).toEqual(['sample']);
  expect(await engine.reader.lookup({ collection: 'documents', id: 'sample' })).toEqual([]);
  await dispose();
}, 60_000);
