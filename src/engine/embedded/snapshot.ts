import type { DatabaseSync } from 'node:sqlite';
import type { KnownWord } from '../typo.ts';
import { readEntities, type Entities } from './entities.ts';
import { emptyColumns, update, type ColumnRow, type Columns } from './columns.ts';
import { currentGeneration, type Generation } from './current.ts';
import { changing, isBusy, isSqliteError, unreadable } from './failure.ts';
import { openEmpty, openForReading, type Readable } from './generation.ts';

/** One state of the index: the database inside a read transaction, and the columns that belong to it. */
export interface Snapshot {
  db: DatabaseSync;
  columns: Columns;
  version: string;
  /** Every word with the number of records it stands in; read when first needed. */
  vocabulary(): KnownWord[];
  /** Everyone whom the updates name; read when first needed. */
  entities(): Entities;
}

interface Opened extends Readable {
  token: string;
  generation: number;
  columns: Columns;
  version: number;
  vocabulary: KnownWord[] | undefined;
  entities: Entities | undefined;
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

function open(current: Generation | undefined): Opened {
  return {
    token: current?.token ?? '',
    generation: current?.number ?? 0,
    ...(current ? openForReading(current) : { db: openEmpty(), isUpToDate: () => true }),
    columns: emptyColumns(),
    version: -1,
    vocabulary: undefined,
    entities: undefined,
  };
}

function inTransaction<T>(state: Opened, use: (snapshot: Snapshot) => T): T {
  state.db.exec('BEGIN');
  try {
    catchUp(state);
    return use(lend(state));
  } finally {
    // SQLite ends it by itself where the disk fails.
    if (state.db.isTransaction) state.db.exec('COMMIT');
  }
}

function lend(state: Opened): Snapshot {
  const { db, columns } = state;
  const vocabulary = () => (state.vocabulary ??= readVocabulary(db));
  const entities = () => (state.entities ??= readEntities(db, columns));
  return { db, columns, version: `${state.generation}.${state.version}`, vocabulary, entities };
}

function catchUp(state: Opened): void {
  const version = Number(state.db.prepare('SELECT version FROM state').get()?.['version']);
  if (version === state.version) return;
  // Slots of replaced updates stay behind; once they are the majority, the columns start anew.
  if (state.columns.rows.length > 2 * state.columns.newestFirst.length) state.columns = emptyColumns();
  const { db, columns } = state;
  const added = db
    .prepare('SELECT row, position, facets FROM updates WHERE row > ? ORDER BY row')
    .all(columns.rows.at(-1) ?? 0);
  const living = db.prepare('SELECT json_group_array(row) AS rows FROM updates').get()?.['rows'];
  update(columns, added as ColumnRow[], JSON.parse(String(living)));
  state.version = version;
  state.vocabulary = undefined;
  state.entities = undefined;
}

const readVocabulary = (db: DatabaseSync) =>
  db.prepare('SELECT term AS word, doc AS count FROM vocabulary').all() as unknown as KnownWord[];
