import type { Hit, SearchQuery, SearchResult } from '../../query.ts';
import { nextCursor } from '../cursor.ts';
import { highlight } from '../highlight.ts';
import type { Answer, HandedOver } from './found.ts';
import { fromStored } from './stored-record.ts';

/** The answer to a query, with the updates read and their matches marked. */
export function show(query: SearchQuery, { updates, answer }: HandedOver): SearchResult {
  const { more, goesOn, wording, ...result } = JSON.parse(answer) as Answer;
  const records = updates.map(fromStored);
  const next = nextCursor(query, records, goesOn);
  const hits = records.map((update, i): Hit => {
    return { update, ...highlight(update, wording), ...(more && { more: more[i]! }) };
  });
  return { ...result, hits, ...(next && { next }), ignored: wording.ignored };
}
