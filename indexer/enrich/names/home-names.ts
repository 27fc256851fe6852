import { addMentions, type Field } from '../mention.ts';
import { startsAsName, type Institution, type KnownNames } from './known-names.ts';
import { belongsToOther } from './neighbours.ts';
import type { NameIndex } from './name-index.ts';
import type { NameToken } from './name-tokens.ts';
import { partBound, type Entity } from './tables.ts';

/** How often texts point to each country (ISO codes), and what nationalities point to. */
export interface Countries {
  votesOf: (fields: readonly Field[]) => ReadonlyMap<string, number>;
  demonyms: NameIndex<string[]>;
}

/** A country that a document names this much less than another is not what it is about. */
const CLEAR = 1.5;

/**
 * Marks names that many countries' institutions bear: "the Senate" is that of the country which stands
 * beside it ("the French Senate"), else the one that the document names otherwise as well, else that of
 * the country which this text, or else the document, names most. Where two such countries have one of that
 * name, or none has, nothing is marked.
 */
export function findHomeNames(
  fields: readonly Field[],
  { bound, firstNames }: KnownNames,
  { votesOf, demonyms }: Countries,
): void {
  const named = new Set(entitiesIn(fields));
  const home = leading(fields, votesOf, CLEAR);
  for (const field of fields) {
    const here = leading([field], votesOf, 1);
    addMentions(field, (tokens, at) => {
      const found = bound.longestAt(tokens, at);
      if (!found || !startsAsName(tokens, at, found.length) || isElsewhere(tokens, at + found.length))
        return undefined;
      if (isShouted(tokens, at, at + found.length)) return undefined;
      const owner = ownerOf(field, at, demonyms);
      if (!owner && belongsToOther(tokens, at, firstNames)) return undefined;
      const entity = owner ? onlyOne(found.value, owner) : chosen(found.value, named, [here, home]);
      return entity && { to: at + found.length, means: { entity }, by: 'organization table' };
    });
  }
}

const entityOf = (means: Field['mentions'][number]['means']): Entity[] =>
  'entity' in means ? [means.entity] : [];

const entitiesIn = (fields: readonly Field[]): Entity[] =>
  fields.flatMap(({ mentions }) => mentions.flatMap(({ means }) => entityOf(means)));

/** The institution of these countries; none if several have one of that name. */
function onlyOne(institutions: readonly Institution[], countries: readonly string[]): Entity | undefined {
  const theirs = institutions.filter(({ country }) => countries.includes(country));
  const [one, ...others] = new Set(theirs.map(({ entity }) => entity));
  return others.length === 0 ? one : undefined;
}

/** The institution that has another name in the document, else that of the nearest countries that have one. */
function chosen(
  institutions: readonly Institution[],
  named: ReadonlySet<Entity>,
  nearestFirst: readonly (readonly string[])[],
): Entity | undefined {
  const other = institutions.find(({ entity }) => named.has(entity));
  if (other) return other.entity;
  const having = nearestFirst.find((countries) =>
    institutions.some(({ country }) => countries.includes(country)),
  );
  return having && onlyOne(institutions, having);
}

/** The countries that texts name most, their institutions included, down to `clear` times less often. */
function leading(fields: readonly Field[], votesOf: Countries['votesOf'], clear: number): string[] {
  const all = new Map(votesOf(fields));
  for (const { bound = [] } of entitiesIn(fields))
    for (const country of new Set(bound.flatMap((alias) => partBound(alias)?.country ?? [])))
      all.set(country, (all.get(country) ?? 0) + 1);
  const most = Math.max(...all.values());
  return [...all].flatMap(([country, votes]) => (votes * clear >= most ? [country] : []));
}

/** The countries that stand right before a name, "Iraqi" or "Iraq’s"; empty where a division does: "the Texas Senate", "the state Senate". */
function ownerOf(
  { tokens, mentions }: Field,
  at: number,
  demonyms: NameIndex<string[]>,
): readonly string[] | undefined {
  if (!tokens[at]!.joined) return undefined;
  if (tokens[at - 1]!.key === 'state') return [];
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

const CAPITALS = /^\p{Lu}{2,}$/u;

/** In "THIS IS A TEST" nothing says that IS is more than a word. */
function isShouted(tokens: readonly NameToken[], from: number, to: number): boolean {
  if (!CAPITALS.test(tokens[from]!.key)) return false;
  const [before, after] = [tokens[from - 1], tokens[to]];
  const beside = [tokens[from]!.joined ? before : undefined, after?.joined ? after : undefined];
  return beside.some((word) => word !== undefined && CAPITALS.test(word.key));
}
