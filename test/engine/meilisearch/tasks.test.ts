import type { Task } from 'meilisearch';
import { describe, expect, test } from 'vitest';
import { untilDone } from '../../../src/engine/meilisearch/tasks.ts';

const task = (given: Partial<Task>) =>
  ({ uid: 7, type: 'indexSwap', indexUid: 'news', error: null, ...given }) as Task;

/** A task that stands one way after the other, and then as the last. */
function standing(...tasks: Partial<Task>[]) {
  let looks = 0;
  const look = async () => task(tasks[Math.min(looks++, tasks.length - 1)]!);
  return { look, looks: () => looks };
}

describe('a task is watched to its end', () => {
  test('however long it waits and works, if it goes on', async () => {
    const { look, looks } = standing(
      { status: 'enqueued' },
      { status: 'processing' },
      { status: 'succeeded' },
    );
    await untilDone(look, 1000);
    expect(looks()).toBe(3);
  });
  test('one that failed says why', async () => {
    const error = { message: 'the disk is full', code: 'no_space_left_on_device', type: 'system', link: '' };
    const { look } = standing({ status: 'failed', error });
    await expect(untilDone(look)).rejects.toMatchObject({
      message: 'Meilisearch could not write: the disk is full',
      code: 'no_space_left_on_device',
    });
  });
  test('one that somebody canceled has not been done', async () => {
    await expect(untilDone(standing({ status: 'canceled' }).look)).rejects.toThrow(
      /somebody canceled its task 7/,
    );
  });
  test('one that doesn’t end is given up, with its name', async () => {
    await expect(untilDone(standing({ status: 'processing' }).look, 30)).rejects.toThrow(
      /task 7 \(indexSwap of news\) in work for 0.03 seconds/,
    );
    await expect(untilDone(standing({ status: 'enqueued' }).look, 30)).rejects.toThrow(/in its queue/);
  });
});
