import { setImmediate as sent } from 'node:timers/promises';
import { bestAnswer, correctable, inTime } from '../best-answer.ts';
import { wording, type AskedWord, type Wording } from '../wording.ts';
import type { IsCommon } from './common-words.ts';
import type { Collections, Connection } from './connection.ts';
import { countedSearch, searchOnce } from './counted-search.ts';
import { neededCounts } from './facet-counts.ts';
import { namesAmong } from './names.ts';
import { nearWords } from './near-words.ts';
import { factsOf } from './relaxing.ts';
import { cursorRequest, groupRequest, mainRequest, sideRequests, type Question } from './search-request.ts';
import type { Answer, Responses } from './search-response.ts';

/**
 * The best answer to what was typed. Its hits and counts are asked of `parts`; what only leads to other words
 * is asked of `server`, because it needn't be of the same state: nothing of it is counted.
 */
export async function answerTo(
  server: Connection,
  live: Collections,
  question: Question,
  parts: Connection,
  commonWords: () => IsCommon | undefined,
): Promise<Answer> {
  const steps = bestAnswer(question, {
    answer: (asked) => ask(parts, live.updates, question, asked),
    total: ({ main }) => main.totalHits,
    near: nearLookup(server, live.updates, question, commonWords),
    facts: (words) => factsOf(server, live, words),
    names: (words) => namesAmong(server, live, words),
  });
  return inTime(steps);
}

/**
 * Looks up near words: all that are asked for, or where it is known which are common, the others. Those are then asked for
 * at once, beside the search: they stand in so few updates that the question would follow it in any case.
 */
function nearLookup(
  server: Connection,
  index: string,
  { q, match }: Question,
  commonWords: () => IsCommon | undefined,
) {
  const doubtful = match === 'exact' ? [] : correctable(wording(q));
  const isCommon = doubtful.length > 0 ? commonWords() : undefined;
  if (!isCommon) return (words: readonly AskedWord[]) => nearWords(server, index, words);
  const rare = doubtful.filter((word) => !isCommon(word));
  const near = sent().then(() => nearWords(server, index, rare));
  // It may fail while nobody waits for it.
  near.catch(() => undefined);
  return () => near;
}

/** All parts at once: a multi-search would run them one after the other. */
async function ask(
  server: Connection,
  index: string,
  question: Question,
  asked: Wording,
): Promise<Responses> {
  const sides = [...sideRequests(question, asked)];
  const hits = groupRequest(question, asked) ?? cursorRequest(question, asked);
  const [page, main, ...counted] = await Promise.all([
    hits && searchOnce(server, index, hits),
    countedSearch(server, index, mainRequest(question, asked), neededCounts(question)),
    ...sides.map(([, request]) => searchOnce(server, index, request)),
  ]);
  return {
    main,
    ...(page && { page }),
    sides: new Map(sides.map(([facet], i) => [facet, counted[i]!])),
  };
}
