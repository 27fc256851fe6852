import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { query } from './records.ts';
import { isNewer } from './version-order.ts';

/** Rebuilds and replaces over and over: every state holds three or four updates that say "talks". */
const WRITER = `
  import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
  import { documentOf, record, stream } from './records.ts';
  const writer = createEmbeddedWriter(process.argv[1]);
  const talks = (...ids) => documentOf('talks', ids.map((id, i) => record(id, { text: 'talks', at: \`2014-01-22T0\${i}:00Z\` })));
  await writer.rebuild(stream([talks('a', 'b', 'c')]));
  process.send?.('ready');
  for (let round = 0; round < 60; round++) {
    const { document, records, entities } = talks('a', 'b', 'c', \`d\${round}\`);
    await writer.replace(document, records, entities);
    await writer.rebuild(stream([talks('a', 'b', 'c')]));
  }
  await writer.close();
`;

test('a reader in another process sees whole states only, whatever a writer does meanwhile', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const writer = spawn(process.execPath, ['--input-type=module-typescript', '--eval', WRITER, folder], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'inherit', 2, 'ipc'],
  });
  const ended = new Promise<number | null>((done) => writer.once('exit', done));
  await new Promise((done) => writer.once('message', done));
  const readers = Array.from({ length: 3 }, () => createEmbeddedReader(folder));
  const versions = new Map(readers.map((reader) => [reader, '']));
  let searches = 0;
  while (writer.exitCode === null) {
    for (const reader of readers) {
      const { total, hits, version } = await reader.search(query({ q: 'talks ' }));
      expect([3, 4]).toContain(total);
      expect(hits).toHaveLength(total);
      expect(isNewer(version, versions.get(reader)!)).toBe(true);
      versions.set(reader, version);
      searches++;
    }
    await new Promise((done) => setImmediate(done));
  }
  expect(await ended).toBe(0);
  expect(searches).toBeGreaterThan(30);
  await Promise.all(readers.map((reader) => reader.close()));
  await rm(folder, { recursive: true });
});
