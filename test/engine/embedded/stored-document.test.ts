import { expect, test } from 'vitest';
import { aboutOf, toStoredDocument } from '../../../src/engine/embedded/stored-document.ts';
import { documentOf, record } from '../records.ts';

test('words and values that many updates have are listed once', async () => {
  const records = ['a', 'b'].map((id) => record(id, { text: 'rain and more rain', persons: ['Ada'] }));
  const stored = await toStoredDocument(documentOf('storm', records));
  const { words, values, columns } = aboutOf(stored);
  expect(words).toEqual(['rain', 'and', 'more']);
  expect(values.filter((value) => value === 'Ada')).toHaveLength(1);
  expect(columns.map((own) => own.words)).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
  expect(stored.updates.map(({ text }) => text)).toEqual(Array(2).fill('rain and more rain'));
});

test('while a long live blog is made ready, the thread answers others', async () => {
  const text = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ');
  const records = Array.from({ length: 500 }, (_, i) => record(`a${i}`, { text }));
  const state = { turns: 0, isDone: false };
  const turn = () => {
    state.turns += 1;
    if (!state.isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await toStoredDocument(documentOf('storm', records));
  state.isDone = true;
  expect(state.turns).toBeGreaterThan(5);
});
