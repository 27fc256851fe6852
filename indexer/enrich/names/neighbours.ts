import type { NameToken } from './name-tokens.ts';
import { TITLES } from './titles.ts';

/** "the National Guard" isn't a paper called The National, nor "the Sun Valley road" one called The Sun. */
export function goesOn(tokens: readonly NameToken[], at: number, length: number): boolean {
  const next = tokens[at + length];
  if (tokens[at]!.key !== 'the' || length > 2 || !next?.joined) return false;
  return next.capital && !TITLES.has(next.key);
}

/**
 * Does a capital word before a surname make it another person's? "Maher Assad" is not Bashar; a title,
 * a weekday or the first word of a sentence changes nothing, unless that word is a first name.
 */
export function belongsToOther(
  tokens: readonly NameToken[],
  at: number,
  firstNames: ReadonlySet<string>,
): boolean {
  const before = tokens[at - 1];
  if (!before || !tokens[at]!.joined || !before.capital) return false;
  if (TITLES.has(before.key) || ACRONYM.test(before.key)) return false;
  return !before.opens || firstNames.has(before.key);
}

/** A single letter is an initial and belongs to the name after it. */
const ACRONYM = /^\p{Lu}{2,}$/u;

/** Is it the first name of somebody else, "Chad Smith"? Then a capital word follows that is no title. */
export function isFirstName(
  tokens: readonly NameToken[],
  at: number,
  length: number,
  firstNames: ReadonlySet<string>,
): boolean {
  const next = tokens[at + length];
  if (length > 1 || !firstNames.has(tokens[at]!.key) || !next?.joined) return false;
  return next.capital && !TITLES.has(next.key);
}

/** "Michael Jordan" is no country. */
export const isSurname = (tokens: readonly NameToken[], at: number, firstNames: ReadonlySet<string>) =>
  tokens[at]!.joined && firstNames.has(tokens[at - 1]!.key);
