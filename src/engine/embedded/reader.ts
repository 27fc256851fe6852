import type { EngineReader } from '../engine.ts';
import type { openLocalReader } from './local-reader.ts';
import { startOnDemand } from './worker.ts';

/**
 * Reads the embedded index in `folder`, also while another process writes it. An absent index is an empty one.
 * The reading is done in a worker, so that a long search doesn't hold up other requests.
 */
export function createEmbeddedReader(folder: string): EngineReader {
  const file = new URL('./reader-worker.ts', import.meta.url);
  const { call, close } = startOnDemand<ReturnType<typeof openLocalReader>>(file, folder, 'searching');
  return {
    search: (query) => call('search', query),
    facetValues: (query) => call('facetValues', query),
    get: (id) => call('get', id),
    timeline: (documentId) => call('timeline', documentId),
    lookup: (question) => call('lookup', question),
    entities: (query) => call('entities', query),
    version: () => call('version'),
    close,
  };
}
