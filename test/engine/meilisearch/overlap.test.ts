import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collections, load } from '../../../bench/relevance/collections.ts';
import { createEmbeddedReader } from '../../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../../src/engine/embedded/writer.ts';
import type { EngineReader } from '../../../src/engine/engine.ts';
import { createMeilisearchReader } from '../../../src/engine/meilisearch/reader.ts';
import { createMeilisearchWriter } from '../../../src/engine/meilisearch/writer.ts';
import type { SearchResult } from '../../../src/query.ts';
import { query } from '../records.ts';
import { findServer, type Server } from './server.ts';

const server = await findServer();
if ('missing' in server) test.skip(`real text on both engines (skipped: ${server.missing})`, () => {});
else compareEngines(server);

/** What people type over real text is outside of the contract's vocabulary: words are joined and split, candidates capped. */
function compareEngines({ url, masterKey: key, stop }: Server): void {
  describe('real text on both engines', () => {
    const samples = collections().find(({ name }) => name === 'samples')!;
    const prefix = `overlap_${randomUUID().slice(0, 8)}_`;
    let folder: string;
    let embedded: EngineReader;
    let meilisearch: EngineReader;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'dateline-'));
      embedded = createEmbeddedReader(folder);
      meilisearch = createMeilisearchReader({ url, prefix, key });
      const writers = [createEmbeddedWriter(folder), createMeilisearchWriter({ url, prefix, key })] as const;
      await load(samples, { reader: embedded, writer: writers[0] });
      await load(samples, { reader: meilisearch, writer: writers[1] });
      for (const writer of writers) await writer.close();
    });
    afterAll(async () => {
      await Promise.all([embedded.close(), meilisearch.close()]);
      await rm(folder, { recursive: true });
      const client = new Meilisearch({ host: url, apiKey: key });
      for (const name of ['updates', 'documents', 'entities']) await client.deleteIndex(prefix + name);
      await stop();
    });

    test('the answers overlap', async () => {
      const typed = samples.queries.flatMap(({ q }) => [q, `${q} `, q.slice(0, Math.ceil(q.length / 2))]);
      const compared: { q: string; overlap: number; read: boolean; first: boolean }[] = [];
      for (const q of typed) {
        const asked = query({ q });
        const [here, there] = await Promise.all([embedded.search(asked), meilisearch.search(asked)]);
        compared.push({
          q,
          overlap: overlap(here, there),
          read: readAlike(here, there),
          first: sameFirst(here, there),
        });
      }
      const share = (of: (one: (typeof compared)[0]) => number) =>
        compared.reduce((sum, one) => sum + of(one), 0) / compared.length;
      const different = compared.filter((one) => one.overlap < 1 || !one.read).map(({ q }) => q);
      console.log(
        `${typed.length} queries over the samples: overlap ${share((one) => one.overlap).toFixed(3)}, ` +
          `words read alike ${share((one) => Number(one.read)).toFixed(3)}, ` +
          `same first hit ${share((one) => Number(one.first)).toFixed(3)}`,
        different,
      );
      expect(share((one) => one.overlap)).toBeGreaterThan(0.98);
      expect(share((one) => Number(one.read))).toBeGreaterThan(0.98);
    });
  });
}

const ids = ({ hits }: SearchResult) => hits.map(({ update }) => update.id);

/** Hits of both among hits of either. */
function overlap(one: SearchResult, other: SearchResult): number {
  const [here, there] = [new Set(ids(one)), new Set(ids(other))];
  const either = here.union(there).size;
  return either === 0 ? 1 : here.intersection(there).size / either;
}

const readAlike = (one: SearchResult, other: SearchResult) => reading(one) === reading(other);
const reading = ({ total, corrected, relaxed, suggested }: SearchResult) =>
  JSON.stringify([total, corrected, relaxed, suggested]);

const sameFirst = (one: SearchResult, other: SearchResult) => ids(one)[0] === ids(other)[0];
