import { syncBuiltinESMExports } from 'node:module';
import threads, { type WorkerOptions } from 'node:worker_threads';
import { createEmbeddedWriter } from '../../../src/engine/embedded/writer.ts';
import { blogOf, type Load } from './blog.ts';
import { say, watchSteps, type Kill } from './steps.ts';

/** What a loader does until it is killed: rounds of replacing all live blogs, then of rebuilding them all. */
export interface Plan {
  folder: string;
  round: number;
  load: Load;
  killed?: Kill;
  /** Ends by itself after so many rounds of each; a plan whose step doesn't come would never end. */
  rounds: number;
}

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

/** The engine writes in a worker; there its steps are watched, too. */
function watchWorkers({ killed }: Plan): void {
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(file: string | URL, options: WorkerOptions = {}) {
      const argv = [String(file), JSON.stringify(killed ?? null)];
      super(new URL('./stepped-worker.ts', import.meta.url), { ...options, argv });
    }
  };
  syncBuiltinESMExports();
}

const plan = JSON.parse(process.argv[2]!) as Plan;
watchSteps(plan.killed);
watchWorkers(plan);
await load(plan);
