import { FACET_NAMES, facetValues, type UpdateRecord } from '../../record.ts';
import { tieOf } from '../cursor.ts';
import type { SearchedWords } from '../searched-words.ts';

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
): AddedUpdate => ({
  row,
  order: record.order,
  tie: tieOf(record.id),
  marks: (record.kind === 'summary' ? SUMMARY : 0) | (media.length > 0 ? MEDIA : 0),
  clock: record.hour ?? record.day,
  points: (record.points ?? []).flatMap(({ lat, lng }) => [lat, lng]),
  title,
  facets: FACET_NAMES.map((facet) => facetValues(record, facet)),
});

/** Counts each word of an update once, up (1) or down (-1). */
export function countWords(counts: Map<string, number>, fields: SearchedWords, step: 1 | -1): void {
  for (const word of new Set(Object.values(fields).flat())) counts.set(word, (counts.get(word) ?? 0) + step);
}
