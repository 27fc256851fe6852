import type { SearchParams } from 'meilisearch';
import type { EntityInfo, KnownEntity } from '../../record.ts';
import type { EntityQuery } from '../engine.ts';
import { byUpdatesThenName, FACET_OF } from '../entity-names.ts';
import { words } from '../words.ts';
import type { Collections, Connection } from './connection.ts';
import { encode } from './facet-value.ts';
import { facetIs, quote } from './filters.ts';
import { facetField } from './facet-counts.ts';
import { toStoredEntity, type StoredEntity } from './stored-entity.ts';
import type { StoredUpdate } from './stored-update.ts';

/** Some more than asked for, because those that no update names any more fall out. */
const SPARE = 10;

type Candidate = Pick<StoredEntity, 'info'> & { _rankingScoreDetails?: { typo?: { typoCount?: number } } };

/** Finds entities by name, alias or a near spelling, each with its updates counted now. */
export async function findEntities(
  server: Connection,
  { entities, updates }: Collections,
  query: EntityQuery,
): Promise<KnownEntity[]> {
  const request = {
    // Unquoted, so that the server forgives typos; the last word may be a beginning.
    q: words(query.prefix).join(' '),
    matchingStrategy: 'all' as const,
    filter: `type IN [${query.types.map(quote).join(', ')}]`,
    limit: query.limit + SPARE,
    attributesToRetrieve: ['info'],
    showRankingScoreDetails: true,
  };
  const nothing = { hits: [] as Candidate[] };
  const { hits } = await server.askOr<{ hits: Candidate[] }>(nothing, (client) =>
    client.index<StoredEntity>(entities).search(null, request),
  );
  const counted = await Promise.all(nearestOf(hits).map(({ info }) => counting(server, updates, info)));
  return counted.flat().sort(byUpdatesThenName).slice(0, query.limit);
}

/** The server mixes names as typed with those a typo away; the fewest typos that exist are enough. */
function nearestOf(hits: Candidate[]): Candidate[] {
  const typos = ({ _rankingScoreDetails: details }: Candidate) => details?.typo?.typoCount ?? 0;
  const fewest = Math.min(...hits.map(typos));
  return hits.filter((hit) => typos(hit) === fewest);
}

async function counting(server: Connection, updates: string, info: EntityInfo): Promise<KnownEntity[]> {
  const request = {
    filter: facetIs(FACET_OF[info.type], info.name),
    sort: ['order:desc'],
    page: 1,
    hitsPerPage: 1,
    attributesToRetrieve: ['publishedTs'],
  };
  const nothing = { totalHits: 0, hits: [] as Pick<StoredUpdate, 'publishedTs'>[] };
  const { totalHits, hits } = await server.askOr(nothing, (client) =>
    client.index<StoredUpdate>(updates).search(null, request),
  );
  return hits.map(({ publishedTs }) => ({ ...info, updateCount: totalHits, lastSeen: publishedTs }));
}

/** Entities with the number of updates in the index that name them, as they are stored. */
export async function storedEntities(
  server: Connection,
  updates: string,
  entities: readonly EntityInfo[],
): Promise<StoredEntity[]> {
  const byType = Map.groupBy(entities, ({ type }) => type);
  const stored = [...byType].map(async ([type, infos]) => {
    const field = facetField(FACET_OF[type]);
    const request: SearchParams = {
      filter: `${field} IN [${infos.map(({ name }) => quote(encode(name))).join(', ')}]`,
      facets: [field],
      page: 1,
      hitsPerPage: 0,
    };
    const { facetDistribution } = await server.ask((client) =>
      client.index<StoredUpdate>(updates).search(null, request),
    );
    return infos.map((info) => toStoredEntity(info, facetDistribution?.[field]?.[encode(info.name)] ?? 0));
  });
  return (await Promise.all(stored)).flat();
}
