import { join } from 'node:path';
import { nameTokens } from '../names/name-tokens.ts';
import { rows } from '../names/tables.ts';

export type Gender = 'f' | 'm';

/** The gender of people by the first word of their names; absent where men and women bear a name. */
export type Genders = ReadonlyMap<string, Gender>;

/** Reads the first names of a folder of tables. @throws Error naming file and line. */
export const readGenders = (folder: string): Genders =>
  new Map(
    rows(join(folder, 'first-names.tsv'), 2).map(([name, gender]) => [
      firstKey(name!),
      gender === 'f' ? 'f' : 'm',
    ]),
  );

/** Can a pronoun of this gender mean the person of this name? Unknown names are taken for the gender of their first pronoun. */
export type Agreement = (name: string, gender: Gender) => boolean;

/** The agreement of names and pronouns in one text. */
export function agreementIn(genders: Genders): Agreement {
  const learned = new Map<string, Gender>();
  return (name, gender) => {
    const known = genderOf(genders, name) ?? learned.get(name);
    if (known === undefined) learned.set(name, gender);
    return known === undefined || known === gender;
  };
}

/** The gender of a person of this full name; nothing if its first word doesn't tell. */
export const genderOf = (genders: Genders, name: string): Gender | undefined => genders.get(firstKey(name));

const firstKey = (name: string): string => nameTokens(name)[0]?.key ?? '';
