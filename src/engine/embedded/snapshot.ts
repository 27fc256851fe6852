import type { DatabaseSync } from 'node:sqlite';
import { applyChanges } from './apply-changes.ts';
import { emptyColumns, type Columns } from './columns.ts';
import { currentGeneration, type Generation } from './current.ts';
import { changing, isBusy, isSqliteError, unreadable } from './failure.ts';
import { openEmpty, openForReading, type Readable } from './generation.ts';
import type { Postings } from './postings.ts';
import { prepared } from './prepared.ts';
import { readColumns } from './stored-columns.ts';

/** One state of the index: the database inside a read transaction, and the columns that belong to it. */
export interface Snapshot {
  db: DatabaseSync;
  columns: Columns;
  postings: Postings;
  version: string;
}

interface Opened extends Readable {
  token: string;
  generation: number;
  columns: Columns;
  postings: Postings;
  version: number;
  /** The version up to which the columns came as they were stored. */
  base: number;
}

/** How often a search starts anew because the generation that it was about to read has just been replaced. */
const ATTEMPTS = 3;

/**
 * Keeps a folder's current generation open and lends consistent states of it. Every loan is one short
 * read transaction: a reader that kept its state during a load would let the write-ahead log grow.
 */
export function openSnapshots(folder: string) {
  let opened: Opened | undefined;

  function refresh(): Opened {
    const current = currentGeneration(folder);
    if (opened?.isUpToDate() && opened.token === (current?.token ?? '')) return opened;
    const next = open(current);
    opened?.db.close();
    return (opened = next);
  }

  function reset(): void {
    opened?.db.close();
    opened = undefined;
  }

  return {
    /** Runs `use` on the present state. @throws EngineError where the index can't be read. */
    read<T>(use: (snapshot: Snapshot) => T): T {
      for (let attempt = 1; ; attempt++) {
        try {
          const state = refresh();
          const result = inTransaction(state, use);
          if (state.isUpToDate()) return result;
          if (attempt === ATTEMPTS) throw changing(folder);
        } catch (cause) {
          if (!isSqliteError(cause)) throw cause;
          if (attempt === ATTEMPTS || isBusy(cause)) throw unreadable(folder, cause);
          reset();
        }
      }
    },
    close: reset,
  };
}

const open = (current: Generation | undefined): Opened => ({
  token: current?.token ?? '',
  generation: current?.number ?? 0,
  ...(current ? openForReading(current) : { db: openEmpty(), isUpToDate: () => true }),
  columns: emptyColumns(),
  postings: new Map(),
  version: -1,
  base: -1,
});

function inTransaction<T>(state: Opened, use: (snapshot: Snapshot) => T): T {
  prepared(state.db, 'BEGIN').run();
  try {
    catchUp(state);
    return use(lend(state));
  } finally {
    // SQLite ends it by itself where the disk fails.
    if (state.db.isTransaction) prepared(state.db, 'COMMIT').run();
  }
}

function lend({ db, columns, postings, generation, version, token }: Opened): Snapshot {
  // The numbers begin anew in a folder that was deleted and made again; its token does not return.
  const asOf = [generation, version, token.slice(0, 8)].join('.');
  return { db, columns, postings, version: asOf };
}

/** Brings the columns in step with the database: by the writes since, or from the stored ones where that is shorter. */
function catchUp(state: Opened): void {
  const { version, base } = prepared(state.db, 'SELECT version, base FROM state').get() as {
    version: number;
    base: number;
  };
  if (version === state.version) return;
  if (!canFollow(state, base)) {
    Object.assign(state, { columns: readColumns(state.db), postings: new Map(), version: base, base });
  }
  applyChanges(state.db, state.columns, state.version);
  state.version = version;
}

/** Are all writes since still listed, and not so many slots dead that newly stored columns are better? */
function canFollow({ db, version, columns, base: mine }: Opened, base: number): boolean {
  if (version < 0) return false;
  const oldest = prepared(db, 'SELECT min(version) AS oldest FROM changes').get()?.['oldest'];
  if (oldest === null || Number(oldest) > version + 1) return false;
  return base === mine || columns.size < 2 * columns.newestFirst.length;
}
