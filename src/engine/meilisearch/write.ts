import { setTimeout as sleep } from 'node:timers/promises';
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { EngineError } from '../engine.ts';
import type { Connection } from './connection.ts';
import { TASK_LIMIT_MS, TaskError } from './tasks.ts';

/** What the server calls it when one document spoils a task, and with it all that it took into the same batch. */
const ABOUT_A_DOCUMENT = new Set([
  'invalid_document_id',
  'missing_document_id',
  'invalid_document_fields',
  'invalid_document_geo_field',
  'invalid_document_geojson_field',
  'max_fields_limit_exceeded',
  'malformed_payload',
]);

/** Did a write fail because of a document, its own or one of another task in the same batch? */
export const isAboutADocument = (error: unknown): error is TaskError =>
  error instanceof TaskError && ABOUT_A_DOCUMENT.has(error.code ?? '');

/**
 * Sends a write without documents and waits until it is done; once more if a document of somebody else's
 * task spoilt it. @throws EngineError
 */
export async function write(
  server: Connection,
  request: (client: Meilisearch) => Promise<EnqueuedTask>,
): Promise<void> {
  const once = async () => server.done(await server.send(request));
  await once().catch((error: unknown) => {
    if (!isAboutADocument(error)) throw error;
    return once();
  });
}

/** With more tasks waiting than this, no more documents are sent. */
const MOST_WAITING = 100;
const LOOK_AGAIN_MS = 250;

/** Waits while the server's queue is long. @throws EngineError if that doesn't change in time. */
export async function roomInQueue(server: Connection, limit = TASK_LIMIT_MS): Promise<void> {
  const start = performance.now();
  for (;;) {
    const { total } = await server.ask((client) =>
      client.tasks.getTasks({ statuses: ['enqueued'], limit: 1 }),
    );
    if (total <= MOST_WAITING) return;
    if (performance.now() - start > limit)
      throw new EngineError(
        `Meilisearch has had ${total} tasks in its queue for too long; its log may say why.`,
      );
    await sleep(LOOK_AGAIN_MS);
  }
}
