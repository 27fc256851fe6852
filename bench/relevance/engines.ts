import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { readConfig, type Config } from '../../src/config.ts';
import type { EngineReader, EngineWriter } from '../../src/engine/engine.ts';
import { openForIndexing } from '../../src/engine/open.ts';

export interface Engine {
  reader: EngineReader;
  writer: EngineWriter;
  /** Takes away all that it holds. */
  dispose(): Promise<void>;
}

/** Ways to open an empty engine, by its name: the embedded one, and with MEILI_URL and MEILI_INDEX_KEY that Meilisearch. */
export function engines(env: NodeJS.ProcessEnv): Record<string, () => Promise<Engine>> {
  const { MEILI_URL, ...others } = readConfig(env);
  return {
    embedded: () => openEmbedded(others),
    ...(MEILI_URL && { Meilisearch: async () => openMeilisearch({ ...others, MEILI_URL }) }),
  };
}

async function openEmbedded(config: Config): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-relevance-'));
  const engine = openForIndexing({ ...config, DATA_DIR: folder });
  return { ...engine, dispose: () => close(engine, () => rm(folder, { recursive: true })) };
}

/** In indexes of its own, under the prefix that the key is for. */
function openMeilisearch(config: Config & { MEILI_URL: string }): Engine {
  const prefix = `${config.MEILI_PREFIX}relevance_${randomUUID().slice(0, 8)}_`;
  const { MEILI_URL: host, MEILI_INDEX_KEY: apiKey = '' } = config;
  const client = new Meilisearch({ host, apiKey });
  const engine = openForIndexing({ ...config, MEILI_PREFIX: prefix });
  const drop = async () => {
    for (const name of ['updates', 'documents', 'entities'])
      await client.deleteIndex(prefix + name).waitTask();
  };
  return { ...engine, dispose: () => close(engine, drop) };
}

async function close({ reader, writer }: Omit<Engine, 'dispose'>, drop: () => Promise<void>): Promise<void> {
  await writer.close();
  await reader.close();
  await drop();
}
