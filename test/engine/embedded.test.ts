import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { nextGeneration } from '../../src/engine/embedded/current.ts';
import { createGeneration } from '../../src/engine/embedded/generation.ts';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import { engineContract } from './contract.ts';
import { documentOf, query, record, stream } from './records.ts';

const folder = () => mkdtemp(join(tmpdir(), 'dateline-'));

engineContract('embedded', async () => {
  const path = await folder();
  const reader = createEmbeddedReader(path);
  const writer = createEmbeddedWriter(path);
  return {
    reader,
    writer,
    async dispose() {
      await reader.close();
      await writer.close();
      await rm(path, { recursive: true });
    },
  };
});

test('a second writer is refused by name', async () => {
  const path = await folder();
  const first = createEmbeddedWriter(path);
  expect(() => createEmbeddedWriter(path, 50)).toThrow(/Another process is writing to/);
  await first.close();
  await createEmbeddedWriter(path, 50).close();
});

test('a rebuild that was killed leaves the old index, and the next writer clears what it left', async () => {
  const path = await folder();
  const writer = createEmbeddedWriter(path);
  await writer.rebuild(stream([documentOf('talks', [record('a')])]));
  await writer.close();
  createGeneration(nextGeneration(path)).close();
  const reader = createEmbeddedReader(path);
  expect((await reader.search(query())).total).toBe(1);
  await createEmbeddedWriter(path).close();
  expect((await readdir(path)).filter((name) => name.endsWith('.db'))).toEqual(['gen-1.db']);
  expect((await reader.search(query())).total).toBe(1);
  await reader.close();
});

test('an index of another version is refused, with the way out, by reader and writer alike', async () => {
  const path = await folder();
  const writer = createEmbeddedWriter(path);
  const { document, records, entities } = documentOf('talks', [record('a')]);
  await writer.replace(document, records, entities);
  const db = new DatabaseSync(join(path, 'gen-1.db'));
  db.exec('PRAGMA user_version = 1');
  db.close();
  const reader = createEmbeddedReader(path);
  await expect(reader.search(query())).rejects.toThrow(/another version of Dateline. Delete that folder/);
  await expect(writer.replace(document, records, entities)).rejects.toThrow(/another version of Dateline/);
  await reader.close();
  await writer.close();
});
