import { expect, test } from 'vitest';
import type { EngineReader } from '../../src/engine/engine.ts';
import { similarTo } from '../../src/engine/similar.ts';
import { record } from './records.ts';

test('an update may have more words than a function takes arguments', async () => {
  const text = Array.from({ length: 150_000 }, (_, i) => `word${i}`).join(' ');
  const twin = record('b', { text });
  const search = async () => ({ hits: [{ update: twin }] });
  const reader = { search } as unknown as EngineReader;
  expect(await similarTo(reader, record('a', { text }), 5)).toEqual([twin]);
});
