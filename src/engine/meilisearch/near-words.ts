import { nearSpellings, type KnownWord } from '../typo.ts';
import type { AskedWord } from '../wording.ts';
import type { CommonWords } from './common-words.ts';
import type { Connection } from './connection.ts';

/** For each word those of the vocabulary that it may have been meant for; which of them was, typo.ts decides. */
export async function nearWords(
  server: Connection,
  index: string,
  asked: readonly AskedWord[],
  common?: CommonWords,
): Promise<Map<string, KnownWord[]>> {
  const uncommon = asked.filter((word) => !common?.includes(word));
  const near = await Promise.all(
    uncommon.map(async ({ word, open }) => {
      const queries = withoutLonger([word, ...nearSpellings(word, open)]);
      const found = await Promise.all(queries.map((query) => nearTo(server, index, query)));
      return [...new Map(found.flat().map((known) => [known.word, known])).values()];
    }),
  );
  return new Map(uncommon.map(({ word }, i) => [word, near[i]!]));
}

/**
 * Of words that stand in some update each, those that are rare, with the common words that are near to them. A whole word
 * that isn't common is rare, and for that nobody need be asked; in how many updates a beginning stands, only the server knows.
 */
export async function nearCommonWords(
  server: Connection,
  index: string,
  asked: readonly AskedWord[],
  common?: CommonWords,
): Promise<Map<string, KnownWord[]>> {
  const rare = new Map<string, KnownWord[]>();
  for (const one of asked) {
    const near = one.open || common?.includes(one) ? undefined : common?.nearTo(one.word);
    if (near) rare.set(one.word, [{ word: one.word, count: 1 }, ...near]);
  }
  const others = asked.filter(({ word }) => !rare.has(word));
  return new Map([...rare, ...(await nearWords(server, index, others, common))]);
}

/** A word finds all that begin so: what begins with another one need not be asked for, too. */
const withoutLonger = (all: readonly string[]): string[] =>
  all.filter((word) => !all.some((other) => other.length < word.length && word.startsWith(other)));

/** Searching inside a facet forgives typos and takes the typed word for a beginning: no near word is missing. */
async function nearTo(server: Connection, index: string, word: string): Promise<KnownWord[]> {
  const search = { facetName: 'vocabulary', facetQuery: word };
  const nothing = { facetHits: [] as { value: string; count: number }[] };
  const { facetHits } = await server.askOr(nothing, (client) =>
    client.index(index).searchForFacetValues(search),
  );
  return facetHits.map(({ value, count }) => ({ word: value, count }));
}
