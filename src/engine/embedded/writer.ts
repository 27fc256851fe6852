import type { EngineWriter, IndexedDocument } from '../engine.ts';
import { dropOthers, lockForWriting } from './generation.ts';
import type { openLocalWriter } from './local-writer.ts';
import { startOnDemand, type RemoteMethods } from './worker.ts';

type LocalWriter = ReturnType<typeof openLocalWriter>;

/**
 * The one writer of an embedded index in `folder`. The lock is this thread's, the writing is done in a worker:
 * a server that takes in a long live blog goes on answering.
 * @throws EngineError where another process is writing.
 */
export function createEmbeddedWriter(folder: string, waitMilliseconds?: number): EngineWriter {
  const lock = lockForWriting(folder, waitMilliseconds);
  dropOthers(folder);
  const file = new URL('./writer-worker.ts', import.meta.url);
  const worker = startOnDemand<LocalWriter>(file, folder, 'writing');
  // One write after the other: a replace that arrives during a rebuild lands in the new generation.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const turn = last.then(write);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    rebuild: (documents) => inTurn(() => rebuild(worker, documents)),
    replace: (document, records, entities) =>
      inTurn(() => worker.call('replace', { document, records, entities })),
    remove: (documentId) => inTurn(() => worker.call('remove', documentId)),
    async close() {
      await last;
      await worker.close();
      lock.close();
    },
  };
}

async function rebuild({ call }: RemoteMethods<LocalWriter>, documents: AsyncIterable<IndexedDocument>) {
  await call('startRebuild');
  try {
    // The worker writes one document while the next one is made.
    let writing: Promise<void> | undefined;
    for await (const document of documents) {
      await writing;
      writing = call('addToRebuild', document);
      // It is awaited a step later, or not at all where the source fails: then that error counts.
      writing.catch(() => undefined);
    }
    await writing;
    await call('finishRebuild');
  } catch (cause) {
    await call('abandonRebuild').catch(() => undefined);
    throw cause;
  }
}
