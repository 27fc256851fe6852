import { expect, test, vi } from 'vitest';
import { createLibrary } from '../../src/site/library.ts';
import { documentOf, record } from '../engine/records.ts';
import type { EngineReader } from '../../src/engine/engine.ts';

const INFOS = ['Talks', 'Storm', 'Final'].map(
  (title) => documentOf(title.toLowerCase(), [record(title)], { title }).document,
);

/** A reader of an index with three live blogs, of which the test sets the version. */
function libraryOf(index: { version: string }) {
  const reader = {
    version: async () => index.version,
    search: vi.fn(async () => ({ total: 70 })),
    facetValues: vi.fn(async () => ({ total: 3, exact: true, values: [] })),
    lookup: vi.fn(async ({ id }: { id: string }) => INFOS.filter((info) => info.id === id)),
  };
  return { ...reader, read: createLibrary(reader as unknown as EngineReader) };
}

test('counts all live blogs and updates, and names those that are asked for', async () => {
  const { read } = libraryOf({ version: '1' });
  const { titles, ...size } = await read(['storm', 'gone']);
  expect(size).toEqual({ documents: 3, updates: 70, more: false });
  expect([...titles]).toEqual([
    ['storm', 'Storm'],
    ['gone', 'gone'],
  ]);
});

test('whoever asks at once or later asks the engine no second time, until something is written', async () => {
  const index = { version: '1' };
  const { read, search, facetValues, lookup } = libraryOf(index);
  const asked = () => [search, facetValues, lookup].map(({ mock }) => mock.calls.length);
  await Promise.all([read(['storm']), read(['storm', 'talks']), read()]);
  await read(['talks']);
  expect(asked()).toEqual([1, 1, 2]);
  index.version = '2';
  await read(['talks']);
  expect(asked()).toEqual([2, 2, 3]);
});

test('what failed is asked for again', async () => {
  const { read, search } = libraryOf({ version: '1' });
  search.mockRejectedValueOnce(new Error('busy'));
  await expect(read()).rejects.toThrow('busy');
  expect((await read()).updates).toBe(70);
});

test('what strangers ask for is not remembered without end', async () => {
  const { read, lookup } = libraryOf({ version: '1' });
  const asksAgain = async () => {
    const before = lookup.mock.calls.length;
    await read(['storm']);
    return lookup.mock.calls.length > before;
  };
  await read(['storm']);
  expect(await asksAgain()).toBe(false);
  await read(Array.from({ length: 10_000 }, (_, i) => `made-up-${i}`));
  expect(await asksAgain()).toBe(true);
});
