import { workerData } from 'node:worker_threads';
import { answerCalls } from './answer-calls.ts';
import { openLocalWriter } from './local-writer.ts';

answerCalls(openLocalWriter(workerData as string));
