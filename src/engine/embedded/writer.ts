import type { EngineWriter, IndexedDocument } from '../engine.ts';
import { beginCurrent, dropOthers } from './current.ts';
import type { openLocalWriter } from './local-writer.ts';
import { lockForWriting, type WriterLock } from './lock.ts';
import { toStoredDocument } from './stored-document.ts';
import { startOnDemand, type RemoteMethods } from './worker.ts';

type LocalWriter = ReturnType<typeof openLocalWriter>;

/**
 * The one writer of an embedded index in `folder`. The lock is this thread's, the writing is done in a worker:
 * a server that takes in a long live blog goes on answering.
 * @throws EngineError where another process is writing, or the folder can't be written to.
 */
export function createEmbeddedWriter(folder: string, waitMilliseconds?: number): EngineWriter {
  const lock = lockForWriting(folder, waitMilliseconds);
  tidy(folder, lock);
  const file = new URL('./writer-worker.ts', import.meta.url);
  const worker = startOnDemand<LocalWriter>(file, folder, 'writing');
  // One write after the other: a replace that arrives during a rebuild lands in the new generation.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const turn = last.then(lock.assertHeld).then(write);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    rebuild: (documents) => inTurn(() => rebuild(worker, lock, documents)),
    replace: (document, records, entities) =>
      inTurn(async () => worker.call('replace', await toStoredDocument({ document, records, entities }))),
    remove: (documentId) => inTurn(() => worker.call('remove', documentId)),
    async close() {
      await last;
      await worker.close().finally(lock.release);
    },
  };
}

function tidy(folder: string, lock: WriterLock): void {
  try {
    beginCurrent(folder);
    dropOthers(folder);
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

async function rebuild(
  { call }: RemoteMethods<LocalWriter>,
  lock: WriterLock,
  documents: AsyncIterable<IndexedDocument>,
): Promise<void> {
  await call('startRebuild');
  try {
    // The worker writes while the next document is made, and has one waiting when it is done.
    let [last, beforeLast] = [Promise.resolve(), Promise.resolve()];
    for await (const document of documents) {
      const stored = await toStoredDocument(document);
      await beforeLast;
      [beforeLast, last] = [last, call('addToRebuild', stored)];
      // It is awaited later, or not at all where the source fails: then that error counts.
      last.catch(() => undefined);
    }
    await Promise.all([beforeLast, last]);
    lock.assertHeld();
    await call('finishRebuild');
  } catch (cause) {
    // What stands in a folder that took this one's place is somebody else's.
    lock.assertHeld();
    await call('abandonRebuild').catch(() => undefined);
    throw cause;
  }
}
