/**
 * Is what somebody looks for found? `node bench/relevance/known-items.ts [QUERIES]`, with ../shared beside the checkout: words
 * of a title, a third of the queries misspelt, over 60,000 news items, on the engines of relevance.ts. For each seed and
 * for all, how often the item that the words are from leads (success@1) or is among the first ten (success@10).
 */
import { searchParameters, toSearchQuery } from '../../src/api/search-parameters.ts';
import type { EngineReader } from '../../src/engine/engine.ts';
import { engines, type Engine } from './engines.ts';
import { DEPTH, mean } from './measures.ts';
import { isThere, knownItems, news, type KnownItem } from './news.ts';

const SEEDS = [1, 2, 3];
const QUERIES = Number(process.argv[2] ?? 500);

/** Where the item stands among the first ten, from 0; -1 where it doesn't. */
async function placeOf(reader: EngineReader, { q, filter, id }: KnownItem): Promise<number> {
  const query = toSearchQuery(searchParameters.parse({ q, ...filter, perPage: DEPTH, facets: '' }));
  const { hits } = await reader.search(query);
  return hits.findIndex(({ update }) => update.id === id);
}

async function placesOn(open: () => Promise<Engine>): Promise<number[][]> {
  const engine = await open();
  try {
    await engine.writer.rebuild(news());
    const places: number[][] = [];
    for (const seed of SEEDS) {
      const found: number[] = [];
      for (const item of knownItems(seed, QUERIES)) found.push(await placeOf(engine.reader, item));
      places.push(found);
    }
    return places;
  } finally {
    await engine.dispose();
  }
}

const share = (places: readonly number[], isGood: (place: number) => boolean) =>
  mean(places.map((place) => Number(isGood(place)))).toFixed(3);
const line = (name: string, places: readonly number[]) =>
  `${name.padEnd(24)} ${share(places, (place) => place === 0)}  ${share(places, (place) => place >= 0)}`;

if (!isThere()) throw new Error('There is no ../shared with the news items beside this checkout.');
console.log(`${'success'.padEnd(24)} @1     @10`);
for (const [name, open] of Object.entries(engines(process.env))) {
  const places = await placesOn(open);
  places.forEach((found, i) => console.log(line(`${name}, seed ${SEEDS[i]}`, found)));
  console.log(line(`${name}, all`, places.flat()));
}
