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
      inTurn(() => worker.call('replace', toStoredDocument({ document, records, entities }))),
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
    // The worker writes one document while the next one is made.
    let writing: Promise<void> | undefined;
    for await (const document of documents) {
      await writing;
      writing = call('addToRebuild', toStoredDocument(document));
      // It is awaited a step later, or not at all where the source fails: then that error counts.
      writing.catch(() => undefined);
    }
    await writing;
    lock.assertHeld();
    await call('finishRebuild');
  } catch (cause) {
    // What stands in a folder that took this one's place is somebody else's.
    lock.assertHeld();
    await call('abandonRebuild').catch(() => undefined);
    throw cause;
  }
}
