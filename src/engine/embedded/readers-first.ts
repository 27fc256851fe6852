import { setImmediate, setTimeout } from 'node:timers/promises';

/** How many answers somebody waits for in this thread. */
let awaited = 0;

/** Passes an answer on. While it is awaited, work that lets readers pass stands still. */
export async function goFirst<T>(answer: Promise<T>): Promise<T> {
  awaited += 1;
  try {
    return await answer;
  } finally {
    awaited -= 1;
  }
}

/** Under a steady stream of questions the work still goes on, so many milliseconds later. */
const LONGEST = 5;

/**
 * For work that can wait, between two short stretches of it: answers what has come in and lets those finish who wait for
 * an answer. A load that takes all processors would else make each search wait for it several times.
 */
export async function letReadersPass(): Promise<void> {
  await setImmediate();
  for (let waited = 0; awaited > 0 && waited < LONGEST; waited++) await setTimeout(1);
}
