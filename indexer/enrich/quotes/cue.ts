import type { Subject } from './subject.ts';

/** Who is said to speak, and by which rule that is known. */
export interface Cue {
  who: Subject;
  by: string;
}
