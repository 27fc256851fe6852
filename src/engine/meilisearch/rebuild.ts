import { EngineError, RecordsRefusedError, type IndexedDocument, type Refusal } from '../engine.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Collections, Connection } from './connection.ts';
import { assertOwnIds } from './id-conflict.ts';
import { beside, createMissing, drop, leftovers, prepare } from './indexes.ts';
import { assertCount, createLoader } from './loader.ts';
import { refusalsOf, withoutRefused } from './refusals.ts';
import { createEntityTally } from './stored-entity.ts';
import { toStoredDocument, toStoredUpdate, type StoredUpdate } from './stored-update.ts';
import type { Turns } from './turns.ts';

/** What goes on beside a rebuild. */
interface Beside {
  /** While this works, nothing else is written. */
  inTurn: Turns;
  /** What was written to the live indexes since the rebuild began; it is newer than what is rebuilt from. */
  changes: () => Change[];
}

/**
 * Builds new indexes beside the live ones, checks them, brings them up to date with what was written
 * meanwhile, and swaps all in one step. Until then, and if anything fails, the old ones serve.
 * @throws RecordsRefusedError where all is in but some records
 */
export async function rebuild(
  server: Connection,
  live: Collections,
  documents: AsyncIterable<IndexedDocument>,
  { inTurn, changes }: Beside,
) {
  for (const name of await leftovers(server, live)) await drop(server, name);
  const run = Date.now().toString(36);
  const next = {
    updates: beside(live.updates, run),
    documents: beside(live.documents, run),
    entities: beside(live.entities, run),
  };
  let refusals: Refusal[];
  try {
    await prepare(server, next);
    refusals = await load(server, next, documents);
  } catch (error) {
    await dropAll(server, next);
    throw error;
  }
  await inTurn(() => takePlace(server, live, next, changes()));
  if (refusals.length > 0) throw new RecordsRefusedError(refusals);
}

/** Gives the updates that the server refused. */
async function load(
  server: Connection,
  next: Collections,
  documents: AsyncIterable<IndexedDocument>,
): Promise<Refusal[]> {
  const updates = createLoader<StoredUpdate>(server, next.updates);
  const infos: IndexedDocument['document'][] = [];
  const owners = new Map<string, string>();
  const seen = new Set<string>();
  const named = createEntityTally();
  for await (const { document, records, entities } of documents) {
    if (seen.has(document.id))
      throw new EngineError(`The live blog ${document.id} came twice; give each its own id.`);
    seen.add(document.id);
    assertOwnIds(document.id, records, owners);
    for (const record of records) await updates.add(toStoredUpdate(record));
    infos.push(document);
    named.add(entities, records);
  }
  const loaded = await updates.finish();
  await assertCount(server, next.updates, loaded.sent);
  const refusals = refusalsOf(loaded.refused);
  const stored = infos.map((info) => toStoredDocument(withoutRefused(info, refusals.get(info.id))));
  await loadWhole(server, next.documents, stored);
  await loadWhole(server, next.entities, named.stored());
  return [...refusals.values()].flat();
}

async function loadWhole(server: Connection, index: string, entries: Iterable<object>) {
  const loader = createLoader(server, index);
  for (const entry of entries) await loader.add(entry);
  const { refused, sent } = await loader.finish();
  if (refused[0]) throw new EngineError(refused[0].reason);
  await assertCount(server, index, sent);
}

async function takePlace(server: Connection, live: Collections, next: Collections, changes: Change[]) {
  let built: string | undefined;
  let failure: unknown;
  try {
    if (changes.length > 0) assertApplied(await applyChanges(server, next, changes));
    await createMissing(server, live);
    built = await birth(server, next.updates);
    await sendSwap(server, live, next);
  } catch (error) {
    failure = error;
  }
  // After the swap these names hold the old set, else the unfinished new one.
  await dropAll(server, next);
  // Where the answer to the swap got lost it may have been done all the same.
  if (built === undefined) throw failure;
  await assertSwapped(server, live, built, failure);
}

/** Refused records were named when they came; an id that belongs to another live blog by now stops the rebuild. */
function assertApplied(failures: Awaited<ReturnType<typeof applyChanges>>) {
  for (const failure of failures.values()) if (!(failure instanceof RecordsRefusedError)) throw failure;
}

/** What can't be dropped now is dropped by the next rebuild, so it mustn't hide how this one went. */
async function dropAll(server: Connection, names: Collections) {
  await Promise.allSettled(Object.values(names).map((name) => drop(server, name)));
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
async function assertSwapped(server: Connection, live: Collections, built: string, failure: unknown) {
  if ((await birth(server, live.updates)) === built) return;
  const message = 'Meilisearch did not put the new index in place of the old one, which still serves.';
  throw failure ?? new EngineError(message);
}

const birth = async (server: Connection, index: string) =>
  String((await server.ask((client) => client.getRawIndex(index))).createdAt);
