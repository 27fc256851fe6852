import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { EngineReader } from '../engine/engine.ts';
import type { UpdateRecord } from '../record.ts';
import { idPath, noParameters, searchAnswer, updateAnswer } from './contract.ts';
import { searchParameters, toSearchQuery } from './search-parameters.ts';
import { encodeCursor } from './cursor-parameter.ts';
import { notFound } from './errors.ts';
import { answers, onlyKnown, router } from './routes.ts';

/** How many neighbours an update is answered with, on each side. */
const NEIGHBOURS = 3;

const searchRoute = createRoute({
  method: 'get',
  path: '/v1/updates',
  summary: 'Search updates',
  middleware: onlyKnown(searchParameters),
  request: { query: searchParameters },
  responses: answers(searchAnswer, 'Updates, facets and totals'),
});

const updateRoute = createRoute({
  method: 'get',
  path: '/v1/updates/{id}',
  summary: 'One update among its neighbours, with the evidence for its facets',
  middleware: onlyKnown(noParameters),
  request: { params: idPath },
  responses: answers(updateAnswer, 'The update'),
});

export function updates(reader: EngineReader): OpenAPIHono {
  const app = router();
  app.openapi(searchRoute, async (c) => {
    const parameters = c.req.valid('query');
    const { next, ...result } = await reader.search(toSearchQuery(parameters));
    const hits = result.hits.map((hit) => ({
      ...hit,
      update: shown(hit.update, parameters.evidence === 'true'),
    }));
    return c.json({ ...result, hits, ...(next && { cursor: encodeCursor(next) }) }, 200);
  });
  app.openapi(updateRoute, async (c) => {
    const { id } = c.req.valid('param');
    const found = await updateInContext(reader, id);
    if (!found) throw notFound(`There is no update ${id}.`);
    return c.json(found, 200);
  });
  return app;
}

/** An update with its nearest neighbours in its live blog; undefined where there is none. */
async function updateInContext(reader: EngineReader, id: string) {
  const update = await reader.get(id);
  if (!update) return undefined;
  const timeline = await reader.timeline(update.documentId);
  const at = timeline.findIndex((other) => other.id === id);
  // It may have gone between the two questions.
  if (at < 0) return undefined;
  // The introduction stands before the first update and isn't counted: its position is 0.
  const numbered = (part: UpdateRecord[]) => part.filter(({ kind }) => kind !== 'intro').length;
  return {
    update,
    before: timeline.slice(Math.max(0, at - NEIGHBOURS), at).map((other) => shown(other, false)),
    after: timeline.slice(at + 1, at + 1 + NEIGHBOURS).map((other) => shown(other, false)),
    position: numbered(timeline.slice(0, at + 1)),
    documentSize: numbered(timeline),
  };
}

/** Evidence is long: it is answered only when asked for. */
export function shown({ evidence, ...update }: UpdateRecord, withEvidence: boolean): UpdateRecord {
  return withEvidence && evidence ? { ...update, evidence } : update;
}
