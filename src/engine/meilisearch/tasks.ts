import { setTimeout as sleep } from 'node:timers/promises';
import type { Task } from 'meilisearch';
import { EngineError } from '../engine.ts';

/** Small writes take some 20 ms, batches of a rebuild minutes: look often first, then seldom. */
const FIRST_LOOK_MS = 5;
const SELDOM_MS = 250;

/** As long as a task may wait for its turn, and again as long as it may be worked on. */
export const TASK_LIMIT_MS = 15 * 60_000;

/** A write that the server took on and then couldn't do, or didn't finish in time. */
export class TaskError extends EngineError {
  override name = 'TaskError';
  /** The server's own name of the error; absent where there was none. */
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Watches a task until it has succeeded. The client's own `waitForTask` resolves for failed tasks too.
 * `look` says how the task stands. @throws TaskError where it failed, was canceled, or takes longer than
 * `limit` milliseconds without going on.
 */
export async function untilDone(look: () => Promise<Task>, limit = TASK_LIMIT_MS): Promise<void> {
  let since = performance.now();
  let status: Task['status'] | undefined;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 1.5, SELDOM_MS)) {
    const task = await look();
    if (task.status === 'succeeded') return;
    if (task.status !== 'enqueued' && task.status !== 'processing') throw failed(task);
    if (task.status !== status) since = performance.now();
    status = task.status;
    if (performance.now() - since > limit) throw stuck(task, limit);
    await sleep(wait);
  }
}

function failed({ uid, status, error }: Task): TaskError {
  if (status === 'failed' && error)
    return new TaskError(`Meilisearch could not write: ${error.message}`, error.code);
  return new TaskError(`Meilisearch did not write: somebody ${status} its task ${uid}.`);
}

function stuck({ uid, status, type, indexUid }: Task, limit: number): TaskError {
  const what = `task ${uid} (${type} of ${indexUid ?? 'all indexes'})`;
  const time = limit < 60_000 ? `${limit / 1000} seconds` : `${Math.round(limit / 60_000)} minutes`;
  return new TaskError(
    `Meilisearch has had ${what} ${status === 'processing' ? 'in work' : 'in its queue'} for ${time}. It may still end by itself; its log may say what it does. Then run the same again.`,
  );
}
