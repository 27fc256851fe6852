import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import {
  describeUnless,
  fill,
  makeRoom,
  readOnlyPath,
  smallDisk,
  whyNoMounts,
} from '../engine/disk/mounts.ts';
import { runIndexer } from './indexer-command.ts';

/** Made-up live blogs of one long update each. */
const blogs = (count: number): string =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      documentId: `blog-${i}`,
      publishedAt: '2022-12-18T18:00:00+03:00',
      text: Array.from({ length: 300 }, (_w, word) => `w${i}x${word}`).join(' '),
    }),
  ).join('\n');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  await writeFile(join(folder, 'many.ndjson'), blogs(120));
  await writeFile(join(folder, 'few.ndjson'), blogs(2));
  await writeFile(join(folder, 'bad.ndjson'), '{"documentId":"bad","publishedAt":"yesterday","text":"x"}');
});
afterEach(() => rm(folder, { recursive: true }));

async function held(dataFolder: string): Promise<number> {
  const reader = createEmbeddedReader(join(dataFolder, 'index'));
  const documents = await reader.lookup({ collection: 'documents', prefix: '', limit: 999 });
  await reader.close();
  return documents.length;
}

describeUnless(whyNoMounts, 'npm run index -- on a limited disk', () => {
  test('full in the middle: exit code 1, what was written stays, and the same command completes it', async () => {
    const disk = smallDisk(2500);
    try {
      const env = { DATA_DIR: join(disk.path, 'data') };
      const first = await runIndexer(folder, ['many.ndjson'], '', env);
      expect(first.err).toMatch(
        /\nThe disk is full: .*Make room.*\n\d+ added, 0 changed, 0 removed before that/,
      );
      expect(first.err).not.toMatch(/\n\s+at /);
      expect(first.code).toBe(1);
      const stayed = await held(env.DATA_DIR);
      expect(stayed).toBe(Number(/(\d+) added/.exec(first.err)![1]));
      fill(disk.path);
      const rebuilt = await runIndexer(folder, ['few.ndjson', '--rebuild'], '', env);
      expect([rebuilt.code, rebuilt.err]).toEqual([2, expect.stringMatching(/The disk is full: /)]);
      expect(await held(env.DATA_DIR)).toBe(stayed);
      makeRoom(disk.path);
      disk.resize(40_000);
      const second = await runIndexer(folder, ['many.ndjson'], '', env);
      expect([second.code, second.err]).toEqual([
        0,
        expect.stringMatching(new RegExp(`${120 - stayed} added, 0 changed, 0 removed`)),
      ]);
    } finally {
      disk.release();
    }
  });

  test('no room for records or for what is put aside: said in one line, without a stack', async () => {
    const disk = smallDisk(400);
    try {
      fill(disk.path);
      const env = { DATA_DIR: join(folder, 'data') };
      const output = join(disk.path, 'records.ndjson');
      const records = await runIndexer(folder, ['many.ndjson', '--dry-run', '--output', output], '', env);
      expect([records.code, records.err]).toEqual([2, expect.stringMatching(/\n--output: ENOSPC[^\n]*\n$/)]);
    } finally {
      disk.release();
    }
  });

  test('read-only: nothing done, exit code 2; what only reads works', async () => {
    await runIndexer(folder, ['few.ndjson']);
    const data = readOnlyPath(join(folder, 'data'));
    try {
      const env = { DATA_DIR: data.path };
      for (const args of [['many.ndjson'], ['refacet'], ['few.ndjson', '--rebuild']]) {
        const { code, err } = await runIndexer(folder, args, '', env);
        expect([code, err]).toEqual([
          2,
          expect.stringMatching(
            /^The folder \S+ can not be written to \(EROFS\)\. An index there can still be searched\./,
          ),
        ]);
      }
      const { code, err } = await runIndexer(folder, ['check', 'many.ndjson'], '', env);
      expect([code, err]).toEqual([0, expect.stringMatching(/118 added, 0 changed, 0 removed/)]);
      expect(await held(data.path)).toBe(2);
    } finally {
      data.release();
    }
  });
});

test('it waits for another writer and then does its work', async () => {
  const first = createEmbeddedWriter(join(folder, 'data/index'));
  const second = runIndexer(folder, ['few.ndjson']);
  let ended = false;
  void second.then(() => (ended = true));
  await new Promise((done) => setTimeout(done, 1500));
  expect(ended).toBe(false);
  await first.close();
  expect((await second).code).toBe(0);
  expect(await held(join(folder, 'data'))).toBe(2);
});

test('what can not be put aside is one more problem, and the rest goes in', async () => {
  await writeFile(join(folder, 'quarantine'), 'a file where the folder should be');
  await writeFile(join(folder, 'few.ndjson'), blogs(2));
  const { code, err } = await runIndexer(folder, ['bad.ndjson', 'few.ndjson'], '', { DATA_DIR: folder });
  expect(err).toMatch(/PROBLEM line 1: publishedAt.*\n +PROBLEM could not be put aside in \S+quarantine \(E/);
  expect(code).toBe(1);
  expect(await held(folder)).toBe(2);
});

describeUnless(
  existsSync('/dev/full') ? undefined : 'there is no /dev/full',
  '--output on a full disk',
  () => {
    test.each(['few', 'many'])('is said in one line: %s records', async (records) => {
      const { code, err } = await runIndexer(folder, [
        `${records}.ndjson`,
        '--dry-run',
        '--output',
        '/dev/full',
      ]);
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/\n--output: ENOSPC: no space left on device, write\n$/),
      ]);
    });
  },
);
