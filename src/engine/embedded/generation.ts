import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { EngineError } from '../engine.ts';
import { currentGeneration, fileOf, nameOf, type Generation } from './current.ts';
import { damaged, sqliteCode, writing } from './failure.ts';
import { FORMAT, SCHEMA } from './schema.ts';

/** A reader that opens a file for the first time locks it for a moment; how long others wait for that. */
const BUSY_MILLISECONDS = 5000;

/** Records fill larger pages better; ids come in any order, so a load needs their index in memory (64 MB at most). */
const SETTINGS = `
  PRAGMA page_size = 8192; PRAGMA cache_size = -65536;
  PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
`;

/** Makes an empty generation and opens it. @throws EngineError where the system refuses that. */
export function createGeneration(generation: Generation): DatabaseSync {
  return openWith(generation, (db) => db.exec(`PRAGMA user_version = ${FORMAT}; ${SCHEMA}`));
}

/** Opens a finished generation for writing. @throws EngineError where it is damaged, of another version, or refused. */
export function openForWriting(generation: Generation): DatabaseSync {
  // SQLite would make an empty file of one that isn't there.
  if (!existsSync(fileOf(generation))) throw lost(generation);
  return openWith(generation, (db) => assertFormat(db, generation));
}

function openWith(generation: Generation, prepare: (db: DatabaseSync) => void): DatabaseSync {
  return writing(generation.folder, () => {
    const db = new DatabaseSync(fileOf(generation), { timeout: BUSY_MILLISECONDS });
    try {
      db.exec(SETTINGS);
      prepare(db);
      return db;
    } catch (cause) {
      db.close();
      throw cause;
    }
  });
}

const isCurrent = ({ folder, token }: Generation): boolean => currentGeneration(folder)?.token === token;

const lost = (generation: Generation): EngineError =>
  damaged(generation.folder, `CURRENT names ${nameOf(generation)}, which is not there`);

/** A file without tables is what is left of one: every generation is made with them. */
function assertFormat(db: DatabaseSync, generation: Generation): void {
  const format = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (format === FORMAT) return;
  const isCutOff = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (isCutOff) throw damaged(generation.folder, `${nameOf(generation)} holds nothing`);
  throw new EngineError(
    `The index in ${generation.folder} was made by another version of Dateline. Delete that folder and index again.`,
  );
}

/** A generation as a reader has it open. */
export interface Readable {
  db: DatabaseSync;
  /** False once the file has changed in a way that this connection doesn't see: then it is to be opened anew. */
  isUpToDate(): boolean;
}

/**
 * Opens a generation for reading, also where nothing can be written.
 * @throws EngineError where it is damaged or of another version; SQLite's error where it can't be opened just now.
 */
export function openForReading(generation: Generation): Readable {
  // A rebuild removes it only after CURRENT names another: then whoever asked begins anew.
  if (!existsSync(fileOf(generation)) && isCurrent(generation)) throw lost(generation);
  const readable = openShared(generation) ?? openUnshared(generation);
  try {
    assertFormat(readable.db, generation);
    return readable;
  } catch (cause) {
    readable.db.close();
    throw cause;
  }
}

/** The usual way: beside the file SQLite makes another one, in which readers and the writer find each other. */
function openShared(generation: Generation): Readable | undefined {
  const db = new DatabaseSync(fileOf(generation), { readOnly: true, timeout: BUSY_MILLISECONDS });
  try {
    db.exec('PRAGMA user_version');
    return { db, isUpToDate: () => true };
  } catch (cause) {
    db.close();
    if (CANT_MAKE_FILES.has(sqliteCode(cause)) && !holdsLog(generation)) return undefined;
    throw cause;
  }
}

/** READONLY, IOERR, FULL, CANTOPEN. */
const CANT_MAKE_FILES: ReadonlySet<number | undefined> = new Set([8, 10, 13, 14]);

/** On a read-only or full disk that other file can't be made; then the file is read as one that nobody writes to. */
function openUnshared(generation: Generation): Readable {
  const address = pathToFileURL(fileOf(generation));
  address.searchParams.set('immutable', '1');
  const opened = stateOf(generation);
  return {
    db: new DatabaseSync(address, { readOnly: true }),
    isUpToDate: () => !holdsLog(generation) && stateOf(generation) === opened,
  };
}

/** Is there a write-ahead log with something in it? An unshared connection would not see that. */
const holdsLog = (generation: Generation): boolean =>
  (statSync(`${fileOf(generation)}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

function stateOf(generation: Generation): string {
  const file = statSync(fileOf(generation), { bigint: true, throwIfNoEntry: false });
  return `${file?.ino} ${file?.size} ${file?.mtimeNs}`;
}

/** What readers use before the first write. */
export function openEmpty(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(SCHEMA);
  return db;
}
