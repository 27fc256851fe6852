import type { FacetChoice, Filters } from '../../query.ts';
import { FACETS, FACET_NAMES, type FacetName } from '../../facets.ts';
import { inBox, inCircle } from '../geo.ts';
import { hasAny, maskOf, type Column, type Columns } from './columns.ts';

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

const anyOf = (column: Column, values: readonly string[]): Test => inMask(column, maskOf(column, values));

const inMask =
  (column: Column, mask: Uint8Array): Test =>
  (slot) =>
    hasAny(column, slot, mask);

const SEQUENCE_BITS = 2 ** 20;
const isDay = (bound: string) => bound.length === 'YYYY-MM-DD'.length;

/** A bare day compares with the blog's own calendar, a moment with the clock of the world; both inclusive. */
function periodTests(columns: Columns, from: string | undefined, to: string | undefined): Test[] {
  const { day } = columns.facets;
  const days = (isInside: (day: string) => boolean) =>
    inMask(
      day,
      Uint8Array.from(day.names.names, (name) => (isInside(name) ? 1 : 0)),
    );
  const seconds = (slot: number) => Math.floor(columns.order[slot]! / SEQUENCE_BITS);
  const tests: Test[] = [];
  if (from) tests.push(isDay(from) ? days((name) => name >= from) : since(seconds, from));
  if (to) tests.push(isDay(to) ? days((name) => name <= to) : until(seconds, to));
  return tests;
}

function since(seconds: (slot: number) => number, moment: string): Test {
  const bound = Date.parse(moment) / 1000;
  return (slot) => seconds(slot) >= bound;
}

function until(seconds: (slot: number) => number, moment: string): Test {
  const bound = Date.parse(moment) / 1000;
  return (slot) => seconds(slot) <= bound;
}

function placeTests({ points: { starts, values } }: Columns, { box, circle }: Filters): Test[] {
  const hasPoint = (isInside: (place: { lat: number; lng: number }) => boolean): Test => {
    return (slot) => {
      for (let at = starts[slot]!; at < starts[slot + 1]!; at += 2)
        if (isInside({ lat: values[at]!, lng: values[at + 1]! })) return true;
      return false;
    };
  };
  const tests: Test[] = [];
  if (box) tests.push(hasPoint((place) => inBox(place, box)));
  if (circle) tests.push(hasPoint((place) => inCircle(place, circle)));
  return tests;
}
