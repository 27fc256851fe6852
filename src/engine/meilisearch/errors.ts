import { MeilisearchRequestError } from 'meilisearch';
import { EngineError, EngineUnavailableError } from '../engine.ts';
import { RequestFailure, type Failure } from './http.ts';

/** On whose behalf the server is asked. */
export interface Role {
  /** The environment variable that holds the key, and where a right one comes from, for messages. */
  keyName: 'MEILI_SEARCH_KEY' | 'MEILI_INDEX_KEY' | 'MEILI_MASTER_KEY';
  keyHelp: string;
  /** Milliseconds for one request and its answer. */
  timeout: number;
  /** Milliseconds in which a request that failed for now is sent again. */
  patience: number;
}

/** How a request failed; undefined for what is no failed request. The client wraps what its transport throws. */
export function failureOf(cause: unknown): Failure | undefined {
  return requestFailure(cause)?.failure;
}

const requestFailure = (cause: unknown): RequestFailure | undefined =>
  cause instanceof MeilisearchRequestError && cause.cause instanceof RequestFailure ? cause.cause : undefined;

/** An index or a document that isn't there. */
export function isMissing(cause: unknown): boolean {
  const code = failureOf(cause)?.code;
  return code === 'index_not_found' || code === 'document_not_found';
}

/** What went wrong in the words of whoever runs the server, and what to do about it. */
export function toEngineError(cause: unknown, url: string, role: Role): EngineError {
  if (cause instanceof EngineError) return cause;
  const failed = requestFailure(cause);
  if (!failed) return new EngineError(`Asking Meilisearch at ${url} failed: ${String(cause)}`, { cause });
  const { failure, message } = failed;
  if (failure.kind === 'refused') return refused(failed, url, role);
  return new EngineUnavailableError(unavailable(failure, message, url, role), { cause });
}

function unavailable({ kind, status }: Failure, message: string, url: string, { timeout }: Role): string {
  if (kind === 'timeout') {
    return `Meilisearch at ${url} didn't answer within ${timeout / 1000} seconds; it may be overloaded.`;
  }
  if (kind === 'unreachable') {
    return `Meilisearch doesn't answer at ${url} (${message}). Is it running, and is MEILI_URL right?`;
  }
  if (kind === 'broken') {
    return `Meilisearch at ${url} broke off before its answer was complete (${message}). Is it running, or just restarting?`;
  }
  if (status! >= 500)
    return `Before Meilisearch at ${url} a proxy answers that it can't reach it (${status}).`;
  return notMeilisearch(url);
}

const notMeilisearch = (url: string) =>
  `What answers at ${url} is not Meilisearch: a proxy's page, or a wrong MEILI_URL?`;

function refused(cause: RequestFailure, url: string, { keyName, keyHelp }: Role): EngineError {
  const { status = 0, code } = cause.failure;
  const { message } = cause;
  if (code === 'missing_authorization_header') {
    return new EngineError(`Meilisearch at ${url} wants a key: set ${keyName}. ${keyHelp}`, { cause });
  }
  if (status === 401 || status === 403) {
    return new EngineError(`Meilisearch at ${url} refuses the key in ${keyName}. ${keyHelp}`, { cause });
  }
  if (status === 429 || status === 503) {
    return new EngineUnavailableError(`Meilisearch at ${url} has too much to do right now: ${message}`, {
      cause,
    });
  }
  if (status >= 500) {
    return new EngineUnavailableError(
      `Meilisearch at ${url} failed by itself (${status}: ${message}); its log may say why.`,
      { cause },
    );
  }
  // Meilisearch names its reasons.
  if (code === undefined) return new EngineUnavailableError(notMeilisearch(url), { cause });
  const hint = 'Is it a version that Dateline knows? `npm run probe` tells.';
  return new EngineError(`Meilisearch at ${url} refused a request: ${message} ${hint}`, { cause });
}
