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
import { compare, load, type Measured } from './compare.ts';
import { documentsIn } from './documents.ts';
import { embedded } from './embedded.ts';
import { p50, p95, spread, time, type Took } from './measures.ts';
import { meilisearch } from './meilisearch.ts';
import { minisearch } from './minisearch.ts';
import { knownItems } from './queries.ts';
import { searchWhileLoading } from './while-loading.ts';

const clock = (all: Took[]) => all.map(({ milliseconds }) => milliseconds);
const processor = (all: Took[]) => all.map((took) => took.processor);

function ratios([ours, ...others]: Measured[]): void {
  for (const { contender, searches } of others) {
    const [mine, theirs] = [clock(ours!.searches), clock(searches)];
    const times = (measure: typeof p50) => (measure(theirs) / measure(mine)).toFixed(1);
    console.log(`${contender.name} takes ${times(p50)} times as long at p50, ${times(p95)} times at p95`);
  }
}

function figures({ contender, loading, ...one }: Measured, count: number, isOriginal: boolean): void {
  const share = (found: number) => (found / one.searches.length).toFixed(3);
  const line = (name: string, all: Took[]) =>
    console.log(`  ${name.padEnd(16)} ${spread(clock(all)).padEnd(18)} ${spread(processor(all))}`);
  console.log(`\n${contender.name}: p50 / p95 in milliseconds, and of this process's processor time`);
  line('known items', one.searches);
  line('each keystroke', one.keystrokes);
  line('empty query', one.empty);
  if (isOriginal) console.log(`  success @1 / @10 ${share(one.first)} / ${share(one.amongTen)}`);
  const perSecond = (milliseconds: number) => Math.round(count / (milliseconds / 1000));
  console.log(
    `  loading          ${perSecond(loading.milliseconds)} records/s, ${perSecond(loading.processor)} per second of processor time`,
  );
}

async function opening(folder: string): Promise<void> {
  const took: Took[] = [];
  for (let i = 0; i < 9; i++) {
    const reader = createEmbeddedReader(folder);
    took.push(await time(() => reader.version()));
    await reader.close();
  }
  console.log(
    `\nDateline opens in ${p50(clock(took)).toFixed(0)} ms (${p50(processor(took)).toFixed(0)} of processor time)`,
  );
}

async function room(folder: string): Promise<void> {
  const resident = execFileSync(process.execPath, [join(import.meta.dirname, 'resident.ts'), folder], {
    encoding: 'utf8',
  });
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  const disk = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  console.log(`It takes ${resident.trim()} MB of memory and ${Math.round(disk / 1e6)} MB of disk`);
}

async function whileLoading(folder: string, path: string): Promise<void> {
  const found = await searchWhileLoading(folder, () => documentsIn(path), knownItems(1, 500));
  console.log(`\nSearches of the same process while it writes (one each 5 ms), p50 / p95 in milliseconds`);
  console.log(`  nothing is written    ${spread(found.idle)}`);
  console.log(`  blogs are replaced    ${spread(found.replacing)}`);
  console.log(`  everything is rebuilt ${spread(found.rebuilding)}`);
  console.log(
    `  the thread that asks was busy for at most ${found.blocked.toFixed(0)} ms of processor time at a stretch`,
  );
}

const [path, copies = '1'] = process.argv.slice(2);
if (!path) throw new Error('which records? node bench/searching/searching.ts RECORDS.ndjson [COPIES]');
const isOriginal = copies === '1';
const { MEILI_URL, MEILI_INDEX_KEY } = readConfig(process.env);
const others = [minisearch(), ...(MEILI_URL ? [meilisearch(MEILI_URL, MEILI_INDEX_KEY)] : [])];
const folder = await mkdtemp(join(tmpdir(), 'dateline-searching-'));
const measured = await load([embedded(folder), ...(isOriginal ? others : [])], () =>
  documentsIn(path, Number(copies)),
);
await compare(measured);
const count = await measured[0]!.contender.size();
console.log(
  `${count} records, ${measured[0]!.searches.length} known-item queries, 13 facets, 20 highlighted hits\n`,
);
ratios(measured);
for (const one of measured) figures(one, count, isOriginal);
for (const { contender } of measured) await contender.close();
await opening(folder);
await room(folder);
if (isOriginal) await whileLoading(folder, path);
await rm(folder, { recursive: true });
