import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { goFirst, letReadersPass } from '../../../src/engine/embedded/readers-first.ts';

test('work that can wait goes on after an answer that somebody waits for', async () => {
  const told: string[] = [];
  const answer = goFirst(setTimeout(1)).then(() => told.push('answer'));
  const work = letReadersPass().then(() => told.push('work'));
  await Promise.all([answer, work]);
  expect(told).toEqual(['answer', 'work']);
});

test('an answer that failed is handed on as such', async () => {
  await expect(goFirst(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});

test('work that can wait goes on before an answer that takes for ever', async () => {
  const answer = Promise.withResolvers<void>();
  const told = goFirst(answer.promise);
  await letReadersPass();
  answer.resolve();
  await told;
});
