import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { createEmbeddedWriter } from '../../../src/engine/embedded/writer.ts';
import { blogOf, type Load } from './blog.ts';

/** A step of writing that is over too soon to be hit by chance. */
export type Step = 'schema' | 'commit' | 'optimize' | 'checkpoint' | 'switch' | 'drop';

/** What a loader does until it is killed: rounds of replacing all live blogs, then of rebuilding them all. */
export interface Plan {
  folder: string;
  round: number;
  load: Load;
  /** Be killed the `nth` time at this step, so long after it began; 0 is right before it. */
  killed?: { step: Step; nth: number; microseconds: number };
  /** Ends by itself after so many rounds of each; a plan whose step doesn't come would never end. */
  rounds: number;
}

/** What happens goes to standard output at once, so that nobody loses a line to the kill. */
const say = (...words: (string | number)[]) => void fs.writeSync(1, `${words.join(' ')}\n`);

async function load({ folder, round: first, load: size, rounds }: Plan): Promise<void> {
  say('opening');
  const writer = createEmbeddedWriter(folder);
  say('opened');
  for (let round = first; round < first + 2 * rounds; round += 2) {
    for (let blog = 0; blog < size.blogs; blog++) {
      const { document, records, entities } = blogOf(blog, round, size);
      say('replacing', blog, round);
      await writer.replace(document, records, entities);
      say('replaced', blog, round);
    }
    say('rebuilding', round + 1);
    await writer.rebuild(allBlogs(round + 1, size));
    say('rebuilt', round + 1);
  }
  await writer.close();
  say('closed');
}

async function* allBlogs(round: number, size: Load) {
  for (let blog = 0; blog < size.blogs; blog++) yield blogOf(blog, round, size);
}

/** Which step a statement is. */
const STATEMENTS: readonly (readonly [Step, RegExp])[] = [
  ['schema', /CREATE VIRTUAL TABLE/],
  ['commit', /^COMMIT/],
  ['optimize', /'optimize'/],
  ['checkpoint', /wal_checkpoint/],
];

/** Tells of every step as it begins and ends, and calls for the kill at the planned one. */
function watchSteps({ killed }: Plan, killAfter: (microseconds: number) => void): void {
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
  new Worker(import.meta.filename, { workerData: signal }).unref();
  return (microseconds) => {
    if (microseconds === 0) process.kill(process.pid, 'SIGKILL');
    Atomics.store(signal, 0, microseconds);
    Atomics.notify(signal, 0);
  };
}

function killWhenTold(signal: Int32Array): void {
  Atomics.wait(signal, 0, 0);
  const end = performance.now() + signal[0]! / 1000;
  while (performance.now() < end);
  process.kill(process.pid, 'SIGKILL');
}

if (isMainThread) {
  const plan = JSON.parse(process.argv[2]!) as Plan;
  watchSteps(plan, plan.killed ? openKiller() : () => undefined);
  await load(plan);
} else {
  killWhenTold(workerData as Int32Array);
}
