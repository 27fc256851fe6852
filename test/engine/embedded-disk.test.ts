import fs, { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLocalWriter } from '../../src/engine/embedded/local-writer.ts';
import { toStoredDocument } from '../../src/engine/embedded/stored-document.ts';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import type { EngineReader, EngineWriter } from '../../src/engine/engine.ts';
import { blogOf, type Load } from './crash/blog.ts';
import { assertCounts, assertWhole, stateOf } from './crash/expected.ts';
import { runLoader } from './crash/kill.ts';
import {
  describeUnless,
  fill,
  makeRoom,
  readOnlyPath,
  smallDisk,
  whyNoMounts,
  whyNoPermissions,
  withoutPermission,
  type Limited,
} from './disk/mounts.ts';
import { failureOf } from './failure-of.ts';
import { query, stream } from './records.ts';
import { isNewer } from './version-order.ts';

const SMALL: Load = { blogs: 2, updates: 3, words: 20 };
const LARGE: Load = { blogs: 2, updates: 30, words: 800 };

const both = (round: number, load: Load) => stream([blogOf(0, round, load), blogOf(1, round, load)]);

describeUnless(whyNoMounts, 'a full disk', () => {
  let disk: Limited;
  let folder: string;
  beforeEach(() => {
    disk = smallDisk(4000);
    folder = join(disk.path, 'index');
  });
  afterEach(() => disk.release());

  const FULL =
    /^The disk is full: .*index has \d+ kB left, and its index takes .*can be searched\. Make room/;
  const generations = () => readdirSync(folder).filter((name) => /\.db$|CURRENT\./.test(name));

  test('a replace fails whole, a rebuild leaves nothing behind, and both work once there is room', async () => {
    const writer = createEmbeddedWriter(folder);
    const reader = createEmbeddedReader(folder);
    await writer.rebuild(both(1, SMALL));
    const version = await reader.version();
    fill(disk.path, 200);
    const { document, records, entities } = blogOf(0, 2, LARGE);
    expect(await failureOf(() => writer.replace(document, records, entities))).toMatch(FULL);
    expect(await failureOf(() => writer.rebuild(both(2, LARGE)))).toMatch(FULL);
    expect(generations()).toEqual(['gen-1.db']);
    await assertHolds(reader, 1, SMALL);
    const second = createEmbeddedReader(folder);
    await assertHolds(second, 1, SMALL);
    await second.close();
    expect(await reader.version()).toBe(version);
    makeRoom(disk.path);
    await writer.replace(document, records, entities);
    await writer.rebuild(both(3, SMALL));
    await assertHolds(reader, 3, SMALL);
    await reader.close();
    await writer.close();
  });

  test('an index is opened and read where not one byte is left', async () => {
    const writer = createEmbeddedWriter(folder);
    await writer.rebuild(both(1, SMALL));
    await writer.close();
    fill(disk.path);
    const reader = createEmbeddedReader(folder);
    await assertHolds(reader, 1, SMALL);
    expect(await failureOf(() => createEmbeddedWriter(folder, 0))).toMatch(FULL);
    await assertHolds(reader, 1, SMALL);
    makeRoom(disk.path);
    const next = createEmbeddedWriter(folder, 0);
    await next.rebuild(both(2, SMALL));
    await next.replace(...documentOf(0, 3));
    await next.replace(...documentOf(1, 3));
    await assertHolds(reader, 3, SMALL);
    await next.close();
    await reader.close();
  });

  test('a first load leaves nothing, and a first writer says so already when it opens', async () => {
    fs.mkdirSync(folder);
    fill(disk.path);
    expect(await failureOf(() => createEmbeddedWriter(folder, 0))).toMatch(FULL);
    makeRoom(disk.path);
    const writer = createEmbeddedWriter(folder, 0);
    fill(disk.path, 300);
    const { document, records, entities } = blogOf(0, 1, LARGE);
    expect(await failureOf(() => writer.replace(document, records, entities))).toMatch(FULL);
    expect(generations()).toEqual([]);
    const reader = createEmbeddedReader(folder);
    expect((await reader.search(query())).total).toBe(0);
    makeRoom(disk.path);
    await writer.rebuild(both(1, SMALL));
    await assertHolds(reader, 1, SMALL);
    await writer.close();
    await reader.close();
  });

  test('full at the very moment of the switch, the finished rebuild is given up', async () => {
    await write(folder, (writer) => writer.rebuild(both(1, SMALL)));
    const local = openLocalWriter(folder);
    const { writeFileSync } = fs;
    fs.writeFileSync = (file, ...rest) => {
      if (String(file).endsWith('CURRENT.new')) fill(disk.path);
      writeFileSync(file, ...rest);
    };
    syncBuiltinESMExports();
    try {
      local.startRebuild();
      for (const blog of [0, 1]) local.addToRebuild(await toStoredDocument(blogOf(blog, 2, SMALL)));
      expect(await failureOf(() => local.finishRebuild())).toMatch(FULL);
      local.abandonRebuild();
    } finally {
      fs.writeFileSync = writeFileSync;
      syncBuiltinESMExports();
    }
    expect(generations()).toEqual(['gen-1.db']);
    const reader = createEmbeddedReader(folder);
    await assertHolds(reader, 1, SMALL);
    makeRoom(disk.path);
    await write(folder, (writer) => writer.rebuild(both(2, SMALL)));
    await assertHolds(reader, 2, SMALL);
    await reader.close();
  });
});

