import type { Subject } from './noun-phrase.ts';

/** Who is said to speak, and by which rule that is known. */
export interface Cue {
  who: Subject;
  by: string;
}
