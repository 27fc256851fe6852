import { expect, test } from 'vitest';
import { createWindow } from '../../indexer/window.ts';

const pause = () => new Promise<void>((done) => setTimeout(done, 2));

test.each([1, 3])('at most %i things are under way, and all are done at the end', async (most) => {
  const window = createWindow(most);
  let now = 0;
  let peak = 0;
  let finished = 0;
  for (let i = 0; i < 10; i++) {
    await window.add(async () => {
      peak = Math.max(peak, ++now);
      await pause();
      now -= 1;
      finished += 1;
    });
  }
  await window.done();
  expect([peak, finished]).toEqual([most, 10]);
});

test('what fails is heard of, at the latest at the end, and nothing more is started', async () => {
  const window = createWindow(5);
  await window.add(() => Promise.reject(new Error('the disk is full')));
  await pause();
  await expect(window.add(pause)).rejects.toThrow('the disk is full');
  await expect(window.done()).rejects.toThrow('the disk is full');
});
