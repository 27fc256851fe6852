/**
 * node bench/meilisearch.ts RECORDS.ndjson QUERIES.json
 *
 * How long an answer takes through the adapter, beside the raw client with its defaults and the best
 * raw call, on the server of MEILI_URL and MEILI_MASTER_KEY; and how long live blogs take to be replaced.
 * Loads the records there under the prefix `bench_`, after MEILI_PREFIX, unless they are there already, and leaves them.
 */
import { createMeilisearchReader } from '../src/engine/meilisearch/reader.ts';
import { createMeilisearchWriter } from '../src/engine/meilisearch/writer.ts';
import { readBlogs, readQueries, type KnownItem } from './meilisearch/news.ts';
import {
  bestRawCall,
  byNodeHttp,
  rawClient,
  throughAdapter,
  toQuery,
  type Server,
  type Way,
} from './meilisearch/ways.ts';

const WARM_UP = 50;
const EMPTY = Array.from({ length: 15 }, (): KnownItem => ({ q: '', filter: {}, misspelt: false }));
const REPLACED = 12;

async function main(): Promise<void> {
  const [records, queries] = process.argv.slice(2);
  const { MEILI_URL: url, MEILI_MASTER_KEY: key, MEILI_PREFIX: prefix = '' } = process.env;
  if (!records || !queries || !url || !key)
    throw new Error('MEILI_URL=… MEILI_MASTER_KEY=… node bench/meilisearch.ts RECORDS.ndjson QUERIES.json');
  const server = { url, key, prefix: `${prefix}bench_` };
  await load(server, records);
  const asked = await readQueries(queries);
  const ways = {
    adapter: throughAdapter(server),
    'match=exact': throughAdapter(server, 'exact'),
    'raw client': rawClient(server),
    'best raw call': bestRawCall(server),
    'by node:http': bestRawCall(server, byNodeHttp),
  };
  await compare(
    'as typed',
    ways,
    asked.filter(({ misspelt }) => !misspelt),
  );
  await compare('no words', ways, EMPTY);
  await compare(
    'misspelt',
    { adapter: ways.adapter },
    asked.filter(({ misspelt }) => misspelt),
  );
  await replaceBlogs(server, records);
}

async function load(server: Server, path: string): Promise<void> {
  const reader = createMeilisearchReader(server);
  const { total } = await reader.search({ ...toQuery('', {}), facets: [] });
  if (total > 0) return console.log(`${total} updates are there already`);
  const writer = createMeilisearchWriter(server);
  const start = performance.now();
  await writer.rebuild(readBlogs(path));
  const seconds = (performance.now() - start) / 1000;
  const loaded = await reader.search({ ...toQuery('', {}), facets: [] });
  console.log(`${loaded.total} updates loaded in ${seconds.toFixed(1)} s`);
}

/**
 * Asks in turns, forwards and backwards, so that what else the machine does, and what the way before has warmed up,
 * meets all ways alike.
 */
async function compare(title: string, ways: Record<string, Way>, asked: KnownItem[]): Promise<void> {
  const names = Object.keys(ways);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const work = new Map(names.map((name) => [name, 0]));
  for (const query of asked.slice(0, WARM_UP)) for (const way of Object.values(ways)) await way(query);
  for (const [i, query] of asked.entries()) {
    const turns = names.map((_, turn) => names[(i + turn) % names.length]!);
    for (const name of Math.floor(i / names.length) % 2 === 0 ? turns : turns.toReversed()) {
      const [start, before] = [performance.now(), process.cpuUsage()];
      await ways[name]!(query);
      times.get(name)!.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      work.set(name, work.get(name)! + (user + system) / 1000);
    }
  }
  console.log(`\n${title}: ${asked.length} queries`);
  for (const [name, taken] of times) {
    const own = (work.get(name)! / taken.length).toFixed(2);
    const [p50, p95] = [percentile(taken, 0.5), percentile(taken, 0.95)];
    console.log(`${name.padEnd(14)} p50 ${p50} ms   p95 ${p95} ms   own processor time ${own} ms`);
  }
}

const percentile = (times: number[], share: number) =>
  times
    .toSorted((a, b) => a - b)
    .at(Math.floor(times.length * share))!
    .toFixed(1);

/** The same live blogs one after the other, and all at once. */
async function replaceBlogs(server: Server, path: string): Promise<void> {
  const writer = createMeilisearchWriter(server);
  const blogs = (await Array.fromAsync(readBlogs(path))).slice(0, REPLACED);
  const start = performance.now();
  for (const { document, records, entities } of blogs) await writer.replace(document, records, entities);
  const between = performance.now();
  await Promise.all(
    blogs.map(({ document, records, entities }) => writer.replace(document, records, entities)),
  );
  const end = performance.now();
  console.log(
    `\n${REPLACED} live blogs replaced: one after the other ${seconds(start, between)} s, at once ${seconds(between, end)} s`,
  );
  await writer.close();
}

const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);

await main();
