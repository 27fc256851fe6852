import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { damaged, unreadable, writing } from './failure.ts';

/**
 * An embedded index is a folder: `gen-N.db`, the SQLite file of one generation, and `CURRENT`, which
 * names the generation that readers use. A rebuild writes the next generation and then moves CURRENT.
 * (Renaming a new file over a live WAL database would serve old rows from the left-over WAL.)
 */
export interface Generation {
  folder: string;
  number: number;
  /** Two folders of one path, or a generation and one that took its number later, are told apart by this. */
  token: string;
}

export const nameOf = ({ number }: Generation): string => `gen-${number}.db`;
export const fileOf = (generation: Generation): string => join(generation.folder, nameOf(generation));

/** CURRENT names it before the first write, so that a CURRENT that got lost is told from a new index. */
const NONE_YET = 0;

const generationOf = (folder: string, number: number): Generation => ({
  folder,
  number,
  token: randomUUID(),
});

/**
 * The generation that readers use; undefined before the first write.
 * @throws EngineError where CURRENT is damaged or lost: that must not look like an empty index.
 */
export function currentGeneration(folder: string): Generation | undefined {
  const pointer = readPointer(folder);
  if (pointer === undefined) return undefined;
  const [, number, token] = /^(\d+) ([\w-]+)$/.exec(pointer) ?? [];
  if (!number || !token) throw damaged(folder, 'CURRENT names no generation');
  return Number(number) === NONE_YET ? undefined : { folder, number: Number(number), token };
}

function readPointer(folder: string): string | undefined {
  const pointer = readCurrent(folder);
  if (pointer !== undefined || !holdsGenerations(folder)) return pointer;
  // A writer that has just begun makes CURRENT before its first generation.
  const second = readCurrent(folder);
  if (second === undefined) throw damaged(folder, 'CURRENT is not there');
  return second;
}

function readCurrent(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'CURRENT'), 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(folder, cause);
  }
}

const holdsGenerations = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => /^gen-\d+\.db$/.test(name));

export function nextGeneration(folder: string): Generation {
  return generationOf(folder, (currentGeneration(folder)?.number ?? NONE_YET) + 1);
}

/** Gives a new folder its CURRENT. @throws EngineError where it was lost, or can't be written. */
export function beginCurrent(folder: string): void {
  if (readPointer(folder) === undefined) makeCurrent(generationOf(folder, NONE_YET));
}

/**
 * Makes a finished generation the one that readers use, in one step that a crash can't halve.
 * @throws EngineError where the system refuses it; then CURRENT is as it was.
 */
export function makeCurrent({ folder, number, token }: Generation): void {
  const pointer = join(folder, 'CURRENT');
  writing(folder, () => {
    try {
      writeFileSync(`${pointer}.new`, `${number} ${token}`, { flush: true });
      renameSync(`${pointer}.new`, pointer);
    } catch (cause) {
      rmSync(`${pointer}.new`, { force: true });
      throw cause;
    }
  });
  flushFolder(folder);
}

/** After a power failure the folder must not name a generation whose file was removed since. */
function flushFolder(folder: string): void {
  // Windows opens no folders, and writes names at once.
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/**
 * Removes what crashed or finished rebuilds left. Done when a writer starts and before it rebuilds, not
 * right after: a reader in the middle of a search still needs the generation that was just replaced.
 */
export function dropOthers(folder: string): void {
  const current = currentGeneration(folder)?.number;
  const isLeft = (name: string) => {
    const number = /^gen-(\d+)\.db/.exec(name)?.[1];
    return number === undefined ? name === 'CURRENT.new' : Number(number) !== current;
  };
  // Sorted, the database goes before its log: without the log it would show an older state.
  const left = readdirSync(folder).filter(isLeft).toSorted();
  writing(folder, () => left.forEach((name) => rmSync(join(folder, name), { force: true })));
}