test('SQLite out of pages, which every machine can make: the write is taken back, the next one works', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  await write(folder, (writer) => writer.rebuild(both(1, SMALL)));
  let full = true;
  const { exec } = DatabaseSync.prototype;
  const limited = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
    this: DatabaseSync,
    sql,
  ) {
    // No more pages than there are, or as many as SQLite allows.
    if (sql.startsWith('BEGIN IMMEDIATE'))
      exec.call(this, `PRAGMA max_page_count = ${full ? 1 : 2 ** 32 - 2}`);
    return exec.call(this, sql);
  });
  const local = openLocalWriter(folder);
  const enlarged = await toStoredDocument(blogOf(0, 2, LARGE));
  expect(await failureOf(() => local.replace(enlarged))).toMatch(/^The disk is full: /);
  expect(limited).toHaveBeenCalled();
  const reader = createEmbeddedReader(folder);
  await assertHolds(reader, 1, SMALL);
  full = false;
  for (const blog of [0, 1]) local.replace(await toStoredDocument(blogOf(blog, 2, LARGE)));
  local.close();
  limited.mockRestore();
  await assertHolds(reader, 2, LARGE);
  await reader.close();
  await rm(folder, { recursive: true });
});

const readOnly = [
  { name: 'a disk mounted read-only', whyNot: whyNoMounts, limit: readOnlyPath },
  { name: 'a folder without permission to write', whyNot: whyNoPermissions, limit: withoutPermission },
];
for (const { name, whyNot, limit } of readOnly) {
  describeUnless(whyNot, name, () => {
    let folder: string;
    beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'dateline-'))));
    afterEach(() => rm(folder, { recursive: true }));

    test('an index that was closed in order is read, and writing names the folder', async () => {
      const writer = createEmbeddedWriter(folder);
      await writer.rebuild(both(1, SMALL));
      await writer.close();
      await inLimited(limit(folder), async (path) => {
        const reader = createEmbeddedReader(path);
        await assertHolds(reader, 1, SMALL);
        const message = await failureOf(() => createEmbeddedWriter(path, 0));
        expect(message).toContain(`The folder ${path} can not be written to (E`);
        expect(message).toMatch(/An index there can still be searched\..*DATA_DIR/);
        await assertHolds(reader, 1, SMALL);
        await reader.close();
      });
    });

    test('an index with a log that is not in the file yet is read with it', async () => {
      const writer = createEmbeddedWriter(folder);
      await writer.rebuild(both(1, SMALL));
      // Without a reader, closing would bring the log into the file.
      const holding = createEmbeddedReader(folder);
      await holding.version();
      for (const blog of [0, 1]) await writer.replace(...documentOf(blog, 2));
      await writer.close();
      await holding.close();
      expect(existsSync(join(folder, 'gen-1.db-wal'))).toBe(true);
      await inLimited(limit(folder), async (path) => {
        const reader = createEmbeddedReader(path);
        await assertHolds(reader, 2, SMALL);
        await reader.close();
      });
    });

    test('no folder at all is an empty index to readers, and writers say that they can not make it', async () => {
      await inLimited(limit(folder), async (path) => {
        const reader = createEmbeddedReader(join(path, 'index'));
        expect((await reader.search(query())).total).toBe(0);
        expect(await failureOf(() => createEmbeddedWriter(join(path, 'index'), 0))).toMatch(
          /can not be written to \(E/,
        );
        await reader.close();
      });
    });
  });
}

describeUnless(whyNoMounts, 'a path that only reads', () => {
  test('follows a writer that comes by another', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    await write(folder, (writer) => writer.rebuild(both(0, SMALL)));
    await inLimited(readOnlyPath(folder), async (path) => {
      const reader = createEmbeddedReader(path);
      await assertHolds(reader, 0, SMALL);
      // In and out between two searches: what is left to see is the file, changed.
      for (const blog of [0, 1]) {
        await write(folder, (writer) => writer.replace(...documentOf(blog, 1)));
        expect(await stateOf(reader, SMALL)).toEqual([1, blog]);
      }
      let version = await reader.version();
      const versions = new Set<string>();
      const { signal } = await runLoader({ folder, round: 2, load: SMALL, rounds: 12 }, async () => {
        const { version: now, blogs } = await assertWhole(reader, SMALL);
        expect(isNewer(now, version), `${now} after ${version}`).toBe(true);
        expect(blogs).toBe(SMALL.blogs);
        versions.add((version = now));
      });
      expect(signal).toBe(null);
      expect(versions.size).toBeGreaterThan(5);
      await assertHolds(reader, 25, SMALL);
      await reader.close();
    });
    await rm(folder, { recursive: true });
  });
});

async function write(folder: string, use: (writer: EngineWriter) => Promise<void>): Promise<void> {
  const writer = createEmbeddedWriter(folder, 0);
  await use(writer).finally(() => writer.close());
}

function documentOf(blog: number, round: number) {
  const { document, records, entities } = blogOf(blog, round, SMALL);
  return [document, records, entities] as const;
}

async function inLimited(limited: Limited, use: (path: string) => Promise<void>): Promise<void> {
  try {
    await use(limited.path);
  } finally {
    limited.release();
  }
}

async function assertHolds(reader: EngineReader, round: number, load: Load): Promise<void> {
  expect(await stateOf(reader, load)).toEqual([round, round]);
  await assertCounts(reader, [round, round], load);
}
