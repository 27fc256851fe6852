import type { AddedUpdate } from '../../../src/engine/embedded/change.ts';

/** An update as columns take it in, of which nothing is known but what is given; equals come in order of their rows. */
export const added = (row: number, given: Partial<AddedUpdate>): AddedUpdate => ({
  row,
  order: 0,
  tie: -row,
  marks: 0,
  clock: '1',
  points: [],
  title: [],
  beginnings: [],
  facets: [],
  ...given,
});
