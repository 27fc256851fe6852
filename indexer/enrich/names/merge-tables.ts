import type { TableProblem } from './lint-tables.ts';
import { keyOfName } from './name-tokens.ts';
import { partBound, type TableRow } from './tables.ts';

/** In place of a name: `-` removes the row of ours with that id, `= other-id` makes its names aliases of that other one. */
const REMOVAL = '-';
const MERGER = /^=\s*(?<into>\S+)$/;

interface Merged {
  rows: TableRow[];
  problems: TableProblem[];
}

/**
 * Our tables with a newsroom's own on top: an own row takes the place of ours with its id, and its name
 * and aliases from the aliases of all others; its removals and mergers are carried out. Problems are those of own rows that name an id which isn't there.
 */
export function mergeTables(ours: readonly TableRow[], own: readonly TableRow[]): Merged {
  const orders = own.filter(isOrder);
  const additions = own.filter((row) => !isOrder(row));
  const gone = new Set(own.map(identity));
  const kept = ours.filter((row) => !gone.has(identity(row)));
  const taken = new Set(additions.flatMap(namesOf).map(keyOfName));
  const removed = new Set(orders.filter(isCountry).map(({ entity }) => entity.id));
  const free = kept.map((row) => without(row, taken, removed));
  return carryOut(orders, ours, [...free, ...additions], taken);
}

const isOrder = ({ entity: { name } }: TableRow) => name === REMOVAL || MERGER.test(name);
const isCountry = ({ entity: { type } }: TableRow) => type === 'country';
const identity = ({ entity: { type, id } }: TableRow) => `${type} ${id}`;
const namesOf = ({ entity: { name, aliases, bound = [] } }: TableRow) => [name, ...aliases, ...bound];

/** A row of ours without the aliases that an own row has, and without the countries that were removed. */
function without(row: TableRow, taken: ReadonlySet<string>, removed: ReadonlySet<string>): TableRow {
  const { aliases, bound, countries } = row.entity;
  const isFree = (alias: string) => !taken.has(keyOfName(alias));
  const entity = {
    ...row.entity,
    aliases: aliases.filter(isFree),
    ...(bound && {
      bound: bound.filter((alias) => isFree(alias) && !removed.has(partBound(alias)!.country)),
    }),
    ...(countries && { countries: countries.filter((code) => !removed.has(code)) }),
  };
  return { ...row, entity };
}

function carryOut(
  orders: readonly TableRow[],
  ours: readonly TableRow[],
  rows: readonly TableRow[],
  taken: ReadonlySet<string>,
): Merged {
  const all = [...rows];
  const problems = orders.flatMap((order) => {
    const { file, line, entity } = order;
    const source = ours.find((row) => identity(row) === identity(order));
    if (!source)
      return [{ file, line, message: `there is no ${entity.type} ${entity.id} to remove or merge` }];
    const into = MERGER.exec(entity.name)?.groups?.['into'];
    if (into === undefined) return [];
    const at = all.findIndex((row) => identity(row) === `${entity.type} ${into}`);
    if (at < 0) return [{ file, line, message: `there is no ${entity.type} ${into} to merge it into` }];
    all[at] = withNames(all[at]!, namesOf(source), taken);
    return [];
  });
  return { rows: all, problems };
}

/** The row with those of the names as aliases that it doesn't have and that no own row has taken. */
function withNames(row: TableRow, names: readonly string[], taken: ReadonlySet<string>): TableRow {
  const has = new Set(namesOf(row).map(keyOfName));
  const more = names.filter((name) => !has.has(keyOfName(name)) && !taken.has(keyOfName(name)));
  const { aliases, bound = [] } = row.entity;
  const isBound = (name: string) => partBound(name) !== undefined;
  const entity = {
    ...row.entity,
    aliases: [...aliases, ...more.filter((name) => !isBound(name))],
    bound: [...bound, ...more.filter(isBound)],
  };
  return { ...row, entity };
}
