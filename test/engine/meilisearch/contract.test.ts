import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { afterAll, test } from 'vitest';
import { findOrMakeKeys } from '../../../src/engine/meilisearch/keys.ts';
import { createMeilisearchReader } from '../../../src/engine/meilisearch/reader.ts';
import { createMeilisearchWriter } from '../../../src/engine/meilisearch/writer.ts';
import { engineContract } from '../contract.ts';
import { findServer, type Server } from './server.ts';

// Every run of the property test loads an index anew, which takes a server of its own some 100 ms.
const RUNS = 10;
const FAMILY = `test_${randomUUID().slice(0, 8)}_`;

const server = await findServer();
if ('missing' in server) test.skip(`engine contract: Meilisearch (skipped: ${server.missing})`, () => {});
else runContract(server);

/** With the keys that `npm run keys` makes, so that their rights are tried too. */
function runContract({ url, masterKey, stop }: Server): void {
  const master = new Meilisearch({ host: url, apiKey: masterKey });
  const keys = findOrMakeKeys({ url, key: masterKey, prefix: FAMILY });

  afterAll(async () => {
    for (const key of Object.values(await keys)) await master.deleteKey(key);
    await stop();
  });

  engineContract('Meilisearch', open, RUNS);

  /** Each test has indexes of its own, which it drops at the end. */
  async function open() {
    const { MEILI_SEARCH_KEY, MEILI_INDEX_KEY } = await keys;
    const prefix = `${FAMILY}${randomUUID().slice(0, 8)}_`;
    const reader = createMeilisearchReader({ url, prefix, key: MEILI_SEARCH_KEY });
    const writer = createMeilisearchWriter({ url, prefix, key: MEILI_INDEX_KEY });
    const dispose = async () => {
      await Promise.all([reader.close(), writer.close()]);
      for (const name of [`${prefix}updates`, `${prefix}documents`, `${prefix}entities`])
        await master.deleteIndex(name);
    };
    return { reader, writer, dispose };
  }
}
