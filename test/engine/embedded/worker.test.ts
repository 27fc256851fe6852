import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineError, EngineUnavailableError, IdConflictError } from '../../../src/engine/engine.ts';
import { startOnDemand } from '../../../src/engine/embedded/worker.ts';

/** What the worker under test can be asked for. */
interface Methods {
  [name: string]: (...args: never[]) => unknown;
  echo: (value: unknown) => unknown;
  nothing: () => undefined;
  environment: () => Record<string, string>;
  conflict: () => void;
  puzzle: () => void;
  die: () => void;
  stop: () => void;
  close: () => void;
}

const WORKER = `
  import { answerCalls } from '${new URL('../../../src/engine/embedded/answer-calls.ts', import.meta.url).href}';
  import { IdConflictError } from '${new URL('../../../src/engine/engine.ts', import.meta.url).href}';
  answerCalls({
    echo: (value) => value,
    nothing: () => undefined,
    environment: () => ({ ...process.env }),
    conflict: () => { throw new IdConflictError('taken', { cause: new Error('why') }); },
    puzzle: () => { throw new RangeError('what nobody expected'); },
    die: () => process.nextTick(() => { throw new Error('out of luck'); }),
    stop: () => process.exit(1),
    close: () => undefined,
  });
`;

let folder: string;
let file: URL;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  await writeFile(join(folder, 'worker.ts'), WORKER);
  file = pathToFileURL(join(folder, 'worker.ts'));
});
afterAll(() => rm(folder, { recursive: true }));

const start = () => startOnDemand<Methods>(file, undefined, 'testing');

describe('a worker', () => {
  test('answers each call with its own result, and nothing as nothing', async () => {
    const { call, close } = start();
    const values = [1, 'two', { three: [3] }, null];
    expect(await Promise.all(values.map((value) => call('echo', value as never)))).toEqual(values);
    expect(await call('nothing')).toBeUndefined();
    await close();
  });

  test('hands on errors with class, message and cause', async () => {
    const { call, close } = start();
    const conflict = await call('conflict').catch((error: unknown) => error);
    expect(conflict).toBeInstanceOf(IdConflictError);
    expect(conflict).toMatchObject({ message: 'taken', cause: { message: 'why' } });
    const puzzle = await call('puzzle').catch((error: unknown) => error);
    expect(puzzle).toMatchObject({ name: 'RangeError', message: 'what nobody expected' });
    expect(puzzle).not.toBeInstanceOf(EngineError);
    await close();
  });

  test.each(['stop', 'die'])(
    'that dies (%s) fails the calls that wait by name, and the next call has a new one',
    async (death) => {
      const { call, close } = start();
      const [, waiting] = await Promise.allSettled([call(death), call('echo', 2 as never)]);
      expect(waiting).toMatchObject({ status: 'rejected', reason: expect.any(EngineUnavailableError) });
      expect(await call('echo', 3 as never)).toBe(3);
      await close();
    },
  );

  test('that can not start says why', async () => {
    const { call, close } = startOnDemand<Methods>(new URL('./none.ts', file), undefined, 'testing');
    await expect(call('echo', 1 as never)).rejects.toThrow(/worker for testing has stopped \(.*none\.ts/s);
    await close();
  });

  test('answers what was asked before it was closed, and nothing after', async () => {
    const { call, close } = start();
    const asked = [1, 2, 3].map((value) => call('echo', value as never));
    const closing = close();
    await expect(call('echo', 4 as never)).rejects.toThrow('The worker for testing is closed.');
    expect(await Promise.all(asked)).toEqual([1, 2, 3]);
    await closing;
    await close();
  });

  test('has nothing of the environment but where compiled modules are kept: there where Node keeps those of the process', async () => {
    const { call, close } = start();
    expect(await call('environment')).toEqual({ NODE_COMPILE_CACHE: dirname(getCompileCacheDir()!) });
    await close();
  });

  test('is closed once, however many ask for it at the same time', async () => {
    const { call, close } = start();
    await call('nothing');
    await Promise.all([close(), close()]);
  });
});
