import { FACET_NAMES, facetValues } from '../../facets.ts';
import type { UpdateRecord } from '../../record.ts';
import { tieOf } from '../cursor.ts';
import type { SearchedWords } from '../searched-words.ts';
import { numberFor, type Dictionary } from './dictionary.ts';

/** Bits of `marks`: a summary; an update with words in its media. */
export const SUMMARY = 1;
export const MEDIA = 2;

/**
 * What the columns take of an update, so that following a write doesn't read its texts. Whatever many updates have is
 * listed once; here stand its numbers.
 */
export interface UpdateColumns {
  order: number;
  tie: number;
  marks: number;
  points: number[];
  clock: number;
  /** In the order of FACET_NAMES. */
  facets: number[][];
  /** The words of the title, in order. */
  title: number[];
}

/** An update before it is stored, with all its words, each once. */
export interface PreparedColumns extends UpdateColumns {
  words: number[];
}

/** Words and values that have a number; new ones get the next. */
export type Numbered = Record<'words' | 'values', Dictionary>;

export function prepareColumns(
  record: UpdateRecord,
  fields: SearchedWords,
  { words, values }: Numbered,
): PreparedColumns {
  const title = numbersOf(words, fields.title);
  const others = [...numbersOf(words, fields.text), ...numbersOf(words, fields.media)];
  return {
    order: record.order,
    tie: tieOf(record.id),
    marks: (record.kind === 'summary' ? SUMMARY : 0) | (fields.media.length > 0 ? MEDIA : 0),
    points: (record.points ?? []).flatMap(({ lat, lng }) => [lat, lng]),
    clock: numberFor(values, record.hour ?? record.day),
    facets: FACET_NAMES.map((facet) => numbersOf(values, facetValues(record, facet))),
    title,
    words: [...new Set([...title, ...others])],
  };
}

const numbersOf = (known: Dictionary, names: readonly string[]): number[] =>
  names.map((name) => numberFor(known, name));
