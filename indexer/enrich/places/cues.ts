import type { Field } from '../mention.ts';
import type { NameToken } from '../names/name-tokens.ts';

/** A division of a country, or a city, town or district. */
export type Kind = 'region' | 'city';

const LOCATIVE = new Set(['in', 'near', 'outside', 'around', 'across', 'inside']);
const REGION_WORD =
  /^(?:province|county|state|governorate|oblast|prefecture|region|district|parish|department|emirate)$/iu;
/** Offices that states and provinces have, "New York Gov.". */
const OF_STATES = new Set('Governor Gov Senator Sen Congressman Congresswoman'.split(' '));
/** "The Boston district attorney" is of no Boston district. */
const COURT = new Set(['attorney', 'court', 'judge']);
const CITY_BEFORE =
  /(?:\b(?:city|town|village|port|suburb|municipality|capital|neighbou?rhood|district|hamlet|settlement|resort|community|township)(?: of| named)?|\b\d{1,3}, of|\bcapital,|\bcapital city,)\s$/u;
const REGION_BEFORE = /\b(?:province|county|state|governorate|prefecture|region|department|island) of\s$/u;

/** Does something happen there, "in Kourou", "near Aleppo", "the city of Homs"? */
export function isScene({ text, tokens }: Field, from: number): boolean {
  const { start, joined } = tokens[from]!;
  if (joined && LOCATIVE.has(tokens[from - 1]?.key ?? '')) return true;
  return CITY_BEFORE.test(text.slice(Math.max(0, start - 30), start));
}

/** What the words around a name call it: "Aleppo province", "the city of Aleppo". */
export function kindGiven({ text, tokens }: Field, from: number, to: number): Kind | undefined {
  const next = tokens[to];
  const ofCourt = next?.key === 'district' && COURT.has(tokens[to + 1]?.key ?? '');
  if (next?.joined && !ofCourt && (REGION_WORD.test(next.key) || OF_STATES.has(next.key))) return 'region';
  const before = text.slice(Math.max(0, tokens[from]!.start - 30), tokens[from]!.start);
  if (REGION_BEFORE.test(before)) return 'region';
  return CITY_BEFORE.test(before) ? 'city' : undefined;
}

/** Is the capital word after a name only what kind of region it is, "Nyanza Province"? */
export const isDesignator = (next: NameToken | undefined): boolean =>
  next?.joined === true && next.capital && REGION_WORD.test(next.key);
