import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { EngineReader } from '../engine/engine.ts';
import type { EntityType } from '../record.ts';
import { suggestAnswer, suggestParameters } from './contract.ts';
import { shown } from './fields-parameter.ts';
import { answers, onlyKnown, router } from './routes.ts';

const MOST = 5;

const suggestRoute = createRoute({
  method: 'get',
  path: '/v1/suggest',
  summary: 'People, organizations, places and updates for what is being typed, in one call',
  middleware: onlyKnown(suggestParameters),
  request: { query: suggestParameters },
  responses: answers(suggestAnswer, 'At most five of each'),
});

export function suggest(reader: EngineReader): OpenAPIHono {
  const app = router();
  app.openapi(suggestRoute, async (c) => {
    const { q } = c.req.valid('query');
    const [people, organizations, places, updates] = await Promise.all([
      named(reader, 'person', q),
      named(reader, 'organization', q),
      named(reader, 'place', q),
      found(reader, q),
    ]);
    return c.json({ people, organizations, places, updates }, 200);
  });
  return app;
}

/** Found by any name: `MBS` is Mohammed bin Salman. The counts are those of the facet. */
const named = async (reader: EngineReader, type: EntityType, prefix: string) => {
  if (prefix.trim() === '') return [];
  const entities = await reader.entities({ types: [type], prefix, limit: MOST });
  return entities.map(({ name, updateCount }) => ({ value: name, count: updateCount, selected: false }));
};

const found = async (reader: EngineReader, q: string) => {
  if (q.trim() === '') return [];
  const result = await reader.search({
    q,
    match: 'auto',
    filters: { facets: {} },
    sort: 'relevance',
    page: 1,
    perPage: MOST,
    facets: [],
    facetLimit: 1,
  });
  return result.hits.map((hit) => ({ ...hit, update: shown(hit.update) }));
};
