import type { City, Gazetteer } from './gazetteer.ts';
import type { TaggedName } from '../tagger/tag.ts';
import type { KnownNames } from '../names/known-names.ts';
import { addMentions, type Field } from '../mention.ts';
import { isParticle, type NameToken } from '../names/name-tokens.ts';

/** From this size on a city is known without its country. */
const WELL_KNOWN = 1_000_000;
/** A smaller one needs its country in the document, or that something happens there ("in Kourou") somewhere in it. */
const LOCATABLE = 10_000;
const SHORTEST_ALTERNATE = 5;
/** What a namesake's country weighs against its size: named in the document five times, named most often fifty times the population. */
const NAMED_COUNTRY = 5;
const MAIN_COUNTRY = 50;

const LOCATIVE = new Set(['in', 'near', 'outside', 'around']);
const INSTITUTIONS = new Set([
  'University',
  'Bank',
  'Institute',
  'Museum',
  'Bishop',
  'Archbishop',
  'Battle',
  'Treaty',
  'Court',
  'College',
  'Duke',
  'Duchess',
]);
const AFTER_CITY = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
);
const DIRECTIONS = new Set(
  'North South East West Northern Southern Eastern Western Central Greater Downtown Inner Old'.split(' '),
);
/** "Geneva II" is a conference, the "Kyoto Protocol" a paper. */
const EVENT =
  /^(?:[IVX]{1,4}|\d{1,2}|(?:Conventions?|Accords?|Agreement|Treaty|Protocol|Pact|Declaration|[Cc]ommunique|Conference|Summit|Process|Plan))$/;

export const isEvent = (next: NameToken | undefined): boolean =>
  next?.joined === true && EVENT.test(next.key);

/** What a whole document says about the places in it. */
export interface DocumentContext {
  /** Codes of the countries that it names, the one that it names most often first. */
  countries: ReadonlySet<string>;
  /** First words of names where something happens: "in Kourou", "near Aleppo". */
  scenes: ReadonlySet<string>;
}

export function scenesOf(fields: readonly Field[]): Set<string> {
  const afterLocative = ({ tokens }: Field) =>
    tokens
      .filter(({ capital, joined }, at) => capital && joined && LOCATIVE.has(tokens[at - 1]!.key))
      .map(({ key }) => key);
  return new Set(fields.flatMap(afterLocative));
}

/**
 * Marks the cities that the gazetteer knows, except where the name is more likely something else: a
 * stop name, a part of a longer name, an event. The document's countries decide between namesakes and
 * vouch for small places, and so does the tagger, where it sees a location (`locations`).
 */
export function findCities(
  field: Field,
  gazetteer: Gazetteer,
  { countries, scenes }: DocumentContext,
  { firstNames }: KnownNames,
  locations: readonly TaggedName[],
): void {
  const seen = new Map(locations.map(({ from, to }) => [from, to]));
  const claimed = new Set(
    field.mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  addMentions(field, (tokens, at) => {
    if (!tokens[at]!.capital) return undefined;
    const found = gazetteer.names.longestAt(tokens, at);
    const other = found ? undefined : gazetteer.alternates.longestAt(tokens, at);
    const { value: namesakes, length } = found ?? other ?? { value: [], length: 0 };
    if (length === 0 || (length === 1 && isParticle(tokens[at]!.key))) return undefined;
    const isSeen = seen.get(at) === at + length;
    if (length === 1 && gazetteer.stopNames.has(tokens[at]!.key) && !isSeen) return undefined;
    if (isEvent(tokens[at + length])) return undefined;
    if (!isSeen && isPartOfName(tokens, at, length, claimed, firstNames)) return undefined;
    const city = mostLikely(namesakes, countries, countriesAfterComma(field, at + length));
    const trusted = found
      ? isSeen || isTrusted(city, countries, scenes.has(tokens[at]!.key))
      : isTrustedAlternate(city, tokens, at, length, countries);
    return trusted ? { to: at + length, means: { city }, by: 'gazetteer' } : undefined;
  });
}

/** "Moscow, Idaho": the region or country that a city is given with. */
function countriesAfterComma({ text, tokens, mentions }: Field, at: number): readonly string[] {
  const [city, next] = [tokens[at - 1]!, tokens[at]];
  if (!next || text.slice(city.end, next.start) !== ', ') return [];
  const means = mentions.find(({ from }) => from === at)?.means;
  if (!means || !('entity' in means)) return [];
  return means.entity.type === 'country' ? [means.entity.id] : (means.entity.countries ?? []);
}

function mostLikely(
  namesakes: readonly City[],
  countries: ReadonlySet<string>,
  given: readonly string[],
): City {
  const [main] = countries;
  const there = namesakes.filter(({ country }) => given.includes(country));
  const bonus = (country: string) =>
    country === main ? MAIN_COUNTRY : countries.has(country) ? NAMED_COUNTRY : 1;
  const weight = ({ population, country }: City) => population * bonus(country);
  const candidates = there.length > 0 ? there : namesakes;
  return candidates.reduce((best, city) => (weight(city) > weight(best) ? city : best));
}

function isTrusted({ population, country }: City, countries: ReadonlySet<string>, isScene: boolean): boolean {
  return population >= WELL_KNOWN || countries.has(country) || (isScene && population >= LOCATABLE);
}

function isTrustedAlternate(
  city: City,
  tokens: readonly NameToken[],
  at: number,
  length: number,
  countries: ReadonlySet<string>,
): boolean {
  const letters = tokens.slice(at, at + length).reduce((sum, { key }) => sum + key.length, 0);
  return letters >= SHORTEST_ALTERNATE && countries.has(city.country);
}

/** Is it a piece of a longer name, of a person, an institution or an event? */
function isPartOfName(
  tokens: readonly NameToken[],
  at: number,
  length: number,
  claimed: ReadonlySet<number>,
  firstNames: ReadonlySet<string>,
): boolean {
  const next = tokens[at + length];
  const longer = next?.joined && next.capital && !AFTER_CITY.has(next.key) && !claimed.has(at + length);
  if (longer) return true;
  const before = tokens[at - 1];
  if (!before || !tokens[at]!.joined) return false;
  if (before.key === 'of' && INSTITUTIONS.has(tokens[at - 2]?.key ?? '')) return true;
  if (!before.capital || claimed.has(at - 1) || AFTER_CITY.has(before.key) || DIRECTIONS.has(before.key))
    return false;
  return !before.opens || firstNames.has(before.key);
}
