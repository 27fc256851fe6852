import type { IndexedDocument } from '../../../src/engine/engine.ts';
import { documentOf, record } from '../records.ts';

/** How much there is to load. */
export interface Load {
  blogs: number;
  /** Of each live blog, give or take one. */
  updates: number;
  /** Of each update. */
  words: number;
}

export const idOf = (blog: number): string => `blog-${blog}`;

/** The person whom every update of a round names. */
export const personOf = (round: number): string => `Round ${round}`;

/** A word that every update of a round holds, and no other. */
export const wordOf = (round: number): string =>
  `round${String(round).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}`;

export const sizeOf = (blog: number, round: number, { updates }: Load): number =>
  updates - 1 + ((blog + round) % 3);

/** One live blog as a round has it: every update and the title tell the round, and its length differs too. */
export function blogOf(blog: number, round: number, load: Load): IndexedDocument {
  const records = Array.from({ length: sizeOf(blog, round, load) }, (_, i) =>
    record(`${idOf(blog)}-${i}`, {
      at: new Date(Date.UTC(2014, 0, 1 + blog, 0, i)).toISOString(),
      text: `${wordOf(round)} ${words(blog * 1000 + i + round * 7, load.words)}`,
      persons: [personOf(round)],
    }),
  );
  return documentOf(idOf(blog), records, { title: `Blog ${blog}, round ${round}` });
}

/** Made-up words, many of them rare, so that the full-text index has work. */
function words(seed: number, count: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return `w${(state % 20_000).toString(36)}`;
  }).join(' ');
}
