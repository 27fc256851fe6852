import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lintTables, type TableProblem } from './lint-tables.ts';
import { mergeTables } from './merge-tables.ts';
import { FILES, readTables, TYPES, type TableRow } from './tables.ts';

/** Alias tables that can't be used; `message` has a line for each problem, with file and line. */
export class TablesError extends Error {
  override name = 'TablesError';
}

/**
 * The rows of the project's tables under those of a newsroom's own folder, which win, and everything
 * that is wrong with them together. @throws TablesError where the own folder holds no tables.
 */
export function checkTables(folder: string, own?: string): { rows: TableRow[]; problems: TableProblem[] } {
  const merged = mergeTables(readTables(folder), own === undefined ? [] : readOwnTables(own));
  return { rows: merged.rows, problems: [...merged.problems, ...lintTables(merged.rows)] };
}

/** Any of the five tables may be there, and nothing that looks like a sixth: it would be a slip of the pen. */
function readOwnTables(folder: string): TableRow[] {
  if (!existsSync(folder)) throw new TablesError(`ENTITIES_DIR: there is no folder ${folder}`);
  const tables = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  const known = Object.values(FILES);
  const stray = tables.find((name) => !known.includes(name));
  if (stray) throw new TablesError(`${join(folder, stray)}: no such table; there are ${known.join(', ')}`);
  if (tables.length === 0) throw new TablesError(`${folder} holds none of ${known.join(', ')}`);
  return readTables(
    folder,
    TYPES.filter((type) => tables.includes(FILES[type])),
  );
}
