import { FACET_NAMES, type FacetName } from '../../record.ts';

/** The values of one facet for every slot: slot `s` has `values[starts[s] … starts[s + 1])`, numbers into `names`. */
export interface Column {
  names: string[];
  numbers: Map<string, number>;
  starts: number[];
  values: number[];
}

/**
 * What filters and counts need, in memory. A slot is an update's place in these columns; slots are
 * only ever added, in the order of their database rows, and die when their update is replaced.
 */
export interface Columns {
  rows: number[];
  /** From database row to slot. */
  slots: Map<number, number>;
  alive: boolean[];
  order: number[];
  summary: boolean[];
  /** The hour, or the day where no hour is known: what histograms count. */
  clock: Column;
  facets: Record<FacetName, Column>;
  /** Latitude, longitude, latitude, … of every located place of a slot. */
  points: (readonly number[])[];
  /** Living slots, newest first. */
  newestFirst: Uint32Array;
}

/** One update as the database stores it for the columns: row, order, `[summary, clock, points, …values per facet]`. */
export type ColumnRow = { row: number; position: number; facets: string };

const emptyColumn = (): Column => ({ names: [], numbers: new Map(), starts: [0], values: [] });

export const emptyColumns = (): Columns => ({
  rows: [],
  slots: new Map(),
  alive: [],
  order: [],
  summary: [],
  clock: emptyColumn(),
  facets: Object.fromEntries(FACET_NAMES.map((facet) => [facet, emptyColumn()])) as Record<FacetName, Column>,
  points: [],
  newestFirst: new Uint32Array(),
});

/** Brings the columns in step with the database: `added` are its rows after the last known one, `living` all its rows. */
export function update(columns: Columns, added: Iterable<ColumnRow>, living: readonly number[]): void {
  for (const row of added) addSlot(columns, row);
  columns.alive.fill(false);
  for (const row of living) columns.alive[columns.slots.get(row)!] = true;
  const { order } = columns;
  columns.newestFirst = Uint32Array.from(living, (row) => columns.slots.get(row)!).sort(
    (a, b) => order[b]! - order[a]!,
  );
}

/** Shared by the many updates without a place. */
const NOWHERE: readonly number[] = [];

function addSlot(columns: Columns, { row, position, facets }: ColumnRow): void {
  const [summary, clock, points, ...values] = JSON.parse(facets) as [number, string, number[], ...string[][]];
  columns.slots.set(row, columns.rows.length);
  columns.rows.push(row);
  columns.alive.push(true);
  columns.order.push(position);
  columns.summary.push(summary === 1);
  columns.points.push(points.length > 0 ? points : NOWHERE);
  addValues(columns.clock, [clock]);
  FACET_NAMES.forEach((facet, i) => addValues(columns.facets[facet], values[i] ?? []));
}

function addValues(column: Column, values: readonly string[]): void {
  for (const name of values) {
    let number = column.numbers.get(name);
    if (number === undefined) {
      number = column.names.push(name) - 1;
      column.numbers.set(name, number);
    }
    column.values.push(number);
  }
  column.starts.push(column.values.length);
}

/** Does the slot have one of these value numbers? */
export function hasAny(column: Column, slot: number, wanted: ReadonlySet<number>): boolean {
  for (let at = column.starts[slot]!; at < column.starts[slot + 1]!; at++) {
    if (wanted.has(column.values[at]!)) return true;
  }
  return false;
}

/** Adds one to the count of each of the slot's values. */
export function countValues(column: Column, slot: number, counts: Uint32Array): void {
  for (let at = column.starts[slot]!; at < column.starts[slot + 1]!; at++) counts[column.values[at]!]!++;
}
