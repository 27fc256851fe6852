import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, EngineUnavailableError } from '../engine.ts';

/** What SQLite or the system refuses, by what a person can do about it. */
type Kind = 'full' | 'forbidden' | 'in the way' | 'busy' | 'damaged' | 'disk' | 'files';

/** By SQLite's primary result codes (sqlite.org/rescode.html) and by those of the system. */
const KINDS: Readonly<Record<string, Kind>> = {
  5: 'busy',
  6: 'busy',
  8: 'forbidden',
  10: 'disk',
  11: 'damaged',
  13: 'full',
  14: 'forbidden',
  26: 'damaged',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'forbidden',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ENOTDIR: 'in the way',
  EEXIST: 'in the way',
  EIO: 'disk',
  EFBIG: 'disk',
  EMFILE: 'files',
  ENFILE: 'files',
};

type Refusal = Error & { code: string; errcode?: number };

/** Says to a person what is wrong with the index in `folder`, and the way out. */
type Words = (folder: string, why: string) => string;

const EITHER: Record<Exclude<Kind, 'full' | 'forbidden'>, Words> = {
  'in the way': (folder, why) =>
    `There is a file where the folder ${folder} should be (${why}). Move it, or choose another folder with DATA_DIR.`,
  busy: (folder) =>
    `Another process keeps the index in ${folder} locked. Wait until it is done, then try again.`,
  damaged: (folder, why) => `The index in ${folder} is damaged (${why}). Delete that folder and index again.`,
  disk: (folder, why) =>
    `The disk under ${folder} fails (${why}). What was indexed before stays. Look after the disk, then try again.`,
  files: (folder, why) =>
    `Too many files are open to use the index in ${folder} (${why}). Raise the limit (ulimit -n), then try again.`,
};

const WRITING: Record<Kind, Words> = {
  ...EITHER,
  full: (folder) =>
    `The disk is full: ${folder} has ${free(folder)} left, and its index takes ${taken(folder)}. ` +
    'What was indexed before stays and can be searched. Make room (a rebuild needs as much as the new index takes), then try again.',
  forbidden: (folder, why) =>
    `The folder ${folder} can not be written to (${why}). An index there can still be searched. ` +
    'Make it writable for this user, or choose another with DATA_DIR.',
};

const READING: Record<Kind, Words> = {
  ...EITHER,
  full: (folder) => `The disk of ${folder} is too full to open the index there. Make room, then try again.`,
  forbidden: (folder, why) =>
    `The index in ${folder} can not be opened (${why}). Make the folder and its files readable for this user.`,
};

export const isSqliteError = (cause: unknown): cause is Refusal =>
  (cause as Refusal).code === 'ERR_SQLITE_ERROR';

const isSystemError = (cause: unknown): cause is Refusal =>
  (cause as NodeJS.ErrnoException).syscall !== undefined;

/** SQLite's primary result code: extended ones keep it in their lowest byte. */
export const sqliteCode = (cause: unknown): number | undefined =>
  isSqliteError(cause) ? (cause.errcode ?? 0) & 0xff : undefined;

/** Somebody else's lock outlasted SQLite's own waiting. */
export const isBusy = (cause: unknown): boolean => KINDS[sqliteCode(cause) ?? ''] === 'busy';

function explain(words: Record<Kind, Words>, folder: string, cause: Refusal, otherwise: string): EngineError {
  const code = sqliteCode(cause);
  const kind = KINDS[code ?? cause.code];
  const why = code === undefined ? cause.code : cause.message;
  if (!kind) return new EngineError(`${otherwise} (${why}).`, { cause });
  const ErrorClass = PASSING.has(kind) ? EngineUnavailableError : EngineError;
  return new ErrorClass(words[kind](folder, why), { cause });
}

/** What may be over in a moment, without anybody looking after the index. */
const PASSING: ReadonlySet<Kind> = new Set(['busy', 'full', 'files']);

/**
 * Does something to the files of the index in `folder`. @throws EngineError, with the way out, where SQLite
 * or the system refuses it; every other error comes through as it is.
 */
export function writing<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    if (!isSqliteError(cause) && !isSystemError(cause)) throw cause;
    throw explain(WRITING, folder, cause, `The index in ${folder} could not be written`);
  }
}

/** What a person can do about an index that SQLite or the system refuses to read. */
export const unreadable = (folder: string, cause: unknown): EngineError =>
  explain(READING, folder, cause as Refusal, `The index in ${folder} can not be read`);

/** On a disk where readers can't take part in SQLite's locking. */
export const changing = (folder: string): EngineError =>
  new EngineUnavailableError(`The index in ${folder} is being written to. Try again in a moment.`);

/** What should be there and isn't must not look like an empty index. */
export const damaged = (folder: string, why: string): EngineError =>
  new EngineError(EITHER.damaged(folder, why));

const size = (bytes: number) =>
  bytes < 1e6 ? `${Math.floor(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

function free(folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  return size(bavail * bsize);
}

const taken = (folder: string): string =>
  size(
    readdirSync(folder)
      .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, bytes) => sum + bytes, 0),
  );
