import type { SearchResult } from '../../query.ts';
import type { Wording } from '../wording.ts';
import type { StoredRecord } from './stored-record.ts';

/** What a search found, before anybody has read the updates. */
export interface Found extends Omit<SearchResult, 'hits' | 'next' | 'ignored' | 'took'> {
  updates: StoredRecord[];
  /** Of each update, how many others of its live blog match; where hits are grouped. */
  more?: number[];
  /** Do hits follow this page? */
  goesOn: boolean;
  wording: Wording;
}

/** The same on its way from the worker: the updates as they are stored, all else as one JSON text. */
export interface HandedOver {
  updates: StoredRecord[];
  answer: string;
}

export type Answer = Omit<Found, 'updates'> & Pick<SearchResult, 'took'>;

export function handOver({ updates, wording, ...found }: Found, took: number): HandedOver {
  // A set is nothing in JSON, and what stood in quotes is marked like the other words.
  const { quoted: _, ...marked } = wording;
  const answer: Answer = { ...found, wording: marked, took };
  return { updates, answer: JSON.stringify(answer) };
}
