import { workerData } from 'node:worker_threads';

/** A thread that kills the process when it is told after how many microseconds. */
const signal = workerData as Int32Array;
Atomics.wait(signal, 0, 0);
const end = performance.now() + signal[0]! / 1000;
while (performance.now() < end);
process.kill(process.pid, 'SIGKILL');
