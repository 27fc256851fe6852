import { isDeepStrictEqual } from 'node:util';
import { ENTITY_SETTINGS, saysAll, UPDATE_SETTINGS } from '../../src/engine/meilisearch/settings.ts';
import { COUNTS } from './counts.ts';
import { NEWS, withWords } from './entries.ts';
import type { Promised } from './promised.ts';
import type { Trial } from './trial.ts';
import { WRITES } from './writes.ts';

const exactly = (q: string, filter: string[] = []) => ({ q, filter, matchingStrategy: 'all' as const });
const SECRET = '-"secret" "one" "two" "three" "four" "five" "six" "seven" "eight" "nine" "ten"';

/** Words and their order: what search-request.ts and settings.ts take for granted. */
const WORDS: Promised[] = [
  {
    what: 'the settings are accepted, and read back as they were sent',
    seen: async ({ server }, index) =>
      saysAll(await server.ask((client) => client.index(index).getSettings()), UPDATE_SETTINGS),
    expected: true,
  },
  {
    what: 'a quoted word is matched whole, without typos',
    seen: (trial, index) => trial.ids(index, exactly('"police"')),
    expected: ['police'],
  },
  {
    what: 'an open word with a filter on the vocabulary counts only words that begin so',
    seen: (trial, index) => trial.ids(index, exactly('polic', ['vocabulary STARTS WITH "polic"'])),
    expected: ['policy', 'police'],
  },
  {
    what: 'exclusions hold if they stand before ten words',
    seen: (trial, index) => trial.ids(index, exactly(SECRET)),
    expected: ['ten'],
  },
  {
    what: 'a phrase stands together',
    seen: (trial, index) => trial.ids(index, exactly('"two one"')),
    expected: [],
  },
  {
    what: 'the title ranks before the text and that before media, a summary last, else the newest first',
    seen: (trial, index) => trial.ids(index, exactly('"talks"')),
    expected: ['title', 'newer', 'older', 'summary', 'media'],
  },
  {
    what: 'searching in the vocabulary forgives typos',
    seen: async ({ server }, index) => {
      const near = await server.ask((client) =>
        client.index(index).searchForFacetValues({ facetName: 'vocabulary', facetQuery: 'montruex' }),
      );
      return near.facetHits.map(({ value, count }) => [value, count]);
    },
    expected: [['montreux', 1]],
  },
  {
    what: 'the details of a ranking tell how many typos were forgiven',
    seen: async (trial) => {
      const names = [{ id: 'm', type: 'person', searchNames: 'moallem' }] as never;
      const index = await trial.index('entities', ENTITY_SETTINGS, names);
      const { hits } = await trial.search(index, { q: 'moalem', showRankingScoreDetails: true });
      return hits.map(({ _rankingScoreDetails: details }) => details?.['typo']?.typoCount);
    },
    expected: [1],
  },
];

const PROMISES = [...WORDS, ...COUNTS, ...WRITES];

export interface Finding {
  what: string;
  /** Undefined where the promise is kept, else what was seen instead. */
  broken?: string;
}

/** Tries every promise, each whatever became of the others. */
export async function* findings(trial: Trial): AsyncGenerator<Finding> {
  const index = await trial.index('updates', UPDATE_SETTINGS, NEWS.map(withWords));
  for (const { what, seen, expected } of PROMISES) {
    try {
      const found = await seen(trial, index);
      const kept = isDeepStrictEqual(found, expected);
      yield {
        what,
        ...(!kept && { broken: `${JSON.stringify(found)} instead of ${JSON.stringify(expected)}` }),
      };
    } catch (error) {
      yield { what, broken: String(error) };
    }
  }
}
