import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createEmbeddedReader } from './embedded/reader.ts';
import { createEmbeddedWriter } from './embedded/writer.ts';
import type { EngineReader, EngineWriter } from './engine.ts';
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
 * the indexing key. @throws EngineError where another process is writing to the embedded index.
 */
export function openForIndexing(
  config: Config,
  waitMilliseconds?: number,
): { reader: EngineReader; writer: EngineWriter } {
  const { MEILI_URL: url, MEILI_INDEX_KEY: key, MEILI_PREFIX: prefix } = config;
  if (!url) {
    const folder = indexFolder(config);
    return { writer: createEmbeddedWriter(folder, waitMilliseconds), reader: createEmbeddedReader(folder) };
  }
  const address = { url, prefix, ...(key && { key }) };
  return {
    reader: createMeilisearchReader(address, 'MEILI_INDEX_KEY'),
    writer: createMeilisearchWriter(address),
  };
}
