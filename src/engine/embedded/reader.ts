import type { EngineReader } from '../engine.ts';
import type { openLocalReader } from './local-reader.ts';
import { goFirst } from './readers-first.ts';
import { show } from './show.ts';
import { fromStored } from './stored-record.ts';
import { startOnDemand } from './worker.ts';

/**
 * Reads the embedded index in `folder`, also while another process writes it. An absent index is an empty one.
 * The searching is done in a worker, so that a long one doesn't hold up other requests; records are read from what is
 * stored in the thread that asks, which would have to read them from the worker's message anyway.
 */
export function createEmbeddedReader(folder: string): EngineReader {
  const file = new URL('./reader-worker.ts', import.meta.url);
  const { call, close } = startOnDemand<ReturnType<typeof openLocalReader>>(file, folder, 'searching');
  return {
    search: async (query) => show(query, await goFirst(call('search', query))),
    facetValues: (query) => goFirst(call('facetValues', query)),
    async get(id) {
      const stored = await goFirst(call('get', id));
      return stored && fromStored(stored);
    },
    timeline: async (documentId) => (await goFirst(call('timeline', documentId))).map(fromStored),
    lookup: (question) => goFirst(call('lookup', question)),
    entities: (query) => goFirst(call('entities', query)),
    version: () => call('version'),
    close,
  };
}
