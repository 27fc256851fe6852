import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { currentGeneration, nextGeneration } from '../../src/engine/embedded/current.ts';
import { fold } from '../../src/engine/embedded/fold.ts';
import { createGeneration, openForWriting } from '../../src/engine/embedded/generation.ts';
import { openLocalWriter } from '../../src/engine/embedded/local-writer.ts';
import { toStoredDocument } from '../../src/engine/embedded/stored-document.ts';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { openSnapshots } from '../../src/engine/embedded/snapshot.ts';
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

test('a folder that was deleted and indexed again has versions of its own', async () => {
  const path = await folder();
  const reader = createEmbeddedReader(path);
  const versionOf = async (...ids: string[]) => {
    const writer = createEmbeddedWriter(path);
    await writer.rebuild(
      stream([
        documentOf(
          'talks',
          ids.map((id) => record(id)),
        ),
      ]),
    );
    await writer.close();
    return reader.version();
  };
  const before = await versionOf('a');
  await rm(path, { recursive: true });
  expect(await versionOf('b', 'c')).not.toBe(before);
  expect((await reader.search(query())).total).toBe(2);
  await reader.close();
});

test('a write that is in succeeds, also where its columns can not be stored just now', async () => {
  const path = await folder();
  const writer = openLocalWriter(path);
  writer.replace(await toStoredDocument(documentOf('talks', [record('a')])));
  const db = openForWriting(currentGeneration(path)!);
  db.exec(`CREATE TRIGGER full BEFORE INSERT ON columns BEGIN SELECT raise(FAIL, 'no room'); END`);
  db.close();
  const long = Array.from({ length: 2000 }, (_, i) =>
    record(`b${i}`, { title: `${i} ${'a long title '.repeat(50)}` }),
  );
  writer.replace(await toStoredDocument(documentOf('storm', long)));
  const reader = createEmbeddedReader(path);
  expect((await reader.search(query())).total).toBe(2001);
  await reader.close();
  writer.close();
});

test('a reader that follows every write lets go of what was replaced', async () => {
  const path = await folder();
  const writer = openLocalWriter(path);
  const snapshots = openSnapshots(path);
  const sizes: number[] = [];
  for (let round = 0; round < 12; round++) {
    const texts = ['a', 'b', 'c'].map((id) => record(id, { text: `round ${round}` }));
    writer.replace(await toStoredDocument(documentOf('talks', texts)));
    sizes.push(snapshots.read(({ columns }) => columns.size));
    // The columns are stored after the write, so that this reader has seen it already.
    const db = openForWriting(currentGeneration(path)!);
    fold(db);
    db.close();
  }
  expect(Math.max(...sizes)).toBeLessThanOrEqual(9);
  snapshots.close();
  writer.close();
});
