import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { EngineError, type EngineReader } from '../engine/engine.ts';
import { problem } from './contract.ts';
import { engineTrouble, notReady } from './errors.ts';
import { router } from './routes.ts';

const status = z.object({ status: z.string() });
const content = { 'application/json': { schema: status } };

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  summary: 'The process is alive',
  responses: { 200: { description: 'Alive', content } },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/ready',
  summary: 'The engine answers and holds something',
  responses: {
    200: { description: 'Ready', content },
    503: { description: 'Not yet', content: { 'application/problem+json': { schema: problem } } },
  },
});

export function health(reader: EngineReader): OpenAPIHono {
  const app = router();
  app.openapi(healthRoute, (c) => c.json({ status: 'ok' }, 200));
  app.openapi(readyRoute, async (c) => {
    const [document] = await reader
      .lookup({ collection: 'documents', prefix: '', limit: 1 })
      .catch(explained);
    if (document) return c.json({ status: 'ready' }, 200);
    throw notReady('The index is empty. Load something with: npm run index -- PATH');
  });
  return app;
}

/** Whoever asks whether all is ready looks after it, so this says more than a search does. */
function explained(error: unknown): never {
  throw error instanceof EngineError && error.detail ? engineTrouble(error, error.detail) : error;
}
