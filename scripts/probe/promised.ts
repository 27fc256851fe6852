import type { Trial } from './trial.ts';

/** Something that the adapter relies on. `seen` tries it; what it gives must be as `expected`. */
export interface Promised {
  what: string;
  seen: (trial: Trial, index: string) => Promise<unknown>;
  expected: unknown;
}
