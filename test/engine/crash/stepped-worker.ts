import { watchSteps, type Kill } from './steps.ts';

/** A worker of the engine whose steps are watched: its file and the planned kill come as arguments. */
const [file = '', killed = ''] = process.argv.slice(-2);
watchSteps((JSON.parse(killed) as Kill | null) ?? undefined);
await import(file);
