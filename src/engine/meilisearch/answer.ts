import { bestAnswer, inTime } from '../best-answer.ts';
import type { Wording } from '../wording.ts';
import type { Collections, Connection } from './connection.ts';
import { nearWords } from './near-words.ts';
import { factsOf } from './relaxing.ts';
import { cursorRequest, groupRequest, mainRequest, sideRequests, type Question } from './search-request.ts';
import { NOTHING, type Answer, type Response, type Responses } from './search-response.ts';
import type { StoredUpdate } from './stored-update.ts';

/** The best answer to what was typed. */
export async function answerTo(server: Connection, live: Collections, question: Question): Promise<Answer> {
  const steps = bestAnswer(question, {
    answer: (wording) => ask(server, live.updates, question, wording),
    total: ({ main }) => main.totalHits,
    near: (words) => nearWords(server, live.updates, words),
    facts: (words) => factsOf(server, live, words),
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
  };
}
