import { workerData } from 'node:worker_threads';
import { answerCalls } from './answer-calls.ts';
import { openLocalReader } from './local-reader.ts';

answerCalls(openLocalReader(workerData as string));
