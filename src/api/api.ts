import type { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { EngineReader } from '../engine/engine.ts';
import { docs } from './docs.ts';
import { documents } from './documents.ts';
import { facets } from './facets.ts';
import { health } from './health.ts';
import { router } from './routes.ts';
import { suggest } from './suggest.ts';
import { updates } from './updates.ts';

/** The HTTP API over one engine. Reading is open to any origin, so that a newsroom's own page can embed it. */
export function api(reader: EngineReader): OpenAPIHono {
  const app = router();
  app.use('/v1/*', cors({ origin: '*', allowMethods: ['GET'] }));
  for (const resource of [updates, documents, facets, suggest, health]) app.route('/', resource(reader));
  docs(app);
  return app;
}
