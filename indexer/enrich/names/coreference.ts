import { addMentions, type Field, type Mention } from '../mention.ts';
import type { Genders } from '../quotes/genders.ts';
import { allowedBy } from './courtesies.ts';
import type { KnownNames } from './known-names.ts';
import { belongsToOther, isFirstName } from './neighbours.ts';
import { nearest, referentsOf, type Referent, type Referents } from './referents.ts';
import { isNobody, speaksOrHasTitle } from './lone-names.ts';
import { shortNames, type ShortNames } from './short-names.ts';

/**
 * Finds out whom the names of a document mean: all spellings of a full name are one person; a surname
 * is the person's whom the document names in full, an acronym the organization's. Of two who share a
 * surname it is the one named last before, unless `Mr` or `Ms` tells them apart.
 */
export function resolveNames(fields: readonly Field[], { firstNames }: KnownNames, genders: Genders): void {
  const referents = referentsOf(fields);
  const short = shortNames(referents.all);
  const allowedAt = ({ tokens }: Field, at: number) => allowedBy(tokens, at, genders);
  let position = 0;
  for (const field of fields) {
    const start = position;
    field.mentions = field.mentions.flatMap((mention) => {
      const referent =
        referents.of.get(mention) ??
        whoIs(field, mention, start, allowedAt(field, mention.from), short, referents);
      if (referent) return { ...mention, means: referent.means };
      return isNobody(field, mention, firstNames) ? [] : mention;
    });
    addShortNames(field, start, allowedAt, short, firstNames);
    position += field.tokens.length;
  }
}

/** Whom a name means that isn't a full one; nobody if the document doesn't say. `start` is the field's position. */
function whoIs(
  field: Field,
  mention: Mention,
  start: number,
  allowed: (name: string) => boolean,
  short: ShortNames,
  { listed }: Referents,
): Referent | undefined {
  const { from, to, means } = mention;
  const words = field.tokens.slice(from, to);
  if ('entity' in means) {
    if (means.entity.type === 'organization' && !speaksOrHasTitle(field, mention)) return undefined;
    // The tables know whom a bare surname usually means; a document that names only another in full knows better.
    const stands = listed.has(means.entity) && allowed(means.entity.name);
    if (means.entity.type === 'person' && stands) return undefined;
    const others = short
      .ownersOf(words)
      ?.filter(({ type, at }) => type === 'person' && at[0]! < start + from);
    return others?.length ? nearest(others, start + from, allowed) : undefined;
  }
  if (!('unlisted' in means)) return undefined;
  const owners = short.ownersOf(words);
  if (owners) return nearest(owners, start + from, allowed);
  return means.unlisted.type === 'person' ? short.onlyPerson(words) : undefined;
}

/** Marks short names that neither tables nor tagger saw. */
function addShortNames(
  field: Field,
  start: number,
  allowedAt: (field: Field, at: number) => (name: string) => boolean,
  { forms }: ShortNames,
  firstNames: ReadonlySet<string>,
): void {
  addMentions(field, (tokens, at) => {
    const found = forms.longestAt(tokens, at);
    const isName = found && tokens.slice(at, at + found.length).some(({ capital }) => capital);
    if (!isName || belongsToOther(tokens, at, firstNames)) return undefined;
    if (isFirstName(tokens, at, found.length, firstNames)) return undefined;
    const { type, means } = nearest(found.value, start + at, allowedAt(field, at));
    return { to: at + found.length, means, by: type === 'person' ? 'surname' : 'acronym' };
  });
}
