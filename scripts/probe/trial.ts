import { randomBytes } from 'node:crypto';
import type { SearchParams, Settings } from 'meilisearch';
import { connect, type Address, type Connection } from '../../src/engine/meilisearch/connection.ts';
import type { Role } from '../../src/engine/meilisearch/errors.ts';
import { drop } from '../../src/engine/meilisearch/indexes.ts';
import type { Response } from '../../src/engine/meilisearch/search-response.ts';
import type { StoredUpdate } from '../../src/engine/meilisearch/stored-update.ts';

/** An entry of a trial: what of a stored update matters to it. */
export type Entry = Partial<Omit<StoredUpdate, 'record'>> & { id: string };

/** A server to try things on, in indexes with names of their own that are gone afterwards. */
export interface Trial {
  server: Connection;
  /** An index of this name with these settings and entries; comes back with its full name. */
  index(name: string, settings: Settings, entries: Entry[]): Promise<string>;
  add(index: string, entries: Entry[]): Promise<void>;
  search(index: string, request: SearchParams): Promise<Response>;
  /** The ids that a search finds, in its order. */
  ids(index: string, request: SearchParams): Promise<string[]>;
  end(): Promise<void>;
}

export function openTrial(address: Address, role: Role): Trial {
  const server = connect(address, role);
  const prefix = `${address.prefix}probe-${randomBytes(4).toString('hex')}_`;
  const made: string[] = [];
  const add = async (index: string, entries: Entry[]) =>
    server.done(await server.send((client) => client.index(index).addDocuments(entries)));
  const search = (index: string, request: SearchParams) =>
    server.ask(
      async (client) =>
        (await client.index(index).search(null, { page: 1, ...request })) as unknown as Response,
    );
  return {
    server,
    add,
    search,
    async index(name, settings, entries) {
      const index = prefix + name;
      made.push(index);
      await server.done(await server.send((client) => client.createIndex(index, { primaryKey: 'id' })));
      await server.done(await server.send((client) => client.index(index).updateSettings(settings)));
      await add(index, entries);
      return index;
    },
    ids: async (index, request) => (await search(index, request)).hits.map(({ id }) => id),
    async end() {
      for (const index of made) await drop(server, index);
    },
  };
}
