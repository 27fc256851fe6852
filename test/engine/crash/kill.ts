import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Plan } from './loader.ts';

/** How a loader ended. */
export interface Ending {
  /** What it said. */
  lines: string[];
  /** How long it ran after its first line. */
  milliseconds: number;
  signal: NodeJS.Signals | null;
}

/** Runs a loader, kills it after some milliseconds where asked to, and does `meanwhile` again and again. */
export async function runLoader(
  plan: Plan,
  meanwhile: () => Promise<void>,
  killAfter?: number,
): Promise<Ending> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'loader.ts'), JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = text(child.stdout);
  const closed = once(child, 'close');
  let began = performance.now();
  child.stdout.once('data', () => {
    began = performance.now();
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  while (child.exitCode === null && child.signalCode === null) {
    await meanwhile();
    await new Promise((done) => setImmediate(done));
  }
  const milliseconds = performance.now() - began;
  await closed;
  return {
    lines: (await output).trimEnd().split('\n'),
    milliseconds,
    signal: child.signalCode,
  };
}

/** What the loader was doing when it was killed. */
export function momentOf(lines: readonly string[]): string {
  const last = lines.at(-1) ?? '';
  const during = lines.findLast((line) => /^(opening|replacing|rebuilding)/.test(line))?.split(' ')[0];
  const [what, step] = last.split(' ');
  if (what === 'at') return `${during}: in ${step}`;
  if (what === 'past') return `${during}: after ${step}`;
  return what === 'opened' || what === 'replaced' || what === 'rebuilt' ? 'between two writes' : `${what}`;
}

/** What a killed loader left in the folder, before anybody mends it. */
export function leftovers(folder: string): string[] {
  const names = readdirSync(folder);
  const pointer = join(folder, 'CURRENT');
  const current = existsSync(pointer) ? readFileSync(pointer, 'utf8').split(' ')[0] : 'none';
  const isOther = (name: string) => /^gen-\d+\.db$/.test(name) && name !== `gen-${current}.db`;
  const hasLog = (name: string) => name.endsWith('-wal') && statSync(join(folder, name)).size > 0;
  return [
    ...(names.some(isOther) ? ['another generation'] : []),
    ...(names.some(hasLog) ? ['a write-ahead log'] : []),
    ...(names.includes('CURRENT.new') ? ['CURRENT.new'] : []),
    ...checkpointsIn(join(folder, `gen-${current}.db-shm`)),
  ];
}

/**
 * How far the log was brought into the file, as SQLite's shared memory has it (sqlite.org/walformat.html, 2.1).
 * Read by another process: closing a file takes away all locks that this one has on it.
 */
function checkpointsIn(file: string): string[] {
  const memory = spawnSync('head', ['-c', '136', file]).stdout;
  if (memory.length < 136) return [];
  const [done, attempted] = [memory.readUInt32LE(96), memory.readUInt32LE(128)];
  if (attempted > done) return ['a checkpoint half done'];
  return done > 0 ? ['a checkpoint done in part or whole'] : [];
}

/** What an index takes on disk, and its write-ahead log apart, which SQLite empties only when no reader is in the way. */
export function bytesIn(folder: string): { index: number; log: number } {
  const size = { index: 0, log: 0 };
  for (const name of readdirSync(folder))
    size[name.endsWith('-wal') ? 'log' : 'index'] += statSync(join(folder, name)).size;
  return size;
}
