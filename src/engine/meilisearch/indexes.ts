import type { Settings } from 'meilisearch';
import type { Collections, Connection } from './connection.ts';
import { DOCUMENT_SETTINGS, ENTITY_SETTINGS, saysAll, UPDATE_SETTINGS } from './settings.ts';
import { TaskError } from './tasks.ts';

/** Makes sure that the three indexes are there and have the settings of settings.ts. */
export async function prepare(server: Connection, names: Collections): Promise<void> {
  await Promise.all([
    prepareOne(server, names.updates, UPDATE_SETTINGS),
    prepareOne(server, names.documents, DOCUMENT_SETTINGS),
    prepareOne(server, names.entities, ENTITY_SETTINGS),
  ]);
}

async function prepareOne(server: Connection, index: string, wanted: Settings): Promise<void> {
  const actual = await server.askOr(undefined, (client) => client.index(index).getSettings());
  // Settings that differ can mean indexing everything again, so they aren't sent for nothing.
  if (saysAll(actual, wanted)) return;
  // The server does one after the other by itself.
  const creating = actual ? undefined : await sendCreation(server, index);
  const settling = await server.send((client) => client.index(index).updateSettings(wanted));
  if (creating !== undefined) await created(server, creating);
  await server.done(settling);
}

/** Makes sure that the three indexes are there, whatever their settings. */
export async function createMissing(server: Connection, names: Collections): Promise<void> {
  for (const index of Object.values(names)) {
    const there = await server.askOr(undefined, (client) => client.getRawIndex(index));
    if (!there) await created(server, await sendCreation(server, index));
  }
}

const sendCreation = (server: Connection, index: string) =>
  server.send((client) => client.createIndex(index, { primaryKey: 'id' }));

/** What is done already is fine: a request whose answer got lost was sent twice. */
const created = (server: Connection, task: number) => server.done(task).catch(unless('index_already_exists'));

export async function drop(server: Connection, index: string): Promise<void> {
  const task = await server.send((client) => client.deleteIndex(index));
  await server.done(task).catch(unless('index_not_found'));
}

const unless = (code: string) => (error: unknown) => {
  if (!(error instanceof TaskError) || error.code !== code) throw error;
};

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
