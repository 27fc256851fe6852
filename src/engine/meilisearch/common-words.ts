import { MANY_UPDATES, ONE_TYPO_FROM } from '../search-settings.ts';
import type { AskedWord } from '../wording.ts';
import type { Connection } from './connection.ts';
import { searchOnce } from './counted-search.ts';

/** Does this word stand in MANY_UPDATES or more? Then none that is near to it need be looked up. */
export type IsCommon = (asked: AskedWord) => boolean;

/** Milliseconds after a reading in which there is no other, however often the index changes. */
const PAUSE_MS = 5000;
/** Nor is there one in so many times the time that it took: in a large index the server has to count for long. */
const PAUSE_FACTOR = 20;

/**
 * The commonest words of an index (a server gives MAX_FACET_VALUES at most). They are of one version of the index
 * and only serve answers from that one, so whoever asks gets the same answers with them and without. They are
 * read when an answer has missed them, beside it: no answer waits for them, and nobody reads what nobody asks.
 *
 * `look` asks for the version. What comes back gives the test that holds for a version, where it is known.
 */
export function createCommonWords(
  server: Connection,
  index: string,
  look: () => Promise<string>,
): (version: string) => IsCommon | undefined {
  let known: { version?: string; words: readonly string[] } = { words: [] };
  let nextReading = -Infinity;

  const read = async () => {
    const before = await look();
    const words = await commonest(server, index);
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
    const { words } = known;
    if (known.version === version) return (asked) => holds(words, asked);
    readInTime();
    return undefined;
  };
}

/** Those words that others could be near to, in order. */
async function commonest(server: Connection, index: string): Promise<string[]> {
  const request = { page: 1, hitsPerPage: 0, facets: ['vocabulary'] };
  const { facetDistribution } = await searchOnce(server, index, request);
  return Object.entries(facetDistribution?.['vocabulary'] ?? {})
    .filter(([word, updates]) => updates >= MANY_UPDATES && word.length >= ONE_TYPO_FROM)
    .map(([word]) => word)
    .sort();
}

/** Is this one of the words, which are in order, or a beginning of one? */
function holds(words: readonly string[], { word, open }: AskedWord): boolean {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (words[middle]! < word) from = middle + 1;
    else to = middle;
  }
  const next = words[from];
  return open ? (next?.startsWith(word) ?? false) : next === word;
}
