import { nearSpellings, type KnownWord } from '../typo.ts';
import type { AskedWord } from '../wording.ts';
import type { Connection } from './connection.ts';

/** For each word those of the vocabulary that it may have been meant for; which of them was, typo.ts decides. */
export async function nearWords(
  server: Connection,
  index: string,
  asked: readonly AskedWord[],
): Promise<Map<string, KnownWord[]>> {
  const near = await Promise.all(
    asked.map(async ({ word, open }) => {
      const queries = withoutLonger([word, ...nearSpellings(word, open)]);
      const found = await Promise.all(queries.map((query) => nearTo(server, index, query)));
      return [...new Map(found.flat().map((known) => [known.word, known])).values()];
    }),
  );
  return new Map(asked.map(({ word }, i) => [word, near[i]!]));
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
