import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import type { Contender } from './contenders.ts';
import { toQuery } from './queries.ts';

/** Our own engine, asked through its port, so with the way to the worker and back. */
export function embedded(folder: string): Contender {
  const reader = createEmbeddedReader(folder);
  return {
    name: 'Dateline, embedded',
    async load(documents) {
      const writer = createEmbeddedWriter(folder);
      await writer.rebuild(documents);
      await writer.close();
    },
    search: async (query) => (await reader.search(query)).hits.map(({ update }) => update.id),
    size: async () => (await reader.search(toQuery(''))).total,
    close: () => reader.close(),
  };
}
