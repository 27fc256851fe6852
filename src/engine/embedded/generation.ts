import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EngineError } from '../engine.ts';
import { FORMAT, SCHEMA } from './schema.ts';

/**
 * An embedded index is a folder: `gen-N.db`, the SQLite file of one generation, and `CURRENT`, which
 * names the generation that readers use. A rebuild writes the next generation and then moves CURRENT.
 * (Renaming a new file over a live WAL database would serve old rows from the left-over WAL.)
 */
export interface Generation {
  number: number;
  file: string;
  /** Two folders of one path, or a generation and one that took its number later, are told apart by this. */
  token: string;
}

const fileOf = (folder: string, number: number): Generation => ({
  number,
  file: join(folder, `gen-${number}.db`),
  token: randomUUID(),
});

/** The generation that readers use; undefined before the first write. */
export function currentGeneration(folder: string): Generation | undefined {
  const pointer = join(folder, 'CURRENT');
  if (!existsSync(pointer)) return undefined;
  const [, number, token] = /^(\d+) ([\w-]+)$/.exec(readFileSync(pointer, 'utf8')) ?? [];
  if (!number || !token) throw new EngineError(`${pointer} is damaged; delete ${folder} and index again.`);
  return { ...fileOf(folder, Number(number)), token };
}

export function nextGeneration(folder: string): Generation {
  return fileOf(folder, (currentGeneration(folder)?.number ?? 0) + 1);
}

/** A reader that opens a file for the first time locks it for a moment; how long others wait for that. */
const BUSY_MILLISECONDS = 5000;

/** Opens a generation for writing, empty if it is new. @throws EngineError where SQLite refuses the file. */
export function openForWriting({ file }: Generation): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;');
    assertFormat(db, dirname(file));
    db.exec(SCHEMA);
    return db;
  } catch (cause) {
    db.close();
    throw cause instanceof EngineError ? cause : unreadable(dirname(file), cause);
  }
}

/** @throws EngineError where another version of Dateline made the file. */
export function openForReading({ file }: Generation): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MILLISECONDS });
  if (formatOf(db) === FORMAT) return db;
  db.close();
  throw otherVersion(dirname(file));
}

const formatOf = (db: DatabaseSync) => Number(db.prepare('PRAGMA user_version').get()?.['user_version']);

/** A file that has tables already keeps the format in which it was made. @throws EngineError where that is another */
export function assertFormat(db: DatabaseSync, folder: string): void {
  const isNew = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'state'").get() === undefined;
  if (isNew) db.exec(`PRAGMA user_version = ${FORMAT}`);
  else if (formatOf(db) !== FORMAT) throw otherVersion(folder);
}

const otherVersion = (folder: string) =>
  new EngineError(
    `The index in ${folder} was made by another version of Dateline. Delete that folder and index again.`,
  );

/** What readers use before the first write. */
export function openEmpty(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(SCHEMA);
  return db;
}

/** Makes a finished generation the one that readers use, in one step that a crash can't halve. */
export function makeCurrent(folder: string, { number, token }: Generation): void {
  const pointer = join(folder, 'CURRENT');
  writeFileSync(`${pointer}.new`, `${number} ${token}`);
  const written = openSync(`${pointer}.new`, 'r');
  fsyncSync(written);
  closeSync(written);
  renameSync(`${pointer}.new`, pointer);
}

/**
 * Removes what crashed or finished rebuilds left. Done when a writer starts and before it rebuilds, not
 * right after: a reader in the middle of a search still needs the generation that was just replaced.
 */
export function dropOthers(folder: string): void {
  const current = currentGeneration(folder)?.number;
  for (const name of readdirSync(folder)) {
    const number = /^gen-(\d+)\.db/.exec(name)?.[1];
    if (number !== undefined && Number(number) !== current) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Takes the index for one writer. The lock is SQLite's own, so it ends with the process that holds it.
 * @throws EngineError after 10 seconds of waiting for another writer.
 */
export function lockForWriting(folder: string, waitMilliseconds = 10_000): DatabaseSync {
  makeFolder(folder);
  const lock = new DatabaseSync(join(folder, 'writer.lock'), { timeout: waitMilliseconds });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new EngineError(`Another process is writing to ${folder}. Wait until it is done, then try again.`, {
      cause,
    });
  }
  return lock;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new EngineError(
      `The folder ${folder} can not be written to (${code}). Choose another with DATA_DIR.`,
      { cause },
    );
  }
}

/** What a person can do about a database that SQLite refuses. */
export const unreadable = (folder: string, cause: unknown): EngineError =>
  new EngineError(
    `The index in ${folder} can not be read (${(cause as Error).message}). Delete that folder and index again.`,
    {
      cause,
    },
  );
