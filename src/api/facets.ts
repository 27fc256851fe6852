import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { EngineReader } from '../engine/engine.ts';
import { facetAnswer, facetPath } from './contract.ts';
import { facetSearchParameters, toFilters } from './search-parameters.ts';
import { answers, onlyKnown, router } from './routes.ts';

const facetRoute = createRoute({
  method: 'get',
  path: '/v1/facets/{facet}',
  summary: 'Search inside a facet, under the same filters as a search',
  middleware: onlyKnown(facetSearchParameters),
  request: { params: facetPath, query: facetSearchParameters },
  responses: answers(facetAnswer, 'Values and their counts'),
});

export function facets(reader: EngineReader): OpenAPIHono {
  const app = router();
  app.openapi(facetRoute, async (c) => {
    const { facet } = c.req.valid('param');
    const parameters = c.req.valid('query');
    const { q: prefix, query: q, match, facetLimit: limit } = parameters;
    const filters = toFilters(parameters);
    return c.json(await reader.facetValues({ facet, prefix, q, match, limit, filters }), 200);
  });
  return app;
}
