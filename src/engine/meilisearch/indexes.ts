import type { Settings } from 'meilisearch';
import type { Collections, Connection } from './connection.ts';
import { DOCUMENT_SETTINGS, ENTITY_SETTINGS, saysAll, UPDATE_SETTINGS } from './settings.ts';

/** Makes sure that the three indexes are there and have the settings of settings.ts. */
export async function prepare(server: Connection, names: Collections): Promise<void> {
  await prepareOne(server, names.updates, UPDATE_SETTINGS);
  await prepareOne(server, names.documents, DOCUMENT_SETTINGS);
  await prepareOne(server, names.entities, ENTITY_SETTINGS);
}

async function prepareOne(server: Connection, index: string, wanted: Settings): Promise<void> {
  const actual = await server.askOr(undefined, (client) => client.index(index).getSettings());
  if (!actual)
    await server.done(await server.send((client) => client.createIndex(index, { primaryKey: 'id' })));
  // Settings that differ can mean indexing everything again, so they aren't sent for nothing.
  if (saysAll(actual, wanted)) return;
  await server.done(await server.send((client) => client.index(index).updateSettings(wanted)));
}

export async function drop(server: Connection, index: string): Promise<void> {
  await server.done(await server.send((client) => client.deleteIndex(index)));
}

/** The indexes beside the live ones in which rebuilds that broke off were at work. */
export async function leftovers(server: Connection, live: Collections): Promise<string[]> {
  const ours = Object.values(live).map((name) => beside(name));
  const names: string[] = [];
  for (;;) {
    const { results, total } = await server.ask((client) =>
      client.getRawIndexes({ limit: 100, offset: names.length }),
    );
    names.push(...results.map(({ uid }) => uid));
    if (names.length >= total || results.length === 0) break;
  }
  return names.filter((name) => ours.some((start) => name.startsWith(start)));
}

export const beside = (index: string, run = '') => `${index}-new-${run}`;
