import { bestAnswer, inTime } from '../best-answer.ts';
import type { Wording } from '../wording.ts';
import type { CommonWords } from './common-words.ts';
import type { Collections, Connection } from './connection.ts';
import { countedSearch, searchOnce } from './counted-search.ts';
import { neededCounts } from './facet-counts.ts';
import { namesAmong } from './names.ts';
import { nearCommonWords, nearWords } from './near-words.ts';
import { factsOf } from './relaxing.ts';
import {
  cursorRequest,
  groupRequest,
  groupSizesRequest,
  mainRequest,
  sideRequests,
  type Question,
} from './search-request.ts';
import type { Answer, Response, Responses } from './search-response.ts';

/**
 * The best answer to what was typed. Its hits and counts are asked of `parts`; what only leads to other words
 * is asked of `server`, because it needn't be of the same state: nothing of it is counted. `common` gives the common
 * words of that state, where they are known, which saves most of these questions.
 */
export async function answerTo(
  server: Connection,
  live: Collections,
  question: Question,
  parts: Connection,
  common: () => CommonWords | undefined,
): Promise<Answer> {
  const steps = bestAnswer(question, {
    answer: (asked) => ask(parts, live.updates, question, asked),
    total: ({ main }) => main.totalHits,
    near: (words) => nearWords(server, live.updates, words, common()),
    nearCommon: (words) => nearCommonWords(server, live.updates, words, common()),
    facts: (words) => factsOf(server, live, words),
    names: (words) => namesAmong(server, live, words),
  });
  return inTime(steps);
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
  const sizes = question.groupBy && page && (await sizesOf(server, index, question, asked, page));
  return {
    main,
    ...(page && { page }),
    ...(sizes && { sizes }),
    sides: new Map(sides.map(([facet], i) => [facet, counted[i]!])),
  };
}

/** Only of the live blogs on the page: the counts of all of them could be more than the server gives. */
async function sizesOf(
  server: Connection,
  index: string,
  question: Question,
  asked: Wording,
  { hits }: Response,
): Promise<Response | undefined> {
  if (hits.length === 0) return undefined;
  const shown = hits.map(({ record }) => record.documentId);
  return searchOnce(server, index, groupSizesRequest(question, asked, shown));
}
