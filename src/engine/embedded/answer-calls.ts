import { parentPort } from 'node:worker_threads';
import { toFailure, type Call, type Methods, type Reply } from './calls.ts';

/** Answers the thread that started this worker, one call after the other, until it asks for `close`. */
export function answerCalls(methods: Methods & { close(): void }): void {
  const port = parentPort!;
  port.on('message', ({ id, method, args }: Call) => {
    port.postMessage(reply(id, () => methods[method]!(...(args as never[]))));
    if (method === 'close') port.close();
  });
}

function reply(id: number, answer: () => unknown): Reply {
  try {
    return { id, result: answer() };
  } catch (error) {
    return { id, failure: toFailure(error) };
  }
}
