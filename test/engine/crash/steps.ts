import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/** A step of writing that is over too soon to be hit by chance. */
export type Step = 'schema' | 'commit' | 'optimize' | 'log' | 'switch' | 'drop';

/** To be killed the `nth` time at this step, so long after it began; 0 is right before it. */
export interface Kill {
  step: Step;
  nth: number;
  microseconds: number;
}

/** What happens goes to standard output at once, from any thread, so that nobody loses a line to the kill. */
export const say = (...words: (string | number)[]): void => void fs.writeSync(1, `${words.join(' ')}\n`);

/** Which step a statement is. */
const STATEMENTS: readonly (readonly [Step, RegExp])[] = [
  ['schema', /CREATE VIRTUAL TABLE/],
  ['commit', /^COMMIT/],
  ['optimize', /'optimize'/],
  // The log of writes is emptied, or begun.
  ['log', /wal_checkpoint|^PRAGMA journal_mode = WAL/],
];

/** Tells of every step of this thread as it begins and ends, and calls for the kill at the planned one. */
export function watchSteps(killed: Kill | undefined): void {
  const killAfter = killed ? openKiller() : () => undefined;
  let times = 0;
  const step = <T>(name: Step, take: () => T): T => {
    say('at', name);
    if (name === killed?.step && ++times === killed.nth) killAfter(killed.microseconds);
    const result = take();
    say('past', name);
    return result;
  };
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    const name = STATEMENTS.find(([, pattern]) => pattern.test(sql))?.[0];
    return name ? step(name, () => exec.call(this, sql)) : exec.call(this, sql);
  };
  const { renameSync, rmSync } = fs;
  fs.renameSync = (...paths) => step('switch', () => renameSync(...paths));
  fs.rmSync = (...path) => step('drop', () => rmSync(...path));
  syncBuiltinESMExports();
}

/** Another thread that kills the process while this one is inside SQLite. */
function openKiller(): (microseconds: number) => void {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  new Worker(new URL('./killer.ts', import.meta.url), { workerData: signal }).unref();
  return (microseconds) => {
    if (microseconds === 0) process.kill(process.pid, 'SIGKILL');
    Atomics.store(signal, 0, microseconds);
    Atomics.notify(signal, 0);
  };
}
