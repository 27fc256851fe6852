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

test('it goes on after an answer that failed, and before one that takes for ever', async () => {
  await expect(goFirst(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  const answer = Promise.withResolvers<void>();
  const told = goFirst(answer.promise);
  await letReadersPass();
  answer.resolve();
  await told;
});
