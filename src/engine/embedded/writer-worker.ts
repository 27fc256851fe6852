import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

// As in the reader's worker.
enableCompileCache();
const { answerCalls } = await import('./answer-calls.ts');
const { openLocalWriter } = await import('./local-writer.ts');

answerCalls(openLocalWriter(workerData as string));
