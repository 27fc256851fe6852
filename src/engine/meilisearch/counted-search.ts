import type { FederatedMultiSearchParams, SearchParams } from 'meilisearch';
import { EngineUnavailableError } from '../engine.ts';
import type { Connection } from './connection.ts';
import { countsOf, FIRST_VALUES, holdFirst } from './facet-counts.ts';
import { NOTHING, type Response } from './search-response.ts';
import type { StoredUpdate } from './stored-update.ts';

/** One search; an index that isn't there answers with nothing. */
export const searchOnce = (server: Connection, index: string, request: SearchParams): Promise<Response> =>
  server.askOr<Response>(NOTHING, async (client) => {
    return asWhole(await client.index<StoredUpdate>(index).search(null, request));
  });

/**
 * A search with counts, `needed` (see `neededCounts`) of each field. The settings have one cap for all
 * fields, high, because somebody may ask for all values; most answers show ten of them, and thousands
 * would take longer to send and read than to count. A federated search takes a cap of its own, also with
 * a single query. Only fields that it cut too early are asked for again, whole.
 */
export async function countedSearch(
  server: Connection,
  index: string,
  request: SearchParams,
  needed: ReadonlyMap<string, number>,
): Promise<Response> {
  const whole = [...needed].filter(([, shown]) => shown === Infinity).map(([field]) => field);
  if (whole.length === needed.size) return searchOnce(server, index, request);
  const answer = await searchFirst(server, index, request);
  const short = [...needed].filter(
    ([field, shown]) => !holdFirst(countsOf(answer.facetDistribution?.[field]), shown, FIRST_VALUES),
  );
  if (short.length === 0) return answer;
  const { sort: _, ...rest } = request;
  const again = { ...rest, page: 1, hitsPerPage: 0, facets: short.map(([field]) => field) };
  const { facetDistribution } = await searchOnce(server, index, again);
  return { ...answer, facetDistribution: { ...answer.facetDistribution, ...facetDistribution } };
}

/** The same search as a federated one, with the highest counts of each field only. */
function searchFirst(server: Connection, index: string, request: SearchParams): Promise<Response> {
  const { page = 1, hitsPerPage = 0, facets = [], ...query } = request;
  const search: FederatedMultiSearchParams = {
    queries: [{ ...query, indexUid: index }],
    federation: {
      page,
      hitsPerPage,
      facetsByIndex: { [index]: facets },
      mergeFacets: { maxValuesPerFacet: FIRST_VALUES },
    },
  } as FederatedMultiSearchParams;
  return server.askOr<Response>(NOTHING, async (client) =>
    asWhole(await client.multiSearch<FederatedMultiSearchParams, StoredUpdate>(search)),
  );
}

/**
 * An answer that says how many there are. A server that asks others only mentions in `remoteErrors` that
 * one of them didn't answer, and gives the rest as if it were all.
 * @throws EngineUnavailableError where it isn't an answer to a search, or not a whole one
 */
function asWhole(answer: object): Response {
  const { hits, totalHits, remoteErrors } = answer as Partial<Response> & { remoteErrors?: object };
  const missing = Object.keys(remoteErrors ?? {});
  if (missing.length > 0)
    throw new EngineUnavailableError(`These servers of the network didn't answer: ${missing.join(', ')}.`);
  if (!Array.isArray(hits) || typeof totalHits !== 'number')
    throw new EngineUnavailableError('What answers at MEILI_URL is not the search of a Meilisearch.');
  return answer as Response;
}
