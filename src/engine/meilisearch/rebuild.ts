import { EngineError, type IndexedDocument } from '../engine.ts';
import type { Collections, Connection } from './connection.ts';
import { assertOwnIds } from './id-conflict.ts';
import { beside, drop, leftovers, prepare } from './indexes.ts';
import { createLoader } from './loader.ts';
import { createEntityTally } from './stored-entity.ts';
import { toStoredDocument, toStoredUpdate } from './stored-update.ts';

/**
 * Builds new indexes beside the live ones, checks them, and swaps all in one step. Until then, and
 * if anything fails, the old ones serve.
 */
export async function rebuild(
  server: Connection,
  live: Collections,
  documents: AsyncIterable<IndexedDocument>,
) {
  for (const name of await leftovers(server, live)) await drop(server, name);
  const run = Date.now().toString(36);
  const next = {
    updates: beside(live.updates, run),
    documents: beside(live.documents, run),
    entities: beside(live.entities, run),
  };
  let built: string | undefined;
  try {
    await prepare(server, next);
    await load(server, next, documents);
    await prepare(server, live);
    built = await birth(server, next.updates);
    await sendSwap(server, live, next);
  } finally {
    // After the swap these names hold the old set, else the unfinished new one. What can't be dropped
    // now is dropped by the next rebuild, so it mustn't hide how this one went.
    await Promise.allSettled(Object.values(next).map((name) => drop(server, name)));
  }
  await assertSwapped(server, live, built);
}

async function load(server: Connection, next: Collections, documents: AsyncIterable<IndexedDocument>) {
  const updates = createLoader(server, next.updates);
  const infos = createLoader(server, next.documents);
  const owners = new Map<string, string>();
  const seen = new Set<string>();
  const named = createEntityTally();
  for await (const { document, records, entities } of documents) {
    if (seen.has(document.id))
      throw new EngineError(`The live blog ${document.id} came twice; give each its own id.`);
    seen.add(document.id);
    assertOwnIds(document.id, records, owners);
    for (const record of records) await updates.add(toStoredUpdate(record));
    await infos.add(toStoredDocument(document));
    named.add(entities, records);
  }
  const entities = createLoader(server, next.entities);
  for (const entity of named.stored()) await entities.add(entity);
  for (const loader of [updates, infos, entities]) await loader.finish();
}

async function sendSwap(server: Connection, live: Collections, next: Collections) {
  const pairs: [string, string][] = [
    [live.updates, next.updates],
    [live.documents, next.documents],
    [live.entities, next.entities],
  ];
  const swaps = pairs.map((indexes) => ({ indexes, rename: false }));
  await server.sendOnce((client) => client.swapIndexes(swaps));
}

/**
 * A key for some indexes only may swap, but not see what became of that task. The drops after it are
 * done after it, and an index keeps its date of birth under another name: so that date is looked at.
 */
async function assertSwapped(server: Connection, live: Collections, built: string) {
  if ((await birth(server, live.updates)) === built) return;
  throw new EngineError('Meilisearch did not put the new index in place of the old one, which still serves.');
}

const birth = async (server: Connection, index: string) =>
  String((await server.ask((client) => client.getRawIndex(index))).createdAt);
