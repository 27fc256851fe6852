import type { DatabaseSync } from 'node:sqlite';
import type { KnownWord } from '../typo.ts';
import { emptyColumns, update, type ColumnRow, type Columns } from './columns.ts';
import { currentGeneration, openEmpty, openForReading } from './generation.ts';

/** One state of the index: the database inside a read transaction, and the columns that belong to it. */
export interface Snapshot {
  db: DatabaseSync;
  columns: Columns;
  version: string;
  /** Every word with the number of records it stands in; read when first needed. */
  vocabulary(): KnownWord[];
}

interface Opened {
  generation: number;
  db: DatabaseSync;
  columns: Columns;
  version: number;
  vocabulary: KnownWord[] | undefined;
}

/**
 * Keeps a folder's current generation open and lends consistent states of it. Every loan is one short
 * read transaction: a reader that kept its state during a load would let the write-ahead log grow.
 */
export function openSnapshots(folder: string) {
  let opened = open(folder);

  function refresh(): Opened {
    if ((currentGeneration(folder)?.number ?? 0) !== opened.generation) {
      opened.db.close();
      opened = open(folder);
    }
    return opened;
  }

  return {
    /** Runs `use` on the present state. */
    read<T>(use: (snapshot: Snapshot) => T): T {
      const state = refresh();
      state.db.exec('BEGIN');
      try {
        catchUp(state);
        return use(lend(state));
      } finally {
        state.db.exec('COMMIT');
      }
    },
    close: () => opened.db.close(),
  };
}

function open(folder: string): Opened {
  const current = currentGeneration(folder);
  return {
    generation: current?.number ?? 0,
    db: current ? openForReading(current) : openEmpty(),
    columns: emptyColumns(),
    version: -1,
    vocabulary: undefined,
  };
}

function lend(state: Opened): Snapshot {
  const { db, columns } = state;
  const vocabulary = () => (state.vocabulary ??= readVocabulary(db));
  return { db, columns, version: `${state.generation}.${state.version}`, vocabulary };
}

function catchUp(state: Opened): void {
  const version = Number(state.db.prepare('SELECT version FROM state').get()?.['version']);
  if (version === state.version) return;
  const { db, columns } = state;
  const added = db
    .prepare('SELECT row, position, facets FROM updates WHERE row > ? ORDER BY row')
    .all(columns.rows.at(-1) ?? 0);
  const living = db.prepare('SELECT json_group_array(row) AS rows FROM updates').get()?.['rows'];
  update(columns, added as ColumnRow[], JSON.parse(String(living)));
  state.version = version;
  state.vocabulary = undefined;
}

const readVocabulary = (db: DatabaseSync) =>
  db.prepare('SELECT term AS word, doc AS count FROM vocabulary').all() as unknown as KnownWord[];
