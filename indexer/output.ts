import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { UpdateRecord } from '../src/record.ts';
import { InputError } from './inputs.ts';

/** Where finished records go as NDJSON. */
export interface Output {
  write(record: UpdateRecord): Promise<void>;
  /** Resolves when everything is written. */
  close(): Promise<void>;
}

/** Opens a file, or standard output for `-`. @throws InputError where the file can't be written. */
export async function openOutput(target: string): Promise<Output> {
  const stream = target === '-' ? standardOutput() : await openFile(target);
  return {
    async write(record) {
      if (stream.errored) refuse(stream.errored);
      // No faster than they are taken.
      if (!stream.write(JSON.stringify(record) + '\n')) await once(stream, 'drain').catch(refuse);
    },
    async close() {
      if (target === '-') return;
      stream.end();
      await finished(stream).catch(refuse);
    },
  };
}

function standardOutput(): Writable {
  // `| head` closes the pipe when it has seen enough: the end of this program, and no failure.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));
  return process.stdout;
}

async function openFile(path: string): Promise<Writable> {
  const stream = createWriteStream(path);
  await once(stream, 'open').catch(refuse);
  // A full disk is noticed after a record was handed over: the next one, or the end, says it.
  stream.on('error', () => undefined);
  return stream;
}

/** @throws InputError in place of what the system says. */
function refuse(cause: Error): never {
  throw new InputError(`--output: ${cause.message}`, { cause });
}
