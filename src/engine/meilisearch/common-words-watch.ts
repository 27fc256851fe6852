import { commonWords, type CommonWords } from './common-words.ts';
import type { Connection } from './connection.ts';
import { searchOnce } from './counted-search.ts';

/** Milliseconds after a reading in which there is no other, however often the index changes. */
const PAUSE_MS = 5000;
/** Nor is there one in so many times the time that it took: in a large index the server has to count for long. */
const PAUSE_FACTOR = 20;

/**
 * Knows the common words of an index, of which `look` asks the version. They are those of one version and serve only
 * answers from that one, so whoever asks gets the same answers with them and without. They are read when an
 * answer has missed them, beside it: no answer waits for them, and nobody reads what nobody asks for.
 *
 * What comes back gives those of a version, where they are known.
 */
export function watchCommonWords(
  server: Connection,
  index: string,
  look: () => Promise<string>,
): (version: string) => CommonWords | undefined {
  let known: { version: string; words: CommonWords } | undefined;
  let nextReading = -Infinity;

  const read = async () => {
    const before = await look();
    const words = commonWords(await countWords(server, index));
    if ((await look()) === before) known = { version: before, words };
  };
  const readInTime = () => {
    const start = performance.now();
    if (start < nextReading) return;
    nextReading = Infinity;
    const pause = () => {
      const now = performance.now();
      nextReading = now + Math.max(PAUSE_MS, PAUSE_FACTOR * (now - start));
    };
    // A failure leaves the words unknown. What is wrong with the server, the searches themselves run into.
    read().then(pause, pause);
  };
  return (version) => {
    if (known?.version === version) return known.words;
    readInTime();
    return undefined;
  };
}

/** In how many updates each word stands, the commonest words first. */
async function countWords(server: Connection, index: string): Promise<Record<string, number>> {
  const request = { page: 1, hitsPerPage: 0, facets: ['vocabulary'] };
  const { facetDistribution } = await searchOnce(server, index, request);
  return facetDistribution?.['vocabulary'] ?? {};
}
