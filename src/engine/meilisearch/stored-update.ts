import { FACET_NAMES, facetValues, type FacetName } from '../../facets.ts';
import type { DocumentInfo, UpdateRecord } from '../../record.ts';
import { tieOf } from '../cursor.ts';
import { searchedWords } from '../searched-words.ts';
import { words } from '../words.ts';
import { encode } from './facet-value.ts';
import { toGeoJson } from './geo-filters.ts';

/**
 * An update as Meilisearch holds it: the record, untouched, for answers, and beside it what the
 * engine searches, filters and sorts by. Its evidence stands apart: it is as long as everything else, and
 * searches show none.
 *
 * The searched copies are the folded words of words.ts, parted by spaces. Meilisearch's own tokenizer
 * would read `U.S.` and `130,000` differently; so both engines see exactly the same words.
 */
export interface StoredUpdate {
  id: string;
  record: Omit<UpdateRecord, 'evidence'>;
  evidence?: UpdateRecord['evidence'];
  searchTitle: string;
  searchText: string;
  searchMedia: string;
  /** Each word once: where near words and beginnings are looked up. */
  vocabulary: string[];
  facet: Partial<Record<FacetName, string[]>>;
  /** The hour, or the day where the hour is unknown: what a histogram counts. */
  clock: string;
  /** `20140122`: Meilisearch compares numbers only. */
  dayNumber: number;
  publishedTs: number;
  order: number;
  /** Who comes first among updates of the same order. */
  tie: number;
  _geojson?: ReturnType<typeof toGeoJson>;
  /** 1 for a summary, which stands below an original that answers as well. */
  summary: 0 | 1;
}

export function toStoredUpdate({ evidence, ...record }: UpdateRecord): StoredUpdate {
  const { title, text, media } = searchedWords(record);
  return {
    id: record.id,
    record,
    ...(evidence && { evidence }),
    searchTitle: title.join(' '),
    searchText: text.join(' '),
    searchMedia: media.join(' '),
    vocabulary: [...new Set([...title, ...text, ...media])],
    facet: encodedFacets(record),
    clock: record.hour ?? record.day,
    dayNumber: dayNumber(record.day),
    publishedTs: record.publishedTs,
    order: record.order,
    tie: tieOf(record.id),
    ...(record.points && { _geojson: toGeoJson(record.points) }),
    summary: record.kind === 'summary' ? 1 : 0,
  };
}

/** The fields of a stored update that its record is made of; searches leave out its evidence. */
export const RECORD_FIELDS = ['record', 'evidence'] as const;
export type StoredRecord = Pick<StoredUpdate, (typeof RECORD_FIELDS)[number]>;

export const fromStoredUpdate = ({ record, evidence }: StoredRecord): UpdateRecord =>
  evidence ? { ...record, evidence } : record;

export const dayNumber = (day: string) => Number(day.replaceAll('-', ''));

function encodedFacets(record: UpdateRecord): StoredUpdate['facet'] {
  const facets: StoredUpdate['facet'] = {};
  for (const facet of FACET_NAMES) {
    const values = facetValues(record, facet);
    if (values.length > 0) facets[facet] = values.map(encode);
  }
  return facets;
}

/** A live blog as Meilisearch holds it. */
export interface StoredDocument {
  id: string;
  info: DocumentInfo;
  /** The words of title and id. */
  searchText: string;
  lastTs: number;
  /** The id so that the server's folding doesn't touch its order. */
  sortKey: string;
}

export const toStoredDocument = (info: DocumentInfo): StoredDocument => ({
  id: info.id,
  info,
  searchText: words(`${info.title ?? ''} ${info.id}`).join(' '),
  lastTs: info.lastTs,
  sortKey: Buffer.from(info.id).toString('hex'),
});
