import { MeilisearchRequestError } from 'meilisearch';
import { EngineError, EngineUnavailableError } from '../engine.ts';
import type { Failure } from './failure.ts';
import { RequestFailure } from './http.ts';
import type { Outage } from './outage.ts';

/** On whose behalf the server is asked. */
export interface Role {
  /** The environment variable that holds the key, and where a right one comes from, for messages. */
  keyName: 'MEILI_SEARCH_KEY' | 'MEILI_INDEX_KEY' | 'MEILI_MASTER_KEY';
  keyHelp: string;
  /** Milliseconds for one request and its answer. */
  timeout: number;
  /** Milliseconds in which a request that failed for now is sent again. */
  patience: number;
  /** Hears while requests are sent again. */
  outage?: Outage;
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
  const ErrorClass = mayPass(failed.failure) ? EngineUnavailableError : EngineError;
  const error = new ErrorClass(explained(failed, url, role), { cause });
  error.detail = explained(failed, 'MEILI_URL', role);
  return error;
}

/** Can it become right by itself? */
function mayPass({ kind, status = 0 }: Failure): boolean {
  if (kind === 'refused') return status >= 500 || status === 429;
  return kind !== 'unsafe' && kind !== 'foreign' && kind !== 'endless';
}

/** `where` is the address, or the name of the setting that has it. */
function explained({ failure, message }: RequestFailure, where: string, role: Role): string {
  const { kind, status = 0 } = failure;
  switch (kind) {
    case 'timeout':
      return `Meilisearch at ${where} didn't answer within ${role.timeout / 1000} seconds; it may be overloaded.`;
    case 'unreachable':
      return `Meilisearch doesn't answer at ${where} (${message}). Is it running, and is MEILI_URL right?`;
    case 'broken':
      return `Meilisearch at ${where} broke off before its answer was complete (${message}). Is it running, or just restarting?`;
    case 'nowhere':
      return `There is no host with the name in ${where} (${message}). Is MEILI_URL right?`;
    case 'unsafe':
      return `There is no trusted encrypted connection to ${where} (${message}). ${TLS_HELP}`;
    case 'endless':
      return `Meilisearch at ${where} sent ${message} in one answer, so it wasn't read to its end. Is MEILI_URL right?`;
    case 'refused':
      return refused(failure, message, where, role);
    case 'foreign':
    case 'garbled':
      return status >= 500
        ? `Before Meilisearch at ${where} a proxy answers that it can't reach it (${status}).`
        : notMeilisearch(where);
  }
}

const TLS_HELP =
  'Without TLS there, MEILI_URL begins with http://; the certificate of an authority of your own is named by NODE_EXTRA_CA_CERTS.';

/** Something else answers in its place. */
export const notMeilisearch = (where: string) =>
  `What answers at ${where} is not Meilisearch: a proxy's page, or a wrong MEILI_URL?`;

function refused(
  { status = 0, code }: Failure,
  message: string,
  where: string,
  { keyName, keyHelp }: Role,
): string {
  if (code === 'missing_authorization_header')
    return `Meilisearch at ${where} wants a key: set ${keyName}. ${keyHelp}`;
  if (status === 401 || status === 403)
    return `Meilisearch at ${where} refuses the key in ${keyName}. ${keyHelp}`;
  if (status === 429 || status === 503)
    return `Meilisearch at ${where} has too much to do right now: ${message}`;
  if (status >= 500)
    return `Meilisearch at ${where} failed by itself (${status}: ${message}); its log may say why.`;
  // Meilisearch names its reasons.
  if (code === undefined) return notMeilisearch(where);
  return `Meilisearch at ${where} refused a request: ${message} Is it a version that Dateline knows? \`npm run probe\` tells.`;
}
