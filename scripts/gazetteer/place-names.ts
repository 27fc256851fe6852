import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfName } from '../../indexer/enrich/names/name-tokens.ts';
import { GAZETTEER, type City } from './geonames.ts';

/** Countries whose names GeoNames prints with signs (ā, ḩ, ʿ, ế, ş) that English-language newspapers leave out. */
const TRANSLITERATED = new Set(
  'AE AF AM BD BH BT DJ EG ER ET GE IL IN IQ IR JO JP KG KP KR KW KZ LB LK LY MM MV NP OM PK PS QA RU SA SD SO SS SY TJ TM TR UA VN YE'.split(
    ' ',
  ),
);
/** Smaller places than this get no alternate names but the GeoNames spelling: the others would mostly bring noise. */
const ALTERNATES_FROM = 10_000;
/** The last of a city's alternate names: GeoNames' own spelling, and that without signs. */
const SPELLINGS = 2;
/** A place takes its main name from the alternates of others up to this many times as big. */
const RIVAL = 50;

/** Form under which two spellings count as one: no marks, lower case, a hyphen or apostrophe is no difference. */
export function fold(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/['’‘ʼʻ`]/gu, '')
    .replace(/[-\s]+/gu, ' ')
    .trim();
}

/** The name as prose in English prints it. */
export function plainName({ name, countrycode }: Pick<City, 'name' | 'countrycode'>): string {
  if (!TRANSLITERATED.has(countrycode)) return name.replace(/[’‘ʼ`]/gu, "'");
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘ʼ`]/gu, '')
    .replace(/[ıđĐ]/gu, (letter) => UNMARKED[letter]!)
    .normalize('NFC');
}

/** Letters that have a mark which isn't a character of its own. */
const UNMARKED: Record<string, string> = { ı: 'i', đ: 'd', Đ: 'D' };

/** What newspapers leave out of a town's official name: the river or region, "am Main"; the kind, "-si". */
const SURPLUS: Record<string, RegExp> = {
  DE: / (?:am|an|auf|bei|im|in|ob|vor)(?: de[mr])? \p{Lu}.*$/u,
  AT: / (?:am|an|auf|bei|im|in|ob)(?: de[mr])? \p{Lu}.*$/u,
  JP: /-(?:shi|machi|mura|ku)$/u,
  KP: /-(?:si|up|eup|gun)$/u,
  KR: /-(?:si|eup|gun)$/u,
};

/** The name of a town without what newspapers leave out, unless another place of the country bears the short one. */
function shortName(city: City, takenNames: ReadonlySet<string>): string {
  const name = plainName(city);
  if (city.population < ALTERNATES_FROM) return name;
  const short = name.replace(SURPLUS[city.countrycode] ?? /$^/u, '');
  return takenNames.has(`${city.countrycode} ${fold(short)}`) ? name : short;
}

/** The hand-written corrections of `renames.tsv` by GeoNames id: name to print, alternates to keep in any case. */
function readRenames(): Map<string, { name: string; also: string[] }> {
  const lines = readFileSync(join(GAZETTEER, 'renames.tsv'), 'utf8').split('\n');
  const rows = lines.filter((line) => /^\d/u.test(line)).map((line) => line.split('\t'));
  return new Map(
    rows.map(([id = '', name = '', also = '']) => [id, { name, also: also.split(';').filter(Boolean) }]),
  );
}

/** Gives every city the name to print (the old one becomes an alternate); leaves out those renamed to `-`. */
export function rename(cities: City[]): City[] {
  const renames = readRenames();
  const takenNames = new Set(cities.map(({ countrycode, name }) => `${countrycode} ${fold(name)}`));
  return cities.flatMap((city) => {
    const { name, also } = renames.get(String(city.geonameid)) ?? { name: '', also: [] };
    if (name === '-') return [];
    const alternatenames = [...city.alternatenames, city.name, plainName(city)];
    return { ...city, name: name || shortName(city, takenNames), alternatenames, also };
  });
}

/** Whether an alternate name looks like a name that English or other Latin-script prose would print. */
function isPrintable(name: string): boolean {
  if (name.length < 3 || !/^\p{Lu}/u.test(name) || /[^\p{Script=Latin}\p{M}\s.'’‘ʼ-]/u.test(name))
    return false;
  const words = name.split(/\s+/u);
  return words.length <= 4 && name !== name.toUpperCase() && /\p{Ll}{2}/u.test(name);
}

/** Population of the biggest place of each main name. */
export function mainNames(cities: City[]): Map<string, number> {
  const biggest = new Map<string, number>();
  for (const { name, population } of cities.toReversed()) biggest.set(fold(name), population);
  return biggest;
}

/** Form under which texts are searched for a name: "Sana'a" has two words, "Sanaa" one. */
const spelling = (name: string): string => keyOfName(name).toLowerCase();

/**
 * The alternate names worth keeping, in alphabetical order, without those that are found alike, the names of countries
 * and the main names of places that aren't tiny in comparison ("Salisbury" isn't Harare).
 */
export function alternates(city: City, countries: Set<string>, mains: Map<string, number>): string[] {
  const also = city.also ?? [];
  const seen = new Set([city.name, ...also].map(spelling));
  const isOthers = (name: string) => name !== fold(city.name) && (countries.has(name) || isRival(name));
  const isRival = (name: string) => (mains.get(name) ?? -1) * RIVAL >= city.population;
  const kept: string[] = [];
  const candidates =
    city.population < ALTERNATES_FROM ? city.alternatenames.slice(-SPELLINGS) : city.alternatenames;
  for (const name of candidates.filter(isPrintable).toSorted()) {
    if (seen.has(spelling(name)) || isOthers(fold(name))) continue;
    seen.add(spelling(name));
    kept.push(name);
  }
  return [...also, ...kept];
}
