import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

// A worker loads every module anew; with what Node keeps compiled between runs that takes a third of the time.
enableCompileCache();
const { answerCalls } = await import('./answer-calls.ts');
const { openLocalReader } = await import('./local-reader.ts');

answerCalls(openLocalReader(workerData as string));
