import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';
import { EngineError, EngineUnavailableError } from '../engine.ts';

/** On whose behalf the server is asked. */
export interface Role {
  /** The environment variable that holds the key, and where a right one comes from, for messages. */
  keyName: 'MEILI_SEARCH_KEY' | 'MEILI_INDEX_KEY' | 'MEILI_MASTER_KEY';
  keyHelp: string;
  timeout: number;
  /** Once more when a connection breaks. Reading may; a write could have arrived. */
  retry: boolean;
}

/** An index or a document that isn't there. */
export const isMissing = ({ cause }: MeilisearchApiError) =>
  cause?.code === 'index_not_found' || cause?.code === 'document_not_found';

const isTimeout = (cause: unknown) =>
  cause instanceof MeilisearchRequestError && cause.cause instanceof MeilisearchRequestTimeOutError;

/** The connection broke or never was; a time-out is not one, since the server may still be at work. */
export const isConnectionError = (cause: unknown): cause is MeilisearchRequestError =>
  cause instanceof MeilisearchRequestError && !isTimeout(cause);

/** What went wrong in the words of whoever runs the server, and what to do about it. */
export function toEngineError(cause: unknown, url: string, role: Role): EngineError {
  if (cause instanceof EngineError) return cause;
  if (isTimeout(cause)) {
    const seconds = role.timeout / 1000;
    return unavailable(
      `Meilisearch at ${url} didn't answer within ${seconds} seconds; it may be overloaded.`,
      cause,
    );
  }
  if (isConnectionError(cause)) {
    const hint = 'Is it running, and is MEILI_URL right?';
    return unavailable(`Meilisearch doesn't answer at ${url} (${reason(cause)}). ${hint}`, cause);
  }
  if (cause instanceof MeilisearchApiError) return fromStatus(cause, url, role);
  // The client reads every answer as JSON, also the error page of a proxy whose Meilisearch is away.
  if (cause instanceof SyntaxError) {
    return unavailable(
      `What answers at ${url} is not Meilisearch: a proxy's page, or a wrong MEILI_URL?`,
      cause,
    );
  }
  return new EngineError(`Asking Meilisearch at ${url} failed: ${String(cause)}`, { cause });
}

const unavailable = (message: string, cause: unknown) => new EngineUnavailableError(message, { cause });

function fromStatus(cause: MeilisearchApiError, url: string, { keyName, keyHelp }: Role): EngineError {
  const { status } = cause.response;
  if (status === 401 || status === 403) {
    const what = `Meilisearch at ${url} refuses the key in ${keyName}.`;
    return new EngineError(`${what} ${keyHelp}`, { cause });
  }
  if (status >= 500 || status === 429) {
    return unavailable(`Meilisearch at ${url} can't answer right now: ${cause.message}`, cause);
  }
  return new EngineError(`Meilisearch at ${url} refused a request: ${cause.message}`, { cause });
}

/** `ECONNREFUSED` and the like stand two causes deep in what fetch throws. */
function reason({ cause }: MeilisearchRequestError): string {
  const inner = cause instanceof Error ? (cause.cause ?? cause) : cause;
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code;
  return inner instanceof Error ? inner.message : String(inner);
}
