import type { Correction, Relaxed } from '../../query.ts';
import { relaxations } from '../relax.ts';
import { wording, type Wording } from '../wording.ts';
import type { Collections, Connection } from './connection.ts';
import { countedSearch, searchOnce } from './counted-search.ts';
import { correctUnknown } from './corrections.ts';
import { neededCounts } from './facet-counts.ts';
import { factsOf } from './relaxing.ts';
import { cursorRequest, groupRequest, mainRequest, sideRequests, type Question } from './search-request.ts';
import type { Answer } from './search-response.ts';

/** What was typed stands if it matches anything at all; only else are unknown words corrected, and then less is asked for. */
export async function answerTo(server: Connection, live: Collections, question: Question): Promise<Answer> {
  const answer = async (
    asked: Wording,
    corrected: Correction[],
    relaxed: Relaxed[] = [],
  ): Promise<Answer> => {
    return { ...(await ask(server, live.updates, question, asked)), corrected, relaxed };
  };
  const asTyped = await answer(wording(question.q), []);
  if (found(asTyped) || question.match === 'exact') return asTyped;
  const { wording: better, corrected } = await correctUnknown(server, live.updates, asTyped.wording);
  const asMeant = corrected.length > 0 ? await answer(better, corrected) : asTyped;
  if (found(asMeant)) return asMeant;
  const misspelt = new Set(corrected.flatMap(({ found: words }) => words));
  const facts = await factsOf(server, live, better);
  for (const { wording: less, relaxed } of relaxations(better, misspelt, facts)) {
    const asRelaxed = await answer(less, corrected, relaxed);
    if (found(asRelaxed)) return asRelaxed;
  }
  return asTyped;
}

const found = ({ main }: Answer) => main.totalHits > 0;

/** All parts at once: a multi-search would run them one after the other. */
async function ask(server: Connection, index: string, question: Question, asked: Wording) {
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
    wording: asked,
  };
}
