import { createNameIndex, type NameIndex } from './name-index.ts';
import { addMentions, type Field } from '../mention.ts';
import { afterLegalForm, spellings } from './organization-names.ts';
import { isNamedAfter } from './name-shapes.ts';
import { isParticle, type NameToken } from './name-tokens.ts';
import { namesakesIn } from './namesakes.ts';
import { isTitled } from './titles.ts';
import { belongsToOther, goesOn, isFirstName, isSurname } from './neighbours.ts';
import { partBound, type Entity } from './tables.ts';

/** The alias tables, ready to be found in texts. */
export interface KnownNames {
  index: NameIndex<Entity>;
  /** Names that are bound to a country, with those whom they mean. */
  bound: NameIndex<Institution[]>;
  /** People by surname, where that is an organization's whole name as well: Bloomberg. */
  namesakes: ReadonlyMap<string, Entity[]>;
  /** First words of the people's names: what stands before a surname that makes it somebody else's. */
  firstNames: ReadonlySet<string>;
}

/** Whom a bound name means, in a document about that country (ISO code). */
export interface Institution {
  country: string;
  entity: Entity;
}

/** Countries that people are named for. */
const COUNTRIES_AND_FIRST_NAMES = ['Chad', 'Cuba', 'Georgia', 'India', 'Israel', 'Jersey', 'Jordan', 'Kenya'];

/** First names that far more often open an English sentence: "Will Turkey …", "To Aleppo …". */
const SENTENCE_OPENERS: ReadonlySet<string> = new Set('A An Can Do He In Just May So The To Will'.split(' '));

export function knownNames(entities: readonly Entity[]): KnownNames {
  const index = createNameIndex<Entity>();
  for (const entity of entities) for (const name of [entity.name, ...entity.aliases]) index.add(name, entity);
  for (const company of entities.filter(({ type }) => type === 'organization'))
    for (const name of [company.name, ...company.aliases].flatMap(spellings)) index.add(name, company);
  const people = entities.filter(({ type }) => type === 'person').map(({ name }) => name.split(/[ -]/));
  const first = people.flatMap((words) =>
    words.length > 1 && !SENTENCE_OPENERS.has(words[0]!) ? words[0]! : [],
  );
  return {
    index,
    bound: boundNames(entities),
    namesakes: namesakesIn(entities),
    firstNames: new Set([...COUNTRIES_AND_FIRST_NAMES, ...first]),
  };
}

function boundNames(entities: readonly Entity[]): NameIndex<Institution[]> {
  const owners = new Map<string, Institution[]>();
  for (const entity of entities)
    for (const { country, name } of (entity.bound ?? []).flatMap((alias) => partBound(alias) ?? []))
      owners.set(name, [...(owners.get(name) ?? []), { country, entity }]);
  const index = createNameIndex<Institution[]>();
  for (const [name, institutions] of owners) index.add(name, institutions);
  return index;
}

/** Marks every name that the tables know. */
export function findKnownNames(field: Field, { index, namesakes, firstNames }: KnownNames): void {
  addMentions(field, (tokens, at) => {
    const found = index.longestAt(tokens, at);
    if (!found || !startsAsName(tokens, at, found.length) || goesOn(tokens, at, found.length))
      return undefined;
    const entity = bearer(tokens, at, found, namesakes);
    if (!entity || (entity.type !== 'thing' && isNamedAfter(tokens, at))) return undefined;
    if (entity.type === 'person' && found.length <= 2 && belongsToOther(tokens, at, firstNames))
      return undefined;
    const inPersonsName =
      isSurname(tokens, at, firstNames) || isFirstName(tokens, at, found.length, firstNames);
    if (entity.type === 'country' && inPersonsName) return undefined;
    const end = at + found.length;
    const to = entity.type === 'organization' ? afterLegalForm(tokens, end) : end;
    return { to, means: { entity }, by: `${entity.type} table` };
  });
}

/** Whom a name means: "Mayor Bloomberg" is no agency; where several people have that surname, the tables can't tell. */
function bearer(
  tokens: readonly NameToken[],
  at: number,
  { value, length }: { value: Entity; length: number },
  people: KnownNames['namesakes'],
): Entity | undefined {
  const isPerson = length === 1 && value.type === 'organization' && isTitled(tokens, at);
  const sharing = isPerson ? people.get(tokens[at]!.key) : undefined;
  if (!sharing) return value;
  return sharing.length === 1 ? sharing[0] : undefined;
}

/** A name of one word needs a capital somewhere (`Nato`, `eBay`, `3M`); `state department` has two words and needs none. */
export const startsAsName = (tokens: readonly NameToken[], at: number, length: number): boolean =>
  length > 1 || /\p{Lu}/u.test(tokens[at]!.key) || isParticle(tokens[at]!.key);
