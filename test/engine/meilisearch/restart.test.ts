import { setTimeout as sleep } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { afterAll, expect, test } from 'vitest';
import { EngineError, EngineUnavailableError, type EngineReader } from '../../../src/engine/engine.ts';
import { createMeilisearchReader } from '../../../src/engine/meilisearch/reader.ts';
import { createMeilisearchWriter } from '../../../src/engine/meilisearch/writer.ts';
import { documentOf, query, record, stream } from '../records.ts';
import { findProgram } from './server.ts';

const program = await findProgram();
if ('missing' in program)
  test.skip(`a server that is killed and restarted (skipped: ${program.missing})`, () => {});
else killAndRestart(program);

/** As many live blogs as `size`, with one update each. */
const blogs = (size: number, word: string) =>
  Array.from({ length: size }, (_, i) => documentOf(`${word}${i}`, [record(`${word}${i}`, { text: word })]));

function killAndRestart({
  url,
  masterKey,
  killAndRestart: again,
  stop,
}: Exclude<typeof program, { missing: string }>) {
  afterAll(stop);
  const address = { url, key: masterKey, prefix: 'restart_' };

  test.each([50, 400, 1500])(
    '%i ms into a rebuild: the old set or the new one, and a clear error between',
    async (delay) => {
      const [reader, writer] = [createMeilisearchReader(address), createMeilisearchWriter(address)];
      await writer.rebuild(stream(blogs(3, 'old')));
      const watching = watch(reader);
      const outcome = writer.rebuild(slowly(blogs(20, 'new'))).then(
        () => 'new',
        (error: unknown) => error,
      );
      await sleep(delay);
      await again();
      const ended = await outcome;
      const seen = await watching.end();
      if (ended !== 'new') expect(ended).toBeInstanceOf(EngineError);
      expect(seen.errors.filter((error) => !(error instanceof EngineUnavailableError))).toEqual([]);
      expect(seen.totals.filter((total) => total !== 3 && total !== 20)).toEqual([]);
      const { total } = await reader.search(query());
      expect(ended === 'new' ? [20] : [3, 20]).toContain(total);
      await writer.rebuild(stream(blogs(5, 'last')));
      expect((await reader.search(query())).total).toBe(5);
      const { results } = await new Meilisearch({ host: url, apiKey: masterKey }).getRawIndexes({
        limit: 100,
      });
      expect(results.filter(({ uid }) => uid.includes('-new-'))).toEqual([]);
      await writer.close();
    },
  );

  test('while live blogs are replaced: those that were accepted are in', async () => {
    const [reader, writer] = [createMeilisearchReader(address), createMeilisearchWriter(address)];
    await writer.rebuild(stream(blogs(1, 'old')));
    const accepted: string[] = [];
    const replacing = blogs(12, 'live').map(async ({ document, records }, i) => {
      await sleep(i * 100);
      await writer.replace(document, records, []);
      accepted.push(document.id);
    });
    await sleep(500);
    await again();
    await Promise.allSettled(replacing);
    const found = await reader.search(query({ q: 'live ' }));
    expect(found.hits.map(({ update }) => update.documentId)).toEqual(expect.arrayContaining(accepted));
    await writer.close();
  });
}

async function* slowly<T>(items: T[]): AsyncGenerator<T> {
  for (const item of items) {
    await sleep(20);
    yield item;
  }
}

/** Searches again and again, and keeps what came. */
function watch(reader: EngineReader) {
  const totals: number[] = [];
  const errors: unknown[] = [];
  const ended = new AbortController();
  const searching = (async () => {
    while (!ended.signal.aborted) {
      await reader.search(query()).then(
        ({ total }) => totals.push(total),
        (error: unknown) => errors.push(error),
      );
      await sleep(10);
    }
  })();
  return {
    async end() {
      ended.abort();
      await searching;
      return { totals, errors };
    },
  };
}
