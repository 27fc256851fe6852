import { FACET_NAMES, type FacetName } from '../../facets.ts';
import type { LaterBeginnings } from './beginnings.ts';
import { dictionaryOf, numberOf, type Dictionary } from './dictionary.ts';
import { noLists, noPointLists, type Lists } from './lists.ts';

/** The values of one facet for every slot, as numbers into `names`. */
export interface Column extends Lists {
  names: Dictionary;
  /** How many living updates have each value. */
  totals: Uint32Array;
}

/** Every word of the index, and in how many living updates it stands. */
export interface Vocabulary {
  words: Dictionary;
  counts: Uint32Array;
}

/**
 * What filters, counts and ranking need, in memory. A slot is an update's place in these columns; slots
 * are only ever added, and die when their update is replaced.
 */
export interface Columns {
  /** How many slots there are, dead ones too. */
  size: number;
  /** The database row of each slot, from row to slot + 1, and the latest row. */
  rows: Uint32Array;
  slots: Uint32Array;
  lastRow: number;
  /** The latest row when the columns were stored, and the beginnings of words in the rows since. */
  storedRow: number;
  beginnings: LaterBeginnings;
  order: Float64Array;
  /** Who comes first among updates of the same order (cursor.ts). */
  ties: Float64Array;
  /** Bits: ALIVE, SUMMARY, MEDIA. */
  marks: Uint8Array;
  /** The hour, or the day where no hour is known: what histograms count. */
  clock: Column;
  facets: Record<FacetName, Column>;
  /** Latitude, longitude, latitude, … of every located place of a slot. */
  points: Lists<Float64Array>;
  /** The words of each title in order, as numbers of the vocabulary. */
  titles: Lists;
  vocabulary: Vocabulary;
  /** Living slots, newest first, the place of each slot in that order, and those that died since it was made. */
  newestFirst: Uint32Array;
  places: Uint32Array;
  buried: number[];
}

/** The bit of `marks` that a slot loses when its update is replaced; the others stand with UpdateColumns. */
export const ALIVE = 4;

const emptyColumn = (): Column => ({ ...noLists(), names: dictionaryOf([]), totals: new Uint32Array(16) });

export const emptyColumns = (): Columns => ({
  size: 0,
  rows: new Uint32Array(16),
  slots: new Uint32Array(16),
  lastRow: 0,
  storedRow: 0,
  beginnings: new Map(),
  order: new Float64Array(16),
  ties: new Float64Array(16),
  marks: new Uint8Array(16),
  clock: emptyColumn(),
  facets: Object.fromEntries(FACET_NAMES.map((facet) => [facet, emptyColumn()])) as Columns['facets'],
  points: noPointLists(),
  titles: noLists(),
  vocabulary: { words: dictionaryOf([]), counts: new Uint32Array(16) },
  newestFirst: new Uint32Array(),
  places: new Uint32Array(),
  buried: [],
});

/** Clock and facets, each with its name. */
export const namedColumns = ({ clock, facets }: Columns): [string, Column][] => [
  ['clock', clock],
  ...FACET_NAMES.map((facet): [string, Column] => [facet, facets[facet]]),
];

/** Value numbers as a mask over all of a column's values: 1 for each wanted one. */
export function maskOf({ names }: Column, wanted: readonly string[]): Uint8Array {
  const mask = new Uint8Array(names.names.length);
  for (const name of wanted) {
    const number = numberOf(names, name);
    if (number !== undefined) mask[number] = 1;
  }
  return mask;
}

/** Does the slot have a value that is in the mask? */
export function hasAny({ starts, values }: Lists, slot: number, mask: Uint8Array): boolean {
  for (let at = starts[slot]!, end = starts[slot + 1]!; at < end; at++) {
    if (mask[values[at]!] === 1) return true;
  }
  return false;
}

/** The only value of a slot in a facet where every update has one. */
export const onlyValue = ({ starts, values, names }: Column, slot: number): string =>
  names.names[values[starts[slot]!]!]!;
