import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/**
 * How a request can fail. `unreachable`: it was never sent. `broken`: the connection ended before the
 * answer did. `timeout`: no whole answer in time. `garbled`: an answer that is no JSON. `refused`: an
 * answer with an error status.
 */
export type FailureKind = 'unreachable' | 'broken' | 'timeout' | 'garbled' | 'refused';

export interface Failure {
  kind: FailureKind;
  status?: number;
  /** The server's own name of the error. */
  code?: string;
  /** Milliseconds that the server wants to be left alone. */
  retryAfter?: number;
}

export class RequestFailure extends Error {
  override name = 'RequestFailure';
  readonly failure: Failure;
  constructor(message: string, failure: Failure, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/**
 * Sends one request and reads its answer as JSON, both within `timeout` milliseconds; NDJSON goes
 * compressed. @throws RequestFailure whenever that isn't a whole, good answer.
 */
export const createHttpClient =
  (timeout: number) =>
  async (url: URL | RequestInfo, init: RequestInit = {}): Promise<unknown> => {
    const request = await compressed(init);
    const { response, text } = await exchange(url, { ...request, signal: AbortSignal.timeout(timeout) });
    const body = parsed(text, response.status);
    if (!response.ok) throw refusal(response, body);
    return body;
  };

async function exchange(url: URL | RequestInfo, init: RequestInit) {
  try {
    const response = await fetch(url, init);
    return { response, text: await response.text() };
  } catch (cause) {
    const kind = isTimeout(cause) ? 'timeout' : NEVER_SENT.has(reason(cause)) ? 'unreachable' : 'broken';
    throw new RequestFailure(reason(cause), { kind }, cause);
  }
}

const NEVER_SENT = new Set(
  // Nobody there, then: there, but with a certificate that isn't trusted, or without any.
  `ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH UND_ERR_CONNECT_TIMEOUT
   DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_HAS_EXPIRED
   ERR_TLS_CERT_ALTNAME_INVALID ERR_SSL_WRONG_VERSION_NUMBER EPROTO`.split(/\s+/),
);

const isTimeout = (cause: unknown) => cause instanceof Error && cause.name === 'TimeoutError';

/** `ECONNREFUSED` and the like stand one or two causes deep in what fetch throws. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? reason(error.cause) : error.message;
}

/** Nothing at all is the answer to some writes. */
function parsed(text: string, status: number): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RequestFailure('the answer is no JSON', { kind: 'garbled', status }, cause);
  }
}

function refusal({ status, headers }: Response, body: unknown): RequestFailure {
  const { message, code } = (body ?? {}) as { message?: unknown; code?: unknown };
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
  return new RequestFailure(typeof message === 'string' ? message : `status ${status}`, {
    kind: 'refused',
    status,
    ...(typeof code === 'string' && { code }),
    ...(seconds >= 0 && { retryAfter: seconds * 1000 }),
  });
}

const pack = promisify(gzip);
/** A third of the size at a tenth of the time that the default level takes. */
const LEVEL = 1;

/** Batches of documents are large, and much the same is said in them again and again. */
async function compressed(init: RequestInit): Promise<RequestInit> {
  const headers = new Headers(init.headers);
  if (headers.get('Content-Type') !== 'application/x-ndjson' || typeof init.body !== 'string') return init;
  headers.set('Content-Encoding', 'gzip');
  return { ...init, headers, body: await pack(init.body, { level: LEVEL }) };
}
