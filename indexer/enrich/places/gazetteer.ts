import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createNameIndex, type NameIndex } from '../names/name-index.ts';
import { rows } from '../names/tables.ts';

/** A city, town or district (GeoNames, CC BY 4.0; data/README.md). */
export interface City {
  id: string;
  name: string;
  /** ISO 3166 code. */
  country: string;
  lat: number;
  lng: number;
  population: number;
}

export interface Gazetteer {
  /** Places by their English name, the most populous first. */
  names: NameIndex<City[]>;
  /** Places by another name: Latin spellings in many languages, so to be trusted only in context. */
  alternates: NameIndex<City[]>;
  /** Names that in English prose are usually something else: common words, first names, surnames. */
  stopNames: ReadonlySet<string>;
}

/** Reads the gazetteer of a folder: GeoNames' places, and the hand table of those that it lacks. */
export function readGazetteer(folder: string): Gazetteer {
  const names = collector();
  const alternates = collector();
  for (const columns of [...rows(join(folder, 'extra.tsv'), 7), ...packed(join(folder, 'places.tsv.gz'))]) {
    const [id, name, country, , lat, lng, population, others = ''] = columns as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string?,
    ];
    const city = { id, name, country, lat: Number(lat), lng: Number(lng), population: Number(population) };
    names.add(name, city);
    for (const other of others.split(';')) if (other) alternates.add(other, city);
  }
  const stopNames = new Set(rows(join(folder, 'stopnames.txt'), 1).map(([name]) => name!));
  return { names: names.index(), alternates: alternates.index(), stopNames };
}

const packed = (file: string): string[][] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

function collector() {
  const lists = new Map<string, City[]>();
  return {
    add(name: string, city: City) {
      const list = lists.get(name);
      if (list) list.push(city);
      else lists.set(name, [city]);
    },
    index(): NameIndex<City[]> {
      const index = createNameIndex<City[]>();
      for (const [name, cities] of lists) index.add(name, cities);
      return index;
    },
  };
}
