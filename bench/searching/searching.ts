/**
 * How fast and how well is searched, beside others, on the same queries in the same run:
 *   node bench/searching/searching.ts RECORDS.ndjson [COPIES]
 * RECORDS are finished ones (`npm run index -- … --dry-run --output RECORDS.ndjson`) of the news items beside the
 * checkout. With more than one altered copy of them only Dateline is asked. MEILI_URL and MEILI_INDEX_KEY bring in
 * a Meilisearch.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { readConfig } from '../../src/config.ts';
import type { Contender } from './contenders.ts';
import { documentsIn } from './documents.ts';
import { embedded } from './embedded.ts';
import { p50, p95, spread, time } from './measures.ts';
import { meilisearch } from './meilisearch.ts';
import { minisearch } from './minisearch.ts';
import { keystrokes, knownItems, toQuery } from './queries.ts';
import { searchWhileLoading } from './while-loading.ts';

const SEEDS = [2, 3, 4];
const QUERIES_PER_SEED = 500;
const WARM_UP = knownItems(1, 500);
const TYPED = 30;

interface Measured {
  contender: Contender;
  loaded: number;
  searches: number[];
  keystrokes: number[];
  empty: number[];
  first: number;
  amongTen: number;
}

const [path, copies = '1'] = process.argv.slice(2);
if (!path) throw new Error('which records? node bench/searching/searching.ts RECORDS.ndjson [COPIES]');
const { MEILI_URL, MEILI_INDEX_KEY } = readConfig(process.env);
const folder = await mkdtemp(join(tmpdir(), 'dateline-searching-'));
const documents = () => documentsIn(path, Number(copies));
const others = () => [minisearch(), ...(MEILI_URL ? [meilisearch(MEILI_URL, MEILI_INDEX_KEY)] : [])];
const contenders = [embedded(folder), ...(copies === '1' ? others() : [])];

let count = 0;
async function* counted() {
  count = 0;
  for await (const document of documents()) {
    count += document.records.length;
    yield document;
  }
}

const measured: Measured[] = [];
for (const contender of contenders) {
  console.error(`${contender.name} loads …`);
  const { milliseconds: loaded } = await time(() => contender.load(counted()));
  measured.push({ contender, loaded, searches: [], keystrokes: [], empty: [], first: 0, amongTen: 0 });
}

/** Each query goes to all contenders in turn, so that what else the machine does hits all alike. */
async function ask(
  q: string,
  filter: Parameters<typeof toQuery>[1],
  note: (m: Measured, ms: number, ids: string[]) => void,
) {
  for (const one of measured) {
    const { milliseconds, result } = await time(() => one.contender.search(toQuery(q, filter)));
    note(one, milliseconds, result);
  }
}

console.error('All search …');
for (const { q, filter } of WARM_UP) await ask(`${q} `, filter, () => undefined);
for (const seed of SEEDS) {
  for (const { q, filter, id } of knownItems(seed, QUERIES_PER_SEED)) {
    await ask(`${q} `, filter, (one, milliseconds, ids) => {
      one.searches.push(milliseconds);
      const place = ids.indexOf(id);
      if (place === 0) one.first += 1;
      if (place >= 0 && place < 10) one.amongTen += 1;
    });
  }
}
for (const { q } of knownItems(5, TYPED))
  for (const part of keystrokes(q))
    await ask(part, {}, (one, milliseconds) => one.keystrokes.push(milliseconds));
for (let i = 0; i < 20; i++) await ask('', {}, (one, milliseconds) => one.empty.push(milliseconds));

const [ours] = measured as [Measured];
console.log(`${count} records, ${ours.searches.length} known-item queries, 13 facets, 20 highlighted hits\n`);
for (const { contender, searches } of measured.slice(1))
  console.log(
    `${contender.name} takes ${(p50(searches) / p50(ours.searches)).toFixed(1)} times as long at p50, ${(p95(searches) / p95(ours.searches)).toFixed(1)} times at p95`,
  );
for (const { contender, loaded, ...one } of measured) {
  const share = (found: number) => (found / one.searches.length).toFixed(3);
  console.log(`\n${contender.name}: p50 / p95 in milliseconds`);
  console.log(`  known items      ${spread(one.searches)}`);
  console.log(`  each keystroke   ${spread(one.keystrokes)}`);
  console.log(`  empty query      ${spread(one.empty)}`);
  if (copies === '1') console.log(`  success @1 / @10 ${share(one.first)} / ${share(one.amongTen)}`);
  console.log(`  loading          ${Math.round(count / (loaded / 1000))} records/s`);
}
for (const { contender } of measured) await contender.close();

const openings: number[] = [];
for (let i = 0; i < 7; i++) {
  const reader = createEmbeddedReader(folder);
  openings.push((await time(() => reader.version())).milliseconds);
  await reader.close();
}
console.log(`\nDateline opens in ${p50(openings).toFixed(0)} ms (the first time ${openings[0]!.toFixed(0)})`);
const resident = execFileSync(process.execPath, [join(import.meta.dirname, 'resident.ts'), folder], {
  encoding: 'utf8',
});
console.log(
  `it takes ${resident.trim()} MB of memory and ${Math.round((await sizeOf(folder)) / 1e6)} MB of disk`,
);
if (copies === '1') await tellOfWriting();
await rm(folder, { recursive: true });

async function tellOfWriting(): Promise<void> {
  const { idle, replacing, rebuilding, blocked } = await searchWhileLoading(folder, documents, WARM_UP);
  console.log(`\nSearches of the same process while it writes, p50 / p95 in milliseconds (one each 5 ms)`);
  console.log(`  nothing is written    ${spread(idle)}`);
  console.log(`  blogs are replaced    ${spread(replacing)}`);
  console.log(`  everything is rebuilt ${spread(rebuilding)}`);
  console.log(
    `  the thread that asks was busy for at most ${blocked.toFixed(0)} ms (of processor time) at a stretch`,
  );
}

async function sizeOf(where: string): Promise<number> {
  const sizes = (await readdir(where)).map(async (name) => (await stat(join(where, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
