import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EngineError, EngineUnavailableError } from '../engine.ts';
import { type Call, type Methods, type Reply } from './calls.ts';
import { noCalls } from './waiting-calls.ts';

/** Methods of a worker as promises, and its end. */
export interface RemoteMethods<M extends Methods> {
  call<K extends keyof M & string>(method: K, ...args: Parameters<M[K]>): Promise<ReturnType<M[K]>>;
  /** What was asked before is still answered. */
  close(): Promise<void>;
}

/**
 * A worker needs little of the environment. It loads every module anew, which takes half the time from what Node
 * keeps compiled between runs: where it does so by itself, unless its own variables name another folder or want none.
 */
function environment(): Record<string, string> {
  enableCompileCache();
  // In that folder each version of Node has one of its own.
  const own = getCompileCacheDir();
  return own === undefined ? {} : { NODE_COMPILE_CACHE: dirname(own) };
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
  const waiting = noCalls();
  let worker: Worker | undefined;
  let closing: Promise<void> | undefined;

  function start(): Worker {
    // Flags of this process (a preloaded module, an inspector's port) are not for its workers.
    const started = new Worker(file, { workerData, execArgv: [], env: environment() });
    let reason = '';
    started.on('message', (reply: Reply) => {
      waiting.settle(reply);
      if (waiting.isEmpty()) started.unref();
    });
    started.on('error', (error) => (reason = ` (${error instanceof Error ? error.message : String(error)})`));
    started.on('exit', () => {
      worker = undefined;
      waiting.failAll(new EngineUnavailableError(`The worker for ${task} has stopped${reason}. Try again.`));
    });
    return started;
  }

  function ask(method: string, args: unknown[]): Promise<unknown> {
    worker ??= start();
    worker.ref();
    const { id, result } = waiting.add();
    worker.postMessage({ id, method, args } satisfies Call);
    return result;
  }

  async function end(): Promise<void> {
    const ending = worker;
    if (!ending) return;
    const ended = new Promise((done) => ending.once('exit', done));
    await ask('close', []).catch(unlessStopped);
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

/** A worker that has stopped by itself needs no closing. */
function unlessStopped(error: unknown): void {
  if (!(error instanceof EngineUnavailableError)) throw error;
}
