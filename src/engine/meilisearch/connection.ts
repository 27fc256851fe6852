import { Meilisearch, MeilisearchApiError, type EnqueuedTask } from 'meilisearch';
import { EngineError } from '../engine.ts';
import { isConnectionError, isMissing, toEngineError, type Role } from './errors.ts';

/** Where a Meilisearch is, and the names that are ours there. */
export interface Address {
  url: string;
  key?: string;
  prefix: string;
}

export const KEY_HELP = '`npm run keys` makes one that may do what is needed.';

export const collections = (prefix: string) => ({
  updates: `${prefix}updates`,
  documents: `${prefix}documents`,
  entities: `${prefix}entities`,
});
export type Collections = ReturnType<typeof collections>;

/** The only place that talks to the network. Whatever goes wrong comes out as an EngineError. */
export interface Connection {
  ask<T>(request: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** The same, with an answer for an index or a document that isn't there. */
  askOr<T>(nothing: T, request: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** Sends a write; resolves when the server has accepted it. */
  send(request: (client: Meilisearch) => Promise<EnqueuedTask>): Promise<number>;
  /** Waits until an accepted write is done. @throws EngineError with the server's reason if it failed. */
  done(task: number): Promise<void>;
}

export function connect(address: Address, role: Role): Connection {
  const client = new Meilisearch({
    host: address.url,
    ...(address.key && { apiKey: address.key }),
    timeout: role.timeout,
    // Node's fetch would ask for compressed answers, which this server sends 44 ms late.
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
  });
  const attempt = async <T>(request: (client: Meilisearch) => Promise<T>): Promise<T> => {
    try {
      return await request(client);
    } catch (cause) {
      if (!role.retry || !isConnectionError(cause)) throw cause;
      return request(client);
    }
  };
  const ask: Connection['ask'] = (request) =>
    attempt(request).catch((cause: unknown) => {
      throw toEngineError(cause, address.url, role);
    });
  return {
    ask,
    askOr: (nothing, request) => ask((server) => request(server).catch(insteadOfMissing(nothing))),
    send: async (request) => (await ask(request)).taskUid,
    async done(uid) {
      // The client resolves for failed tasks too, and would give up after 5 s.
      const task = await ask((server) => server.tasks.waitForTask(uid, { timeout: 0, interval: 20 }));
      if (task.status === 'succeeded') return;
      throw new EngineError(
        `Meilisearch could not write: ${task.error?.message ?? `the task was ${task.status}`}`,
      );
    },
  };
}

const insteadOfMissing =
  <T>(nothing: T) =>
  (cause: unknown): T => {
    if (cause instanceof MeilisearchApiError && isMissing(cause)) return nothing;
    throw cause;
  };
