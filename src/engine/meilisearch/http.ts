import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { thrownBy, type Failure } from './failure.ts';

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
    const { kind, reason } = thrownBy(cause);
    throw new RequestFailure(reason, { kind }, cause);
  }
}

/** Nothing at all is the answer to some writes. */
function parsed(text: string, status: number): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    const kind = isPage(text) && status < 500 ? 'foreign' : 'garbled';
    throw new RequestFailure('the answer is no JSON', { kind, status }, cause);
  }
}

/** HTML or XML. One that a proxy sends with 502 and the like only stands in for a server that doesn't answer. */
const isPage = (text: string) => text.trimStart().startsWith('<');

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
