import { ContentTypeEnum } from 'meilisearch';
import { EngineError } from '../engine.ts';
import type { Connection } from './connection.ts';

/** Large batches load fastest; the server takes up to 100 MB. */
const BATCH_CHARACTERS = 8_000_000;

/**
 * Fills an index, batch after batch, as NDJSON. While the server works on one batch the next is
 * gathered and sent; no more than that waits in its queue.
 */
export function createLoader(server: Connection, index: string) {
  let lines: string[] = [];
  let characters = 0;
  let added = 0;
  let task: number | undefined;

  const send = async () => {
    const batch = lines.join('\n');
    lines = [];
    characters = 0;
    const type = ContentTypeEnum['NDJSON']!;
    const sent = await server.send((client) => client.index(index).addDocumentsFromString(batch, type));
    if (task !== undefined) await server.done(task);
    task = sent;
  };

  return {
    async add(stored: object) {
      const line = JSON.stringify(stored);
      lines.push(line);
      characters += line.length;
      added += 1;
      if (characters >= BATCH_CHARACTERS) await send();
    },
    /** Waits for the last batch. @throws EngineError where the index doesn't hold what was sent. */
    async finish() {
      if (lines.length > 0) await send();
      if (task !== undefined) await server.done(task);
      const { numberOfDocuments } = await server.ask((client) => client.index(index).getStats());
      if (numberOfDocuments === added) return;
      throw new EngineError(`Meilisearch took ${numberOfDocuments} of ${added} entries into ${index}.`);
    },
  };
}
