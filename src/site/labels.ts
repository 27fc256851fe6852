import { FACET_NAMES, FACETS, type FacetName } from '../facets.ts';
import type { Library } from './library.ts';
import { dayName } from './moment.ts';

const COUNTING = new Intl.NumberFormat('en-US');

export const number = (count: number): string => COUNTING.format(count);

/** "1 update", "1,204 updates". */
export const counted = (count: number, one: string): string =>
  `${number(count)} ${one}${count === 1 ? '' : 's'}`;

/** A facet value as people read it. */
export function valueLabel(facet: FacetName, value: string, library: Library): string {
  if (facet === 'document') return library.titles.get(value) ?? value;
  return (facet === 'day' || facet === 'mentioned') && isDay(value) ? dayName(value, 'd LLL yyyy') : value;
}

const HOW = { '': '', '.any': 'any: ', '.not': 'not ' } as const;

/** What a parameter that narrows the search says on its chip; undefined for parameters that don't narrow. */
export function choiceLabel(name: string, value: string, library: Library): string | undefined {
  if (name === 'from' || name === 'to')
    return `${name} ${isDay(value) ? dayName(value, 'd LLL yyyy') : value}`;
  if (name === 'match') return value === 'exact' ? 'exact words' : undefined;
  const facet = FACET_NAMES.find((known) => name === known || name.startsWith(`${known}.`));
  if (!facet) return undefined;
  return HOW[name.slice(facet.length) as keyof typeof HOW] + valueLabel(facet, value, library);
}

/** What a chip is about: "People", "Dates". */
export function choiceKind(name: string): string {
  if (name === 'from' || name === 'to') return 'Dates';
  if (name === 'match') return 'Spelling';
  return FACETS[name.split('.')[0] as FacetName].label;
}

/** A bare calendar day, as the date fields of the page hold it. */
export const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
