import type { Key } from 'meilisearch';
import { connect, type Address, type Connection } from './connection.ts';
import { createVersionCheck } from './version.ts';

/** What each key may do; nothing needs the master key but making these. */
const KEYS = {
  MEILI_SEARCH_KEY: {
    name: 'dateline search',
    actions: ['search', 'documents.get', 'indexes.get', 'stats.get'],
  },
  MEILI_INDEX_KEY: {
    name: 'dateline index',
    actions: ['documents.*', 'indexes.*', 'settings.*', 'tasks.get', 'search', 'stats.get'],
  },
};
type KeyName = keyof typeof KEYS;

interface Wish {
  name: string;
  actions: string[];
  indexes: string[];
}

/**
 * The two keys that Dateline needs for the indexes with this prefix, found again if they are there.
 * The address holds the master key. @throws EngineError where the server is too old, or naming MEILI_MASTER_KEY where that is refused.
 */
export async function findOrMakeKeys(address: Address): Promise<Record<KeyName, string>> {
  const role = { keyName: 'MEILI_MASTER_KEY', keyHelp: 'It must be the master key itself.' } as const;
  const server = connect(address, { ...role, timeout: 10_000, patience: 1000 });
  // Only here: a key for some indexes only may not ask for the version.
  await createVersionCheck(server, address.url)();
  const key = (name: KeyName) => findOrMake(server, { ...KEYS[name], indexes: [`${address.prefix}*`] });
  return { MEILI_SEARCH_KEY: await key('MEILI_SEARCH_KEY'), MEILI_INDEX_KEY: await key('MEILI_INDEX_KEY') };
}

async function findOrMake(server: Connection, wish: Wish): Promise<string> {
  const { results } = await server.ask((client) => client.getKeys({ limit: 1000 }));
  const found = results.find((key) => isAsWished(key, wish));
  return (found ?? (await server.ask((client) => client.createKey({ ...wish, expiresAt: null })))).key;
}

/** A key of the same name for other indexes or with other rights, say of an older version, doesn't do. */
const isAsWished = ({ name, actions, indexes, expiresAt }: Key, wish: Wish) =>
  name === wish.name && same(actions, wish.actions) && same(indexes, wish.indexes) && expiresAt === null;

const same = (a: string[], b: string[]) => a.toSorted().join() === b.toSorted().join();
