import { addMentions, type Field, type Mention } from '../mention.ts';
import { belongsToOther, isFirstName, type KnownNames } from './known-names.ts';
import { createNameIndex, type NameIndex } from './name-index.ts';
import { isVariant, namesIn } from './person-names.ts';
import { nearest, referentsOf, type Referent, type Referents } from './referents.ts';

/**
 * Finds out whom the names of a document mean: all spellings of a full name are one person; a surname
 * is the person's whom the document names in full, an acronym the organization's. Of two who share a
 * surname it is the one named last before.
 */
export function resolveNames(fields: readonly Field[], { firstNames }: KnownNames): void {
  const referents = referentsOf(fields);
  const short = shortForms(referents);
  let position = 0;
  for (const field of fields) {
    const start = position;
    field.mentions = field.mentions.map((mention) => {
      const referent = referents.of.get(mention) ?? whoIs(field, mention, start, short, referents);
      return referent ? { ...mention, means: referent.means } : mention;
    });
    addShortForms(field, start, short, firstNames);
    position += field.tokens.length;
  }
}

function shortForms({ all }: Referents): NameIndex<Referent[]> {
  const owners = new Map<string, Referent[]>();
  for (const referent of all) {
    for (const form of referent.forms) owners.set(form, [...(owners.get(form) ?? []), referent]);
  }
  const short = createNameIndex<Referent[]>();
  for (const [form, referents] of owners) short.add(form, referents);
  return short;
}

/** Whom a name means that isn't a full one; nobody if the document doesn't say. */
function whoIs(
  field: Field,
  { from, to, means }: Mention,
  start: number,
  short: NameIndex<Referent[]>,
  { all }: Referents,
): Referent | undefined {
  const words = field.tokens.slice(from, to);
  const found = formOf(words, short);
  if ('entity' in means) {
    // The tables know whom a bare surname usually means; a document that names only another in full knows better.
    if (means.entity.type !== 'person' || all.some((referent) => meansSame(referent, means.entity)))
      return undefined;
    const others = found?.filter(({ type, at }) => type === 'person' && at[0]! < start + from);
    return others?.length ? nearest(others, start + from) : undefined;
  }
  if (!('unlisted' in means)) return undefined;
  if (found) return nearest(found, start + from);
  return means.unlisted.type === 'person' ? onlyOne(all, namesIn(words)) : undefined;
}

const meansSame = ({ means }: Referent, entity: object): boolean =>
  'entity' in means && means.entity === entity;

const formOf = (words: Field['tokens'], short: NameIndex<Referent[]>): Referent[] | undefined => {
  const isAll = (tokens: Field['tokens']) => {
    const found = short.longestAt(tokens, 0);
    return found?.length === tokens.length ? found.value : undefined;
  };
  return isAll(words) ?? (words.length > 1 ? isAll(words.slice(-1)) : undefined);
};

/** The only person of the document with this first name, or whose surname is spelt like this. */
function onlyOne(all: readonly Referent[], [name, ...more]: string[]): Referent | undefined {
  if (name === undefined || more.length > 0) return undefined;
  const fitting = all.filter(
    ({ type, names }) =>
      type === 'person' &&
      names.some((words) => {
        const parts = namesIn(words);
        return parts[0] === name || isVariant(parts.at(-1) ?? '', name);
      }),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Marks short forms that neither tables nor tagger saw. */
function addShortForms(
  field: Field,
  start: number,
  short: NameIndex<Referent[]>,
  firstNames: ReadonlySet<string>,
): void {
  addMentions(field, (tokens, at) => {
    const found = short.longestAt(tokens, at);
    const isName = found && tokens.slice(at, at + found.length).some(({ capital }) => capital);
    if (!isName || belongsToOther(tokens, at, firstNames)) return undefined;
    if (isFirstName(tokens, at, found.length, firstNames)) return undefined;
    const { type, means } = nearest(found.value, start + at);
    return { to: at + found.length, means, by: type === 'person' ? 'surname' : 'acronym' };
  });
}
