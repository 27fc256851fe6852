import { setImmediate, setTimeout } from 'node:timers/promises';

/** The answers that somebody waits for in this thread. */
const awaited = new Set<Promise<unknown>>();

/** Passes an answer on. While it is awaited, work that lets readers pass stands still. */
export async function goFirst<T>(answer: Promise<T>): Promise<T> {
  awaited.add(answer);
  try {
    return await answer;
  } finally {
    awaited.delete(answer);
  }
}

/** Under a steady stream of questions the work still goes on, so many milliseconds later. */
const LONGEST = 5;

/**
 * For work that can wait, between two short stretches of it: takes in what has come, and lets those finish who wait for
 * an answer. A load that takes all processors would else make each search wait for it several times.
 */
export async function letReadersPass(): Promise<void> {
  await setImmediate();
  if (awaited.size === 0) return;
  await Promise.race([Promise.allSettled(awaited), setTimeout(LONGEST)]);
  // An answer that has come is still to be handed on.
  await setImmediate();
}
