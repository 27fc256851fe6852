import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { EngineReader } from '../engine/engine.ts';
import { similarTo } from '../engine/similar.ts';
import type { UpdateRecord } from '../record.ts';
import { idPath, searchAnswer, updateAnswer, updateParameters } from './contract.ts';
import { searchParameters, toSearchQuery } from './search-parameters.ts';
import { encodeCursor } from './cursor-parameter.ts';
import { notFound } from './errors.ts';
import { only, shown } from './fields-parameter.ts';
import { answers, onlyKnown, router } from './routes.ts';

/** How many neighbours an update is answered with, on each side. */
const NEIGHBOURS = 3;

const MOST_SIMILAR = 5;

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
  middleware: onlyKnown(updateParameters),
  request: { params: idPath, query: updateParameters },
  responses: answers(updateAnswer, 'The update'),
});

export function updates(reader: EngineReader): OpenAPIHono {
  const app = router();
  app.openapi(searchRoute, async (c) => {
    const parameters = c.req.valid('query');
    const { next, ...result } = await reader.search(toSearchQuery(parameters));
    const hits = result.hits.map((hit) => ({
      ...hit,
      update: parameters.fields
        ? only(hit.update, parameters.fields)
        : shown(hit.update, parameters.evidence === 'true'),
    }));
    return c.json({ ...result, hits, ...(next && { cursor: encodeCursor(next) }) }, 200);
  });
  app.openapi(updateRoute, async (c) => {
    const { id } = c.req.valid('param');
    const found = await updateInContext(reader, id);
    if (!found) throw notFound(`There is no update ${id}.`);
    if (c.req.valid('query').similar === 'false') return c.json(found, 200);
    const similar = await similarTo(reader, found.update, MOST_SIMILAR);
    return c.json({ ...found, similar: similar.map((other) => shown(other)) }, 200);
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
    before: timeline.slice(Math.max(0, at - NEIGHBOURS), at).map((other) => shown(other)),
    after: timeline.slice(at + 1, at + 1 + NEIGHBOURS).map((other) => shown(other)),
    position: numbered(timeline.slice(0, at + 1)),
    documentSize: numbered(timeline),
  };
}
