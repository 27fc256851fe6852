import type { Correction, Relaxed } from '../query.ts';
import type { Wording } from './wording.ts';

/** What is searched for, and how it differs from what was typed. */
export interface Attempt {
  wording: Wording;
  corrected: Correction[];
  relaxed: Relaxed[];
}

/** What an index knows of a word that is asked for. */
export interface WordFacts {
  /** In how many updates it stands. */
  updates: number;
  /** Does it stand in so many (EVERYWHERE) that it says nothing by itself? */
  isEverywhere: boolean;
  /** Is it a word of somebody's or something's name? */
  isName: boolean;
  /** Live blogs (ids) with the word in their title. */
  titled: string[];
}
