import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import type { Report } from '../../indexer/report.ts';
import { run } from '../../indexer/run.ts';
import { watch } from '../../indexer/watch.ts';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';

const update = (documentId: string, text: string) =>
  JSON.stringify({ documentId, text, publishedAt: '2022-12-18T18:00:00Z' });

test.each(['relative', 'with a dot', 'absolute'])(
  'a watched folder and the index stay in step: its path %s',
  async (form) => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    const blogs = join(folder, 'blogs');
    await mkdir(blogs);
    await writeFile(join(blogs, 'a.ndjson'), update('a', 'First.'));
    const [reader, writer] = [
      createEmbeddedReader(join(folder, 'index')),
      createEmbeddedWriter(join(folder, 'index')),
    ];
    const end = new AbortController();
    const parts = {
      ...openPipeline('UTC'),
      reader,
      writer,
      progress: () => undefined,
      interrupted: end.signal,
    };
    const path = { relative: 'blogs', 'with a dot': './blogs/', absolute: blogs }[form]!;
    const options = { paths: [path], base: folder, hints: {} };
    const changes: Report[] = [];
    const held = async () => {
      const documents = await reader.lookup({ collection: 'documents', prefix: '', limit: 9 });
      const texts = await Promise.all(
        documents.map(async ({ id }) => (await reader.timeline(id)).map(({ text }) => `${id}: ${text}`)),
      );
      return texts.flat().sort();
    };
    const becomes = (expected: string[]) =>
      vi.waitFor(async () => expect(await held()).toEqual(expected), { timeout: 10_000, interval: 50 });

    const watching = watch(options, parts, await run(options, parts), (report) => changes.push(report));
    try {
      // The observer takes a moment to look around; what is written before that is no change to it.
      await new Promise((done) => setTimeout(done, 300));
      await writeFile(join(blogs, 'b.ndjson'), update('b', 'Second.'));
      await becomes(['a: First.', 'b: Second.']);

      // The way editors save: a new file beside the old one, then moved over it.
      await writeFile(join(blogs, 'a.ndjson.tmp'), update('a', 'First, corrected.'));
      await rename(join(blogs, 'a.ndjson.tmp'), join(blogs, 'a.ndjson'));
      await becomes(['a: First, corrected.', 'b: Second.']);

      // Broken for a moment: what was read before stays.
      await writeFile(join(blogs, 'a.ndjson'), '{');
      await vi.waitFor(() => expect(changes.at(-1)?.documents[0]?.problems).toHaveLength(1), {
        timeout: 10_000,
      });
      expect(await held()).toEqual(['a: First, corrected.', 'b: Second.']);

      // Another live blog in the same file: the one that it held goes.
      await writeFile(join(blogs, 'a.ndjson'), update('c', 'Third.'));
      await becomes(['b: Second.', 'c: Third.']);

      await rm(join(blogs, 'b.ndjson'));
      await becomes(['c: Third.']);
      // The index has a change a moment before it is told.
      await vi.waitFor(() => expect(changes).toHaveLength(5));
    } finally {
      end.abort();
      await watching;
      await Promise.all([reader.close(), writer.close()]);
      await rm(folder, { recursive: true });
    }
  },
);
