import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, type Seat } from './geonames.ts';
import { centre, type Spot } from './sphere.ts';

const COUNTRIES = join(DATA, 'entities', 'countries.tsv');
const POINT_COLUMN = 3;

/** The middle of a country's settled land: of the degree squares in which it has places, each counted once. */
export function countryPoints(seats: readonly Seat[]): Map<string, string> {
  const squares = new Map<string, Map<string, Spot>>();
  for (const { country, lat, lng } of seats) {
    const square = { lat: Math.round(Number(lat)), lng: Math.round(Number(lng)) };
    const known = squares.get(country) ?? new Map<string, Spot>();
    squares.set(country, known.set(`${square.lat},${square.lng}`, square));
  }
  return new Map([...squares].map(([code, known]) => [code, print(centre([...known.values()]))]));
}

const print = ({ lat, lng }: Spot): string => `${lat.toFixed(2)},${lng.toFixed(2)}`;

/** Puts the points into the countries table; a country without places keeps the point written by hand. */
export function updateCountries(points: ReadonlyMap<string, string>): void {
  const lines = readFileSync(COUNTRIES, 'utf8')
    .split('\n')
    .map((line) => {
      if (line === '' || line.startsWith('#')) return line;
      const columns = line.split('\t');
      columns[POINT_COLUMN] = points.get(columns[0]!) ?? columns[POINT_COLUMN] ?? '';
      return columns.join('\t');
    });
  writeFileSync(COUNTRIES, lines.join('\n'));
}
