import { Worker } from 'node:worker_threads';
import { EngineError, EngineUnavailableError } from '../engine.ts';
import { pack, toError, unpack, type Call, type Methods, type Reply } from './calls.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Methods of a worker as promises, and its end. */
export interface RemoteMethods<M extends Methods> {
  call<K extends keyof M & string>(method: K, ...args: Parameters<M[K]>): Promise<ReturnType<M[K]>>;
  close(): Promise<void>;
}

/**
 * A thread of its own for what would block the one that answers requests. It starts with the first call. If it
 * dies, the calls that wait fail by name and the next one starts it anew. It keeps the process alive only
 * while somebody waits.
 * @param file of the worker, which answers with `answerCalls`
 * @param task what it does, for the message
 */
export function startOnDemand<M extends Methods>(
  file: URL,
  workerData: unknown,
  task: string,
): RemoteMethods<M> {
  let worker: Worker | undefined;
  let closing: Promise<void> | undefined;
  let calls = 0;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    const started = new Worker(file, { workerData, execArgv: [] });
    let reason = '';
    started.on('message', settle);
    started.on('error', (error) => (reason = ` (${error instanceof Error ? error.message : String(error)})`));
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      failAll(new EngineUnavailableError(`The worker for ${task} has stopped${reason}. Try again.`));
    });
    return started;
  }

  function settle(reply: Reply): void {
    const { resolve, reject } = waiting.get(reply.id)!;
    waiting.delete(reply.id);
    if (waiting.size === 0) worker?.unref();
    if ('failure' in reply) reject(toError(reply.failure));
    else resolve(unpack(reply.result));
  }

  function failAll(error: EngineError): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function ask(method: string, args: unknown[]): Promise<unknown> {
    worker ??= start();
    worker.ref();
    const id = ++calls;
    worker.postMessage({ id, method, args: pack(args) } satisfies Call);
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  }

  async function end(): Promise<void> {
    const ending = worker;
    if (!ending) return;
    const ended = new Promise((done) => ending.once('exit', done));
    await ask('close', []);
    ending.ref();
    await ended;
  }

  return {
    async call(method, ...args) {
      if (closing) throw new EngineError(`The worker for ${task} is closed.`);
      return (await ask(method, args)) as ReturnType<M[typeof method]>;
    },
    /** What was asked before is still answered. Closing twice is closing once. */
    close: () => (closing ??= end()),
  };
}
