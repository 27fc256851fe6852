import type { Correction } from '../../query.ts';
import { correct } from '../correct.ts';
import { nearest, typosAllowed, type KnownWord } from '../typo.ts';
import { isSingleWord, type Wording } from '../wording.ts';
import type { Connection } from './connection.ts';

/** Puts for each unknown word the nearest one of the vocabulary, which both engines choose alike (typo.ts). */
export async function correctUnknown(
  server: Connection,
  index: string,
  typed: Wording,
): Promise<{ wording: Wording; corrected: Correction[] }> {
  const words = new Set(typed.wanted.filter(isSingleWord).map(([word]) => word));
  const correctable = [...words].filter((word) => typosAllowed(word) > 0);
  const near = await Promise.all(correctable.map((word) => nearWords(server, index, word)));
  const known = new Map(correctable.map((word, i) => [word, near[i]!]));
  return correct(typed, (word, open) => replacement(word, known.get(word) ?? [], open));
}

export function replacement(word: string, near: KnownWord[], open: boolean): string | undefined {
  const isKnown = near.some((other) => (open ? other.word.startsWith(word) : other.word === word));
  return isKnown ? undefined : nearest(word, near, open);
}

/** Searching inside a facet forgives typos and takes the typed word for a beginning: no near word is missing. */
async function nearWords(server: Connection, index: string, word: string): Promise<KnownWord[]> {
  const search = { facetName: 'vocabulary', facetQuery: word };
  const nothing = { facetHits: [] as { value: string; count: number }[] };
  const { facetHits } = await server.askOr(nothing, (client) =>
    client.index(index).searchForFacetValues(search),
  );
  return facetHits.map(({ value, count }) => ({ word: value, count }));
}
