import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import type { EngineReader, EngineWriter } from '../../src/engine/engine.ts';
import { blogOf, type Load } from './crash/blog.ts';
import { stateOf } from './crash/expected.ts';
import { failureOf } from './failure-of.ts';
import { query, stream } from './records.ts';

const LOAD: Load = { blogs: 2, updates: 20, words: 300 };
const both = (round: number) => stream([blogOf(0, round, LOAD), blogOf(1, round, LOAD)]);
const replaceIn = (writer: EngineWriter) => {
  const { document, records, entities } = blogOf(0, 9, LOAD);
  return writer.replace(document, records, entities);
};

let above: string;
let folder: string;
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'dateline-'));
  folder = join(above, 'index');
  await write(1);
});
afterEach(() => rm(above, { recursive: true, force: true }));

async function write(round: number): Promise<void> {
  const writer = createEmbeddedWriter(folder, 0);
  await writer.rebuild(both(round));
  await writer.close();
}

const file = (name: string) => join(folder, name);

/** Every way of asking, because a damaged page may concern only one of them. */
async function askEverything(reader: EngineReader): Promise<void> {
  await reader.search(query({ q: 'w1', facets: ['person'] }));
  await stateOf(reader, LOAD);
}

describe('never taken for an empty index', () => {
  const damage: [string, () => void, RegExp][] = [
    ['CURRENT is lost', () => rmSync(file('CURRENT')), /damaged \(CURRENT is not there\)/],
    ['CURRENT is empty', () => truncateSync(file('CURRENT')), /damaged \(CURRENT names no generation\)/],
    [
      'CURRENT holds something else',
      () => writeFileSync(file('CURRENT'), 'gen-1\n'),
      /damaged \(CURRENT names no generation\)/,
    ],
    [
      'CURRENT names what is not there',
      () => writeFileSync(file('CURRENT'), '7 abc'),
      /damaged \(CURRENT names gen-7\.db, which is not there\)/,
    ],
    ['the generation is gone', () => rmSync(file('gen-1.db')), /gen-1\.db, which is not there/],
    ['the generation is empty', () => truncateSync(file('gen-1.db')), /damaged \(gen-1\.db holds nothing\)/],
    [
      'the generation is something else',
      () => writeFileSync(file('gen-1.db'), 'x'.repeat(9000)),
      /damaged \(file is not a database\)/,
    ],
    [
      'the generation is cut off',
      () => truncateSync(file('gen-1.db'), 3 * 4096),
      /damaged \(database disk image is malformed\)/,
    ],
  ];
  test.each(damage)('%s: reader and writer say so, with the way out', async (_, harm, message) => {
    harm();
    const reader = createEmbeddedReader(folder);
    const said = await failureOf(() => askEverything(reader));
    expect(said).toMatch(message);
    expect(said).toContain(`The index in ${folder} is damaged`);
    expect(said).toMatch(/Delete that folder and index again\.$/);
    await reader.close();
    const writing = async () => {
      const writer = createEmbeddedWriter(folder, 0);
      await replaceIn(writer).finally(() => writer.close());
    };
    expect(await failureOf(writing)).toMatch(message);
    // What is damaged stays for whoever can mend it, and the way out works.
    expect(await failureOf(writing)).toMatch(message);
    rmSync(folder, { recursive: true });
    await write(2);
    const next = createEmbeddedReader(folder);
    await askEverything(next);
    expect(await stateOf(next, LOAD)).toEqual([2, 2]);
    await next.close();
  });

  test('damage under an open reader is noticed, and the index that takes its place is read', async () => {
    const reader = createEmbeddedReader(folder);
    await askEverything(reader);
    const pointer = readFileSync(file('CURRENT'), 'utf8');
    writeFileSync(file('CURRENT'), '');
    expect(await failureOf(() => askEverything(reader))).toMatch(/damaged/);
    writeFileSync(file('CURRENT'), pointer);
    expect(await stateOf(reader, LOAD)).toEqual([1, 1]);
    await reader.close();
  });
});

test('a file in the place of the folder is named by reader and writer', async () => {
  await rm(folder, { recursive: true });
  writeFileSync(folder, '');
  const message = `There is a file where the folder ${folder} should be`;
  expect(await failureOf(() => createEmbeddedReader(folder).version())).toContain(message);
  expect(await failureOf(() => createEmbeddedWriter(folder, 0))).toContain(message);
  expect(await failureOf(() => createEmbeddedWriter(join(folder, 'below'), 0))).toMatch(
    /There is a file where/,
  );
});

test('a folder that is deleted under a reader and made anew is read anew', async () => {
  const reader = createEmbeddedReader(folder);
  expect(await stateOf(reader, LOAD)).toEqual([1, 1]);
  await rm(folder, { recursive: true });
  expect((await reader.search(query())).total).toBe(0);
  await write(5);
  expect(await stateOf(reader, LOAD)).toEqual([5, 5]);
  await rename(folder, join(above, 'elsewhere'));
  await write(6);
  expect(await stateOf(reader, LOAD)).toEqual([6, 6]);
  await reader.close();
});

test('a writer whose folder was deleted does not write into the one that took its place', async () => {
  const writer = createEmbeddedWriter(folder, 0);
  await rm(folder, { recursive: true });
  const gone = /was deleted or replaced while it was being written to/;
  expect(await failureOf(() => replaceIn(writer))).toMatch(gone);
  await write(5);
  expect(await failureOf(() => replaceIn(writer))).toMatch(gone);
  expect(await failureOf(() => writer.rebuild(both(6)))).toMatch(gone);
  await writer.close();
  const rebuilding = createEmbeddedWriter(folder, 0);
  const whileDeleted = (async function* () {
    yield blogOf(0, 7, LOAD);
    await rm(folder, { recursive: true });
    await write(5);
    await write(5);
    yield blogOf(1, 7, LOAD);
  })();
  expect(await failureOf(() => rebuilding.rebuild(whileDeleted))).toMatch(gone);
  await rebuilding.close();
  const reader = createEmbeddedReader(folder);
  expect(await stateOf(reader, LOAD)).toEqual([5, 5]);
  await reader.close();
});

test('a second writer fails by name and does not disturb the first', async () => {
  const first = createEmbeddedWriter(folder, 0);
  const rebuilt = first.rebuild(
    (async function* () {
      yield blogOf(0, 2, LOAD);
      expect(await failureOf(() => createEmbeddedWriter(folder, 100))).toBe(
        `Another process is writing to ${folder}; waited 0.1 s for it. Its readers are not disturbed. Wait until it is done, then try again.`,
      );
      yield blogOf(1, 2, LOAD);
    })(),
  );
  await rebuilt;
  await first.close();
  const reader = createEmbeddedReader(folder);
  expect(await stateOf(reader, LOAD)).toEqual([2, 2]);
  await reader.close();
  await write(3);
});

test('a lock that is no database is not taken for another writer', async () => {
  writeFileSync(file('writer.lock'), 'x'.repeat(9000));
  expect(await failureOf(() => createEmbeddedWriter(folder, 0))).toMatch(
    /damaged \(file is not a database\)/,
  );
});

test('somebody else’s lock on the database is named, too', async () => {
  const db = new DatabaseSync(file('gen-1.db'));
  db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE state SET version = version;');
  const reader = createEmbeddedReader(folder);
  expect(await failureOf(() => reader.version())).toMatch(/Another process keeps the index in .* locked/);
  db.close();
  expect(await stateOf(reader, LOAD)).toEqual([1, 1]);
  await reader.close();
});
