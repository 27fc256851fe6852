import { addMentions, type Field, type Mention } from '../mention.ts';
import type { KnownNames } from './known-names.ts';
import { belongsToOther, isFirstName } from './neighbours.ts';
import { nearest, referentsOf, type Referent, type Referents } from './referents.ts';
import { isNobody, speaksOrHasTitle } from './lone-names.ts';
import { shortNames, type ShortNames } from './short-names.ts';

/**
 * Finds out whom the names of a document mean: all spellings of a full name are one person; a surname
 * is the person's whom the document names in full, an acronym the organization's. Of two who share a
 * surname it is the one named last before.
 */
export function resolveNames(fields: readonly Field[], { firstNames }: KnownNames): void {
  const referents = referentsOf(fields);
  const short = shortNames(referents.all);
  let position = 0;
  for (const field of fields) {
    const start = position;
    field.mentions = field.mentions.flatMap((mention) => {
      const referent = referents.of.get(mention) ?? whoIs(field, mention, start, short, referents);
      if (referent) return { ...mention, means: referent.means };
      return isNobody(field, mention, firstNames) ? [] : mention;
    });
    addShortNames(field, start, short, firstNames);
    position += field.tokens.length;
  }
}

/** Whom a name means that isn't a full one; nobody if the document doesn't say. `start` is the field's position. */
function whoIs(
  field: Field,
  mention: Mention,
  start: number,
  short: ShortNames,
  { listed }: Referents,
): Referent | undefined {
  const { from, to, means } = mention;
  const words = field.tokens.slice(from, to);
  if ('entity' in means) {
    if (means.entity.type === 'organization' && !speaksOrHasTitle(field, mention)) return undefined;
    // The tables know whom a bare surname usually means; a document that names only another in full knows better.
    if (means.entity.type === 'person' && listed.has(means.entity)) return undefined;
    const others = short
      .ownersOf(words)
      ?.filter(({ type, at }) => type === 'person' && at[0]! < start + from);
    return others?.length ? nearest(others, start + from) : undefined;
  }
  if (!('unlisted' in means)) return undefined;
  const owners = short.ownersOf(words);
  if (owners) return nearest(owners, start + from);
  return means.unlisted.type === 'person' ? short.onlyPerson(words) : undefined;
}

/** Marks short names that neither tables nor tagger saw. */
function addShortNames(
  field: Field,
  start: number,
  { forms }: ShortNames,
  firstNames: ReadonlySet<string>,
): void {
  addMentions(field, (tokens, at) => {
    const found = forms.longestAt(tokens, at);
    const isName = found && tokens.slice(at, at + found.length).some(({ capital }) => capital);
    if (!isName || belongsToOther(tokens, at, firstNames)) return undefined;
    if (isFirstName(tokens, at, found.length, firstNames)) return undefined;
    const { type, means } = nearest(found.value, start + at);
    return { to: at + found.length, means, by: type === 'person' ? 'surname' : 'acronym' };
  });
}
