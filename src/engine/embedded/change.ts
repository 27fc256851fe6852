import { FACET_NAMES, facetValues } from '../../facets.ts';
import type { UpdateRecord } from '../../record.ts';
import { tieOf } from '../cursor.ts';
import type { SearchedWords } from '../searched-words.ts';
import { beginningsOf } from './beginnings.ts';

/** Bits of `marks`: a summary; an update with words in its media. */
export const SUMMARY = 1;
export const MEDIA = 2;

/** What the columns need of an update, so that following a write doesn't read its texts. */
export interface AddedUpdate {
  row: number;
  order: number;
  tie: number;
  marks: number;
  clock: string;
  points: number[];
  title: string[];
  /** Of all words, up to two letters of them (beginnings.ts). */
  beginnings: string[];
  /** In the order of FACET_NAMES. */
  facets: (readonly string[])[];
}

/** What one write changed: rows that went, updates that came, and in how many more (or fewer) updates words stand. */
export interface Change {
  removed: number[];
  added: AddedUpdate[];
  words: [string, number][];
}

export const addedUpdate = (
  row: number,
  record: UpdateRecord,
  { title, media }: SearchedWords,
  distinct: ReadonlySet<string>,
): AddedUpdate => ({
  row,
  order: record.order,
  tie: tieOf(record.id),
  marks: (record.kind === 'summary' ? SUMMARY : 0) | (media.length > 0 ? MEDIA : 0),
  clock: record.hour ?? record.day,
  points: (record.points ?? []).flatMap(({ lat, lng }) => [lat, lng]),
  title,
  beginnings: beginningsOf(distinct),
  facets: FACET_NAMES.map((facet) => facetValues(record, facet)),
});

/** The words of an update, each once. */
export const distinctWords = ({ title, text, media }: SearchedWords): Set<string> =>
  new Set([...title, ...text, ...media]);

/** Counts the words of an update, up (1) or down (-1). */
export function countWords(counts: Map<string, number>, distinct: ReadonlySet<string>, step: 1 | -1): void {
  for (const word of distinct) counts.set(word, (counts.get(word) ?? 0) + step);
}
