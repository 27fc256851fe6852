import { fold } from '../../../src/engine/words.ts';
import { columnProblems, type Check } from './lint-columns.ts';
import { startsAsName } from './known-names.ts';
import { keyOfName, nameTokens } from './name-tokens.ts';
import { boundProblems } from './lint-bound.ts';
import { partBound, type TableRow } from './tables.ts';

/** What is wrong with a row, and what to do about it. */
export interface TableProblem extends Pick<TableRow, 'file' | 'line'> {
  message: string;
}

/**
 * Everything that is wrong with alias tables which belong together, row by row: wrong columns, ids and
 * names that are given twice, aliases that mean two entities, and aliases that no text can lead to.
 */
export function lintTables(rows: readonly TableRow[]): TableProblem[] {
  const keyOf = rememberKeys();
  const checks = [
    columnProblems(rows),
    duplicateIds(rows),
    sameNames(rows),
    redundant(keyOf),
    clashes(rows, keyOf),
    demonyms(rows, keyOf),
    boundProblems(rows, keyOf),
    lost,
  ];
  return rows.flatMap((row) =>
    checks.flatMap((check) => check(row)).map((message) => ({ file: row.file, line: row.line, message })),
  );
}

/** As a person reads it: where, and what. */
export const problemLine = ({ file, line, message }: TableProblem): string =>
  `${file} line ${line}: ${message}`;

const at = ({ file, line, entity: { id, type } }: TableRow) => `${id} (${type}, ${file} line ${line})`;

/** `keyOfName`, which takes most of a linter's time, once for each name. */
function rememberKeys(): typeof keyOfName {
  const keys = new Map<string, string>();
  return (name) => {
    const key = keys.get(name) ?? keyOfName(name);
    keys.set(name, key);
    return key;
  };
}

/** Each row that is not the first of those with its key gets what `message` says of the first. */
function repeats(
  rows: readonly TableRow[],
  key: (row: TableRow) => string,
  message: (row: TableRow, first: TableRow) => string,
): Check {
  const first = new Map<string, TableRow>();
  for (const row of rows) if (!first.has(key(row))) first.set(key(row), row);
  return (row) => {
    const other = first.get(key(row))!;
    return other === row ? [] : [message(row, other)];
  };
}

const duplicateIds = (rows: readonly TableRow[]): Check =>
  repeats(
    rows,
    ({ entity }) => entity.id,
    ({ entity }, first) => `the id ${entity.id} belongs to ${at(first)} already; give this row another one`,
  );

/** Facets count by name: two entities of one name would be one there. */
const sameNames = (rows: readonly TableRow[]): Check =>
  repeats(
    rows,
    ({ entity: { type, name } }) => `${type} ${fold(name)}`,
    ({ entity: { name } }, first) =>
      `the name "${name}" is that of ${at(first)}, but for case and accents at most; make them one row, or tell them apart by name`,
  );

/** An alias with the same keys as the name, or as an alias before it, adds nothing. */
function redundant(keyOf: typeof keyOfName): Check {
  return ({ entity: { name, aliases: unbound, bound = [] } }) => {
    const aliases = [...unbound, ...bound];
    const before = new Map([[keyOf(name), name]]);
    return aliases.flatMap((alias) => {
      const same = before.get(keyOf(alias));
      before.set(keyOf(alias), same ?? alias);
      return same === undefined ? [] : [`the alias "${alias}" reads like "${same}"; take it out`];
    });
  };
}

/** A name that two entities have means neither: in a text it would always be the first one. */
function clashes(rows: readonly TableRow[], keyOf: typeof keyOfName): Check {
  const owners = new Map<string, TableRow>();
  for (const row of rows)
    for (const name of namesOf(row)) if (!owners.has(keyOf(name))) owners.set(keyOf(name), row);
  return (row) =>
    namesOf(row).flatMap((name) => {
      const owner = owners.get(keyOf(name))!;
      const own = owner.entity.id === row.entity.id && owner.entity.type === row.entity.type;
      return own
        ? []
        : [`"${name}" already means ${at(owner)}; it can belong to one of them only, or to neither`];
    });
}

/** A name in parentheses tells an entity apart from its namesake and isn't expected in prose. */
const isForReaders = (name: string) => name.includes('(');

/** Bound ones (`US:Senate`) as they stand: two countries may have a Senate each. */
const namesOf = ({ entity: { name, aliases, bound = [] } }: TableRow): string[] =>
  [name, ...aliases, ...bound].filter((one) => !isForReaders(one));

/** "American" says where somebody is from, and "the Australian" mostly does, too. */
function demonyms(rows: readonly TableRow[], keyOf: typeof keyOfName): Check {
  const all = new Set(rows.flatMap(({ entity }) => entity.demonyms ?? []).map(keyOf));
  return (row) =>
    namesOf(row)
      .filter((name) => all.has(keyOf(name).replace(/^the /, '')))
      .map(
        (name) =>
          `"${name}" is what the people of a country are called; take it out, or tell it apart by name`,
      );
}

/** Names that no text can lead to: no word in them, or a single one without the capital that a name needs. */
const lost: Check = ({ entity: { name, aliases, bound = [] } }) =>
  [name, ...aliases, ...bound.map((alias) => partBound(alias)!.name)].flatMap((one) => {
    const tokens = nameTokens(one);
    if (tokens.length === 0)
      return [`"${one}" has no letter or digit, so that it can't be found; take it out`];
    if (startsAsName(tokens, 0, tokens.length)) return [];
    return [`"${one}" is one word without a capital, so that it can't be found; take it out`];
  });
