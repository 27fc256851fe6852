import { resolve } from 'node:path';
import { problemLine } from '../enrich/names/lint-tables.ts';
import { checkTables } from '../enrich/names/own-tables.ts';
import { ENTITIES } from '../open-pipeline.ts';
import type { Shell } from './shell.ts';

/** Says what is wrong in the tables of names, by file and line. Gives back the exit code: 1 where anything is. */
export function lintEntities(folder: string | undefined, { config, base, err }: Shell): number {
  const own = folder === undefined ? config.ENTITIES_DIR : resolve(base, folder);
  const { rows, problems } = checkTables(ENTITIES, own);
  for (const problem of problems) err.write(`${problemLine(problem)}\n`);
  const found = problems.length === 1 ? '1 problem' : `${problems.length || 'no'} problems`;
  err.write(`${rows.length} entities, ${found}\n`);
  return problems.length > 0 ? 1 : 0;
}
