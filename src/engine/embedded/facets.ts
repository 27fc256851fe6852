import type { FacetChoice, Filters, SearchResult } from '../../query.ts';
import type { FacetName } from '../../facets.ts';
import { facetList } from '../facet-list.ts';
import type { Column, Columns } from './columns.ts';
import { counterOf, type Counts } from './counts.ts';
import { numberOf } from './dictionary.ts';
import { joined } from './lists.ts';
import type { Tally } from './tally.ts';
import { topValues } from './top-values.ts';

/** The lists of these facets, as choosing each value would count them. */
export function listFacets(
  columns: Columns,
  counted: Tally,
  { facets, filters, facetLimit }: { facets: FacetName[]; filters: Filters; facetLimit: number },
): SearchResult['facets'] {
  const count = counterOf(columns, counted.matching);
  const lists = facets.map((facet) => {
    const counts = countFacet(columns, counted, facet, count);
    const column = columns.facets[facet];
    const choice = filters.facets[facet];
    const top = topValues(column, counts, facetLimit);
    const listed = choice ? new Map([...top, ...chosenValues(column, counts, choice)]) : top;
    return [facet, facetList(listed, choice, facetLimit)];
  });
  return Object.fromEntries(lists);
}

/** Counts of the matching updates, in a lifted facet also of those that only fail its choice. */
export function countFacet(
  columns: Columns,
  { matching, onlyFailing }: Tally,
  facet: FacetName,
  count = counterOf(columns, matching),
): Counts {
  const more = onlyFailing.get(facet);
  const countHere = more ? counterOf(columns, joined(matching, more)) : count;
  return countHere(columns.facets[facet]);
}

/** Chosen values are listed however few have them. */
function chosenValues(
  column: Column,
  counts: Counts,
  { all = [], any = [] }: FacetChoice,
): [string, number][] {
  return [...all, ...any].map((name) => {
    const at = counts.numbers.indexOf(numberOf(column.names, name) ?? -1);
    return [name, counts.counts[at] ?? 0];
  });
}

/** Counts by name, those above zero. */
export function named({ names }: Column, { numbers, counts }: Counts): [string, number][] {
  const found: [string, number][] = [];
  numbers.forEach((number, i) => {
    if (counts[i]! > 0) found.push([names.names[number]!, counts[i]!]);
  });
  return found;
}
