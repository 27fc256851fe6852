import { ContentTypeEnum } from 'meilisearch';
import { EngineError } from '../engine.ts';
import type { Connection } from './connection.ts';
import { isAboutADocument, roomInQueue } from './write.ts';

/** Large batches load fastest; the server takes up to 100 MB, and each waits for its last document. */
const BATCH_CHARACTERS = 16_000_000;

/** More bad entries than this are no longer an accident of single ones. */
const MOST_REFUSED = 100;

/** An entry that the server doesn't take, and its reason. */
export interface Refused<T> {
  stored: T;
  reason: string;
}

/**
 * Fills an index, batch after batch, as NDJSON. While the server works on one batch the next is
 * gathered and sent; no more than that waits in its queue. A bad entry spoils its whole batch, so that
 * one is halved until the bad ones stand alone, and everything else is in.
 */
export function createLoader<T extends object>(server: Connection, index: string, size = BATCH_CHARACTERS) {
  const refused: Refused<T>[] = [];
  let lines: string[] = [];
  let characters = 0;
  let added = 0;
  let working: Promise<void> = Promise.resolve();

  const post = (batch: string[]) =>
    server.send((client) =>
      client.index(index).addDocumentsFromString(batch.join('\n'), ContentTypeEnum['NDJSON']!, {
        primaryKey: 'id',
      }),
    );

  const spoilt = (task: number): Promise<Error | undefined> =>
    server.done(task).then(
      () => undefined,
      (error: unknown) => {
        if (isAboutADocument(error)) return error;
        throw error;
      },
    );

  const load = async (batch: string[], task: number): Promise<void> => {
    if (!(await spoilt(task))) return;
    if (batch.length > 1) {
      for (const half of halves(batch)) await load(half, await post(half));
      return;
    }
    // Alone once more: it may have been a document of another task in the same batch of the server.
    const reason = await spoilt(await post(batch));
    if (reason) refuse(batch[0]!, reason.message);
  };

  const refuse = (line: string, reason: string) => {
    refused.push({ stored: JSON.parse(line) as T, reason });
    if (refused.length <= MOST_REFUSED) return;
    throw new EngineError(`Meilisearch refuses more than ${MOST_REFUSED} entries of ${index}. ${reason}`);
  };

  const send = async () => {
    const batch = lines;
    lines = [];
    characters = 0;
    await roomInQueue(server);
    const task = await post(batch);
    await working;
    working = load(batch, task);
    // Whoever waits for it next hears of a failure.
    working.catch(() => undefined);
  };

  return {
    async add(stored: T): Promise<void> {
      const line = JSON.stringify(stored);
      lines.push(line);
      characters += line.length;
      added += 1;
      if (characters >= size) await send();
    },
    /** Waits for the last batch. Gives what was refused; `sent` is how many entries are in. */
    async finish(): Promise<{ refused: Refused<T>[]; sent: number }> {
      if (lines.length > 0) await send();
      await working;
      return { refused, sent: added - refused.length };
    },
  };
}

function halves(batch: string[]): string[][] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}

/** @throws EngineError where an index doesn't hold as many entries as were sent */
export async function assertCount(server: Connection, index: string, sent: number): Promise<void> {
  const { numberOfDocuments } = await server.ask((client) => client.index(index).getStats());
  if (numberOfDocuments === sent) return;
  throw new EngineError(`Meilisearch took ${numberOfDocuments} of ${sent} entries into ${index}.`);
}
