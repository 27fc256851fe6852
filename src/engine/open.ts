import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createEmbeddedReader } from './embedded/reader.ts';
import { createEmbeddedWriter } from './embedded/writer.ts';
import type { EngineReader, EngineWriter } from './engine.ts';
import { createOutage } from './meilisearch/outage.ts';
import { createMeilisearchReader } from './meilisearch/reader.ts';
import { createMeilisearchWriter } from './meilisearch/writer.ts';

const indexFolder = (config: Config) => join(config.DATA_DIR, 'index');

/** The name of the configured engine, as pages and reports give it. */
export const engineName = (config: Config) => (config.MEILI_URL ? 'Meilisearch' : 'embedded SQLite');

/** What the service needs: on a Meilisearch it holds the key that may only read. */
export function openReader(config: Config): EngineReader {
  const { MEILI_URL: url, MEILI_SEARCH_KEY: key, MEILI_PREFIX: prefix } = config;
  if (!url) return createEmbeddedReader(indexFolder(config));
  return createMeilisearchReader({ url, prefix, ...(key && { key }) });
}

/**
 * What the indexer needs: it reads what the index holds before it writes, on a Meilisearch both with
 * the indexing key. `wait` is how many milliseconds another writer of the embedded index is waited for,
 * `say` hears what a run waits for. @throws EngineError where another process is writing to the embedded index.
 */
export function openForIndexing(
  config: Config,
  { wait, say = () => undefined }: { wait?: number; say?: (line: string) => void } = {},
): { reader: EngineReader; writer: EngineWriter } {
  const { MEILI_URL: url, MEILI_INDEX_KEY: key, MEILI_PREFIX: prefix } = config;
  if (!url) {
    const folder = indexFolder(config);
    return { writer: createEmbeddedWriter(folder, wait), reader: createEmbeddedReader(folder) };
  }
  const address = { url, prefix, ...(key && { key }) };
  // One for both: they wait for the same server.
  const outage = createOutage(say);
  return {
    reader: createMeilisearchReader(address, 'MEILI_INDEX_KEY', outage),
    writer: createMeilisearchWriter(address, { outage }),
  };
}
