import { keyOfName, keyOfTokens, nameTokens } from '../names/name-tokens.ts';
import { rows } from '../names/tables.ts';
import type { Namesakes } from './place.ts';
import type { Place } from './place.ts';

/** What marks a capital in `places.tsv`. */
const CAPITAL = '*';

/** A row of `places.tsv` or `extra.tsv`; GeoNames' codes of divisions have a dot, its numbers of cities none. */
export function toPlace(columns: readonly string[]): Place {
  const [id = '', name = '', country = '', first = '', lat, lng, population, names, mark] = columns;
  return {
    id,
    name,
    country,
    ...(first && { division: `${country}.${first}` }),
    lat: Number(lat),
    lng: Number(lng),
    population: Number(population),
    names: Number(names ?? 0),
    precision: id.includes('.') ? 'region' : 'city',
    ...(mark === CAPITAL && { capital: true }),
  };
}

/** First-level divisions by code; the file has them before everything else. */
export function divisionsFrom(placeAt: (number: number) => Place): Map<string, Place> {
  const divisions = new Map<string, Place>();
  for (let number = 0; ; number++) {
    const place = placeAt(number);
    if (place.id !== place.division) return divisions;
    divisions.set(place.id, place);
  }
}

/** The places written by hand: by their names, and how those begin. */
export interface HandTable {
  places: ReadonlyMap<string, Namesakes>;
  beginnings: ReadonlySet<string>;
}

export function readHandTable(file: string): HandTable {
  const places = new Map<string, Namesakes>();
  const beginnings = new Set<string>();
  const entry = (name: string): Namesakes => {
    const words = nameTokens(name);
    words.forEach((_, i) => beginnings.add(keyOfTokens(words.slice(0, i + 1))));
    const key = keyOfName(name);
    const known = places.get(key) ?? { named: [], alternates: [] };
    places.set(key, known);
    return known;
  };
  for (const columns of rows(file, 7)) {
    const place = toPlace(columns.slice(0, 7));
    entry(place.name).named.push(place);
    for (const other of (columns[7] ?? '').split(';')) if (other) entry(other).alternates.push(place);
  }
  return { places, beginnings };
}
