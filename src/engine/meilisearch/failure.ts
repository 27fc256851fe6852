import { EndlessError, LateError, UnconnectedError } from './exchange.ts';

/**
 * How a request can fail. What may pass: `unreachable`: it was never sent. `broken`: the connection ended
 * before the answer did. `timeout`: no whole answer in time. `garbled`: an answer that is no JSON. `refused`: an
 * answer with an error status.
 * What waiting doesn't mend: `nowhere`: no host has this name. `unsafe`: no encrypted connection that can be
 * trusted. `foreign`: the page of something else, or no HTTP at all. `endless`: an answer longer than any should be.
 */
export type FailureKind =
  'unreachable' | 'broken' | 'timeout' | 'garbled' | 'refused' | 'nowhere' | 'unsafe' | 'foreign' | 'endless';

export interface Failure {
  kind: FailureKind;
  status?: number;
  /** The server's own name of the error. */
  code?: string;
  /** Milliseconds that the server wants to be left alone. */
  retryAfter?: number;
}

const NEVER_SENT = new Set('ECONNREFUSED EAI_AGAIN EHOSTUNREACH ENETUNREACH ETIMEDOUT'.split(' '));

/** What OpenSSL finds in certificates, and no TLS at the other end (X509_V_ERR_… in its manual, without that beginning). */
const UNSAFE = /^(CERT|CRL|UNABLE_TO|ERR_TLS|ERR_SSL)_|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|^EPROTO$/;

/** What answers speaks no HTTP (Node's parser names its errors so). */
const NO_HTTP = /^HPE_/;

/** How what an exchange threw is called, and what it says. */
export function thrownBy(cause: unknown): { kind: FailureKind; reason: string } {
  const reason = reasonOf(cause);
  return { kind: kindOf(cause, reason), reason };
}

function kindOf(cause: unknown, reason: string): FailureKind {
  if (cause instanceof LateError) return 'timeout';
  if (cause instanceof UnconnectedError) return 'unreachable';
  if (cause instanceof EndlessError) return 'endless';
  if (reason === 'ENOTFOUND') return 'nowhere';
  if (UNSAFE.test(reason)) return 'unsafe';
  if (NO_HTTP.test(reason)) return 'foreign';
  return NEVER_SENT.has(reason) && !wasConnected(cause) ? 'unreachable' : 'broken';
}

/** A network can also go while an answer is waited for. */
const wasConnected = (cause: unknown): boolean =>
  ['read', 'write'].includes((cause as NodeJS.ErrnoException).syscall ?? '');

/** `ECONNREFUSED` and the like are codes; some errors wrap others. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
