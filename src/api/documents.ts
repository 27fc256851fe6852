import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { EngineReader } from '../engine/engine.ts';
import { documentAnswer, documentsAnswer, documentsParameters, idPath, noParameters } from './contract.ts';
import { notFound } from './errors.ts';
import { shown } from './fields-parameter.ts';
import { answers, onlyKnown, router } from './routes.ts';

/** A list of live blogs is not paged; a newsroom with more looks them up by name. */
const MOST_DOCUMENTS = 10_000;

const documentsRoute = createRoute({
  method: 'get',
  path: '/v1/documents',
  summary: 'Live blogs, the latest first, 10,000 at most',
  middleware: onlyKnown(documentsParameters),
  request: { query: documentsParameters },
  responses: answers(documentsAnswer, 'Live blogs'),
});

const documentRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}',
  summary: 'One live blog as a timeline, oldest first',
  middleware: onlyKnown(noParameters),
  request: { params: idPath },
  responses: answers(documentAnswer, 'The live blog and its updates'),
});

export function documents(reader: EngineReader): OpenAPIHono {
  const app = router();
  app.openapi(documentsRoute, async (c) => {
    const prefix = c.req.valid('query').q;
    const hits = await reader.lookup({ collection: 'documents', prefix, limit: MOST_DOCUMENTS });
    return c.json({ total: hits.length, hits }, 200);
  });
  app.openapi(documentRoute, async (c) => {
    const { id } = c.req.valid('param');
    const [document] = await reader.lookup({ collection: 'documents', id });
    if (!document) throw notFound(`There is no live blog ${id}.`);
    const timeline = await reader.timeline(id);
    return c.json({ document, updates: timeline.map((update) => shown(update)) }, 200);
  });
  return app;
}
