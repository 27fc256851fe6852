import { genderOf, type Gender, type Genders } from '../quotes/genders.ts';
import type { NameToken } from './name-tokens.ts';

const COURTESIES: ReadonlyMap<string, Gender> = new Map([
  ['Mr', 'm'],
  ['Mrs', 'f'],
  ['Ms', 'f'],
  ['Miss', 'f'],
]);

/**
 * Which full names the courtesy before a surname allows: of Hillary and Bill Clinton `Mrs. Clinton` is
 * the first. Without a courtesy, and where a first name tells no gender, all of them. `at` is the surname's.
 */
export function allowedBy(
  tokens: readonly NameToken[],
  at: number,
  genders: Genders,
): (name: string) => boolean {
  const { joined, glue } = tokens[at]!;
  const gender = joined || glue === '.' ? COURTESIES.get(tokens[at - 1]!.key) : undefined;
  return (name) => !gender || (genderOf(genders, name) ?? gender) === gender;
}
