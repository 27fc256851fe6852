/**
 * How a request can fail. What may pass: `unreachable`: it was never sent. `broken`: the connection ended
 * before the answer did. `timeout`: no whole answer in time. `garbled`: an answer that is no JSON. `refused`: an
 * answer with an error status.
 * What waiting doesn't mend: `nowhere`: no host has this name. `unsafe`: no encrypted connection that can be
 * trusted. `unusable`: an address that may not be fetched. `foreign`: the page of something else.
 */
export type FailureKind =
  | 'unreachable'
  | 'broken'
  | 'timeout'
  | 'garbled'
  | 'refused'
  | 'nowhere'
  | 'unsafe'
  | 'unusable'
  | 'foreign';

export interface Failure {
  kind: FailureKind;
  status?: number;
  /** The server's own name of the error. */
  code?: string;
  /** Milliseconds that the server wants to be left alone. */
  retryAfter?: number;
}

const NEVER_SENT = new Set(
  'ECONNREFUSED EAI_AGAIN EHOSTUNREACH ENETUNREACH UND_ERR_CONNECT_TIMEOUT'.split(' '),
);

/** What OpenSSL finds in certificates, and no TLS at the other end (X509_V_ERR_… in its manual, without that beginning). */
const UNSAFE = /^(CERT|CRL|UNABLE_TO|ERR_TLS|ERR_SSL)_|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|^EPROTO$/;

/** In what fetch itself says (undici): a port of other services, user and password in the address. */
const UNUSABLE = /bad port|includes credentials|unknown scheme|Failed to parse URL|ERR_INVALID_URL/;

/** How what fetch threw is called, and what it says. */
export function thrownBy(cause: unknown): { kind: FailureKind; reason: string } {
  const reason = reasonOf(cause);
  return { kind: kindOf(cause, reason), reason };
}

function kindOf(cause: unknown, reason: string): FailureKind {
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'timeout';
  if (reason === 'ENOTFOUND') return 'nowhere';
  if (UNSAFE.test(reason)) return 'unsafe';
  if (UNUSABLE.test(reason)) return 'unusable';
  return NEVER_SENT.has(reason) ? 'unreachable' : 'broken';
}

/** `ECONNREFUSED` and the like stand one or two causes deep in what fetch throws. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
