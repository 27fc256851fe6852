import type { Point } from '../../../src/record.ts';
import type { Entity } from '../names/tables.ts';

/** A city, town, district or division (GeoNames, CC BY 4.0; data/README.md), or a country or region of the tables. */
export interface Place {
  id: string;
  name: string;
  /** ISO 3166 code. */
  country: string;
  /** GeoNames' code of the first-level division in which it lies, `SY.09`. */
  division?: string;
  lat: number;
  lng: number;
  population: number;
  /** How many names GeoNames knows for it, in all languages: a place known all over the world has dozens. */
  names: number;
  precision: Point['precision'];
  /** A country's seat of government. */
  capital?: boolean;
  /** The tables' own entry for it, whose name and id then count. */
  entity?: Entity;
}

/** Places that share a name: those whose English name it is, and those that only go by it somewhere. */
export interface Namesakes {
  named: Place[];
  alternates: Place[];
}
