import { IdConflictError, type EngineWriter } from '../engine.ts';
import { applyChanges, type Change } from './changes.ts';
import { collections, connect, KEY_HELP, type Address } from './connection.ts';
import type { Role } from './errors.ts';
import { rebuild } from './rebuild.ts';
import { createTurns } from './turns.ts';
import { createVersionCheck } from './version.ts';

/** A batch of some megabytes takes its time on a slow line, and a restart of the server some seconds. */
const WRITING: Role = {
  keyName: 'MEILI_INDEX_KEY',
  keyHelp: KEY_HELP,
  timeout: 60_000,
  patience: 30_000,
};

/** More at once would hold up those who come later, and gain little: a task takes its time with one. */
const MOST_TOGETHER = 20;

interface Waiting {
  change: Change;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

/**
 * Writes a Meilisearch index. One write follows the other, but those that come while another is under
 * way are then done together. What comes during a rebuild goes into the index that serves, and into the
 * new one before that takes its place. All this holds within one writer, not between two.
 */
export function createMeilisearchWriter(address: Address, role: Partial<Role> = {}): EngineWriter {
  const server = connect(address, { ...WRITING, ...role });
  const live = collections(address.prefix);
  const assertVersion = createVersionCheck(server, address.url);
  const inTurn = createTurns();
  const rebuildInTurn = createTurns();
  const waiting: Waiting[] = [];
  /** The changes since the rebuild that is under way began. */
  let meanwhile: Map<string, Change> | undefined;

  const applyWaiting = async () => {
    const group = waiting.splice(0, MOST_TOGETHER);
    if (group.length === 0) return;
    const last = new Map(group.map(({ change }) => [change.documentId, change]));
    try {
      await assertVersion();
      const failures = await applyChanges(server, live, [...last.values()]);
      for (const [id, change] of last)
        if (!(failures.get(id) instanceof IdConflictError)) meanwhile?.set(id, change);
      for (const { change, resolve, reject } of group) {
        const failure = failures.get(change.documentId);
        if (failure) reject(failure);
        else resolve();
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  const submit = (change: Change) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ change, resolve, reject });
      // A turn for each, so that `close` comes after all of them; most find that theirs was done with another's.
      void inTurn(applyWaiting);
    });

  return {
    rebuild: (documents) =>
      rebuildInTurn(async () => {
        const changed = new Map<string, Change>();
        meanwhile = changed;
        try {
          await assertVersion();
          await rebuild(server, live, documents, { inTurn, changes: () => [...changed.values()] });
        } finally {
          meanwhile = undefined;
        }
      }),
    replace: (document, records, entities) =>
      submit({ documentId: document.id, next: { document, records, entities } }),
    remove: (documentId) => submit({ documentId }),
    async close() {
      await rebuildInTurn(async () => undefined);
      // Each group leaves its turn to the next only once it has begun.
      do await inTurn(async () => undefined);
      while (waiting.length > 0);
    },
  };
}
