import type { EngineError } from '../engine.ts';

/** Hears of a server that doesn't answer for now. */
export interface Outage {
  /** A request is tried again, for `patience` milliseconds at most. */
  waiting(why: EngineError, patience: number): void;
  /** A request was answered. */
  over(): void;
}

/** Says once for each outage what is being waited for, and how long at most. */
export function createOutage(say: (line: string) => void): Outage {
  let isSaid = false;
  return {
    waiting(why, patience) {
      if (!isSaid) say(`${why.message} Trying again for up to ${patience / 1000} seconds …`);
      isSaid = true;
    },
    over: () => void (isSaid = false),
  };
}
