import { addMentions, type Field } from '../mention.ts';
import { belongsToOther, startsAsName, type Institution, type KnownNames } from './known-names.ts';
import type { NameIndex } from './name-index.ts';
import type { NameToken } from './name-tokens.ts';
import { partBound, type Entity } from './tables.ts';

/** What a document says of countries: how often it points to each (ISO codes), and what nationalities point to. */
export interface Countries {
  votes: ReadonlyMap<string, number>;
  demonyms: NameIndex<string[]>;
}

/**
 * Marks names that many countries' institutions bear: "the Senate" is that of the country which stands
 * beside it ("the French Senate"), else the one that the document names otherwise as well, else that of
 * the country which the document names most. Where none of these is in the tables, nothing is marked.
 */
export function findHomeNames(
  fields: readonly Field[],
  { bound, firstNames }: KnownNames,
  { votes, demonyms }: Countries,
): void {
  const named = new Set(fields.flatMap(({ mentions }) => mentions.flatMap(({ means }) => entityOf(means))));
  const home = homeOf(votes, named);
  for (const field of fields) {
    addMentions(field, (tokens, at) => {
      const found = bound.longestAt(tokens, at);
      if (!found || !startsAsName(tokens, at, found.length) || isElsewhere(tokens, at + found.length))
        return undefined;
      const owner = ownerOf(field, at, demonyms);
      if (!owner && belongsToOther(tokens, at, firstNames)) return undefined;
      const entity = owner
        ? of(found.value, (country) => owner.includes(country))
        : (found.value.find((one) => named.has(one.entity))?.entity ??
          of(found.value, (country) => country === home));
      return entity && { to: at + found.length, means: { entity }, by: 'organization table' };
    });
  }
}

const entityOf = (means: Field['mentions'][number]['means']): Entity[] =>
  'entity' in means ? [means.entity] : [];

const of = (institutions: readonly Institution[], isIt: (country: string) => boolean): Entity | undefined =>
  institutions.find(({ country }) => isIt(country))?.entity;

/** The country that a document names most, its institutions included; none if two are named alike. */
function homeOf(votes: ReadonlyMap<string, number>, named: ReadonlySet<Entity>): string | undefined {
  const all = new Map(votes);
  for (const { bound = [] } of named)
    for (const country of new Set(bound.flatMap((alias) => partBound(alias)?.country ?? [])))
      all.set(country, (all.get(country) ?? 0) + 1);
  const [first, second] = [...all].sort(([, one], [, other]) => other - one);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** The countries that stand right before a name, "Iraqi" or "Iraq’s"; empty where a division does: "the Texas Senate". */
function ownerOf(
  { tokens, mentions }: Field,
  at: number,
  demonyms: NameIndex<string[]>,
): readonly string[] | undefined {
  if (!tokens[at]!.joined) return undefined;
  const nationality = demonyms.longestAt(tokens, at - 1);
  if (nationality?.length === 1 && tokens[at - 1]!.capital) return nationality.value;
  const end = tokens[at - 1]!.key === 's' ? at - 1 : at;
  const [owner] = mentions.flatMap(({ to, means }) => (to === end ? entityOf(means) : []));
  if (owner?.type === 'country') return [owner.id];
  return owner?.type === 'region' ? [] : undefined;
}

/** "the Supreme Court of Nigeria": whose it is comes after the name. */
function isElsewhere(tokens: readonly NameToken[], to: number): boolean {
  const [link, next] = [tokens[to], tokens[to + 1]];
  return link?.joined === true && link.key === 'of' && next?.joined === true && next.capital;
}
