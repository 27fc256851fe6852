import type { DocumentsQuery } from 'meilisearch';
import type { Connection } from './connection.ts';

const PAGE = 1000;

/** Every stored object that a query names, page after page; none where the index isn't there. */
export async function fetchAll<T>(
  server: Connection,
  index: string,
  query: Omit<DocumentsQuery, 'limit' | 'offset'>,
): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const page = { ...query, limit: PAGE, offset: found.length };
    const nothing = { results: [] as T[] };
    const { results } = await server.askOr(nothing, async (client) => {
      return (await client.index(index).getDocuments(page)) as { results: T[] };
    });
    found.push(...results);
    if (results.length < PAGE) return found;
  }
}
