import type { EntityInfo } from '../../record.ts';
import { FACET_OF } from '../entity-names.ts';
import type { Collections, Connection } from './connection.ts';
import { facetIsOneOf } from './filters.ts';
import { matching } from './search-request.ts';
import type { StoredEntity } from './stored-entity.ts';

/** So many entities with a word in their names are looked at together; mostly the first of them is named by updates. */
const PAGE = 50;

/** Those of these words that stand in the name of somebody or something that updates name. */
export async function namesAmong(
  server: Connection,
  live: Collections,
  words: readonly string[],
): Promise<Set<string>> {
  const named = await Promise.all(words.map((word) => isName(server, live, word)));
  return new Set(words.filter((_, i) => named[i]));
}

/** Is this a word of the name of somebody or something that updates name? */
export async function isName(server: Connection, live: Collections, word: string): Promise<boolean> {
  for (let page = 1; ; page++) {
    const called = await entitiesWith(server, live.entities, word, page);
    if (called.length > 0 && (await areNamed(server, live.updates, called))) return true;
    if (called.length < PAGE) return false;
  }
}

/** Those with this word in their names, the most named when they were written first; the server gives 1,000 at most. */
async function entitiesWith(
  server: Connection,
  entities: string,
  word: string,
  page: number,
): Promise<EntityInfo[]> {
  const whole = { wanted: [[word]], excluded: [], open: false, ignored: [] };
  const request = { ...matching(whole), page, hitsPerPage: PAGE, attributesToRetrieve: ['info'] };
  const nothing = { hits: [] as Pick<StoredEntity, 'info'>[] };
  const { hits } = await server.askOr(nothing, (client) =>
    client.index<StoredEntity>(entities).search(null, request),
  );
  return hits.map(({ info }) => info);
}

/** Does any update name one of them? Those that none names any more stay where they are until a rebuild. */
async function areNamed(
  server: Connection,
  updates: string,
  entities: readonly EntityInfo[],
): Promise<boolean> {
  const byFacet = Map.groupBy(entities, ({ type }) => FACET_OF[type]);
  const named = [...byFacet].map(([facet, infos]) =>
    facetIsOneOf(
      facet,
      infos.map(({ name }) => name),
    ),
  );
  const request = { filter: [named], page: 1, hitsPerPage: 0 };
  const { totalHits } = await server.askOr<{ totalHits: number }>({ totalHits: 0 }, (client) =>
    client.index(updates).search(null, request),
  );
  return totalHits > 0;
}
