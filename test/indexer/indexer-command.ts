import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const MAIN = join(import.meta.dirname, '../../indexer/main.ts');

/** The indexer as a person runs it, standing in `folder`, which holds its data unless `env` says otherwise. */
export async function runIndexer(
  folder: string,
  args: readonly string[],
  input = '',
  env: Record<string, string> = {},
): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], INIT_CWD: folder, DATA_DIR: join(folder, 'data'), ...env },
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.once('close', done)),
  ]);
  return { out, err, code };
}
