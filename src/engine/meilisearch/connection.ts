import { Meilisearch, type EnqueuedTask } from 'meilisearch';
import { failureOf, isMissing, toEngineError, type Role } from './errors.ts';
import { createHttpClient } from './http.ts';
import { retrying } from './retry.ts';
import { untilDone } from './tasks.ts';

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

/** The only way to the server. Whatever goes wrong comes out as an EngineError. */
export interface Connection {
  ask<T>(request: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** The same, with an answer for an index or a document that isn't there. */
  askOr<T>(nothing: T, request: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** Sends a write that may be sent twice; resolves when the server has accepted it. */
  send(request: (client: Meilisearch) => Promise<EnqueuedTask>): Promise<number>;
  /** Sends a write that mustn't be done twice: where nobody knows whether it arrived, it fails. */
  sendOnce(request: (client: Meilisearch) => Promise<EnqueuedTask>): Promise<number>;
  /** Waits until an accepted write is done. @throws TaskError with the server's reason if it failed. */
  done(task: number): Promise<void>;
}

export function connect(address: Address, role: Role): Connection {
  const client = new Meilisearch({
    host: address.url,
    ...(address.key && { apiKey: address.key }),
    httpClient: createHttpClient(role.timeout),
    // The server sends compressed answers 44 ms late.
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
  });
  const waiting = (cause: unknown) =>
    role.outage?.waiting(toEngineError(cause, address.url, role), role.patience);
  const patiently = <T>(repeatable: boolean, request: (client: Meilisearch) => Promise<T>): Promise<T> =>
    retrying({ patience: role.patience, repeatable, waiting }, () => request(client), failureOf).then(
      (answer) => {
        role.outage?.over();
        return answer;
      },
      (cause: unknown) => {
        throw toEngineError(cause, address.url, role);
      },
    );
  const ask: Connection['ask'] = (request) => patiently(true, request);
  return {
    ask,
    askOr: (nothing, request) => ask((server) => request(server).catch(insteadOfMissing(nothing))),
    send: async (request) => (await ask(request)).taskUid,
    sendOnce: async (request) => (await patiently(false, request)).taskUid,
    done: (task) => untilDone(() => ask((server) => server.tasks.getTask(task))),
  };
}

const insteadOfMissing =
  <T>(nothing: T) =>
  (cause: unknown): T => {
    if (isMissing(cause)) return nothing;
    throw cause;
  };
