import { wording, type Wording } from '../wording.ts';
import type { Connection } from './connection.ts';
import { correctUnknown } from './corrections.ts';
import { cursorRequest, groupRequest, mainRequest, sideRequests, type Question } from './search-request.ts';
import { NOTHING, type Answer, type Response } from './search-response.ts';
import type { StoredUpdate } from './stored-update.ts';

/** What was typed stands if it matches anything at all; only else are unknown words corrected. */
export async function answerTo(server: Connection, index: string, question: Question): Promise<Answer> {
  const typed = wording(question.q);
  const asTyped = await ask(server, index, question, typed);
  if (asTyped.main.totalHits > 0 || question.match === 'exact') return { ...asTyped, corrected: [] };
  const { wording: better, corrected } = await correctUnknown(server, index, typed);
  if (corrected.length === 0) return { ...asTyped, corrected };
  const asMeant = await ask(server, index, question, better);
  return asMeant.main.totalHits > 0 ? { ...asMeant, corrected } : { ...asTyped, corrected: [] };
}

/** All parts at once: a multi-search would run them one after the other. */
async function ask(server: Connection, index: string, question: Question, asked: Wording) {
  const sides = [...sideRequests(question, asked)];
  const hits = groupRequest(question, asked) ?? cursorRequest(question, asked);
  const requests = [mainRequest(question, asked), ...sides.map(([, request]) => request)];
  const search = (request: (typeof requests)[number]) =>
    server.askOr<Response>(NOTHING, async (client) => {
      return (await client.index<StoredUpdate>(index).search(null, request)) as unknown as Response;
    });
  const [page, main, ...counted] = await Promise.all([hits && search(hits), ...requests.map(search)]);
  return {
    main: main!,
    ...(page && { page }),
    sides: new Map(sides.map(([facet], i) => [facet, counted[i]!])),
    wording: asked,
  };
}
