import type { AddedUpdate, Change } from '../../../src/engine/embedded/change.ts';

/** An update as columns take it in, of which nothing is known but what is given; equals come in order of their rows. */
export const added = (row: number, given: Partial<AddedUpdate>): AddedUpdate => ({
  row,
  order: 0,
  tie: -row,
  marks: 0,
  points: [],
  clock: 0,
  facets: [],
  title: [],
  beginnings: [],
  ...given,
});

/** A change of nothing but what is given. */
export const changed = (given: Partial<Change>): Change => ({
  words: [],
  counts: [],
  beginnings: [],
  values: ['0'],
  removed: [],
  added: [],
  ...given,
});
