import type { FacetChoice, Filters } from '../../query.ts';
import { FACETS, FACET_NAMES, type FacetName } from '../../record.ts';
import { inBox, inCircle } from '../geo.ts';
import { hasAny, type Column, type Columns } from './columns.ts';

/** A condition on a slot. */
export type Test = (slot: number) => boolean;

/** What a search asks of a slot: `hard` always holds, `lifted` doesn't hold when its own facet is counted. */
export interface Conditions {
  hard: Test[];
  lifted: { facet: FacetName; test: Test }[];
}

/** Filters as tests on slots. Plain choices of a facet with one value per update are the ones that can be lifted. */
export function conditions(columns: Columns, filters: Filters): Conditions {
  const { facets, from, to } = filters;
  const hard = [...periodTests(columns, from, to), ...placeTests(columns, filters)];
  const found: Conditions = { hard, lifted: [] };
  for (const facet of FACET_NAMES) {
    const choice = facets[facet];
    if (!choice) continue;
    const column = columns.facets[facet];
    found.hard.push(...hardTests(column, choice, FACETS[facet].values === 'many'));
    if (FACETS[facet].values === 'one' && choice.all?.length)
      found.lifted.push({ facet, test: anyOf(column, choice.all) });
  }
  return found;
}

function hardTests(column: Column, { all = [], any, not }: FacetChoice, many: boolean): Test[] {
  const tests = many ? all.map((value) => anyOf(column, [value])) : [];
  if (any?.length) tests.push(anyOf(column, any));
  if (not?.length) {
    const excluded = anyOf(column, not);
    tests.push((slot) => !excluded(slot));
  }
  return tests;
}

function anyOf(column: Column, values: readonly string[]): Test {
  const wanted = new Set(
    values.map((value) => column.numbers.get(value)).filter((number) => number !== undefined),
  );
  return (slot) => hasAny(column, slot, wanted);
}

const SEQUENCE_BITS = 2 ** 20;
const isDay = (bound: string) => bound.length === 'YYYY-MM-DD'.length;

/** A bare day compares with the blog's own calendar, a moment with the clock of the world; both inclusive. */
function periodTests(columns: Columns, from: string | undefined, to: string | undefined): Test[] {
  const tests: Test[] = [];
  const { starts, values, names } = columns.facets.day;
  const day = (slot: number) => names[values[starts[slot]!]!]!;
  const seconds = (slot: number) => Math.floor(columns.order[slot]! / SEQUENCE_BITS);
  if (from)
    tests.push(
      isDay(from) ? (slot) => day(slot) >= from : (slot) => seconds(slot) >= Date.parse(from) / 1000,
    );
  if (to)
    tests.push(isDay(to) ? (slot) => day(slot) <= to : (slot) => seconds(slot) <= Date.parse(to) / 1000);
  return tests;
}

function placeTests({ points }: Columns, { box, circle }: Filters): Test[] {
  const hasPoint = (isInside: (place: { lat: number; lng: number }) => boolean): Test => {
    return (slot) => {
      const own = points[slot]!;
      for (let at = 0; at < own.length; at += 2)
        if (isInside({ lat: own[at]!, lng: own[at + 1]! })) return true;
      return false;
    };
  };
  const tests: Test[] = [];
  if (box) tests.push(hasPoint((place) => inBox(place, box)));
  if (circle) tests.push(hasPoint((place) => inCircle(place, circle)));
  return tests;
}
