import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { exchange, type Received, type Sent } from './exchange.ts';
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
    const answer = await exchange(new URL(String(url)), await toSend(init), timeout).catch(fail);
    const body = parsed(answer.text, answer.status);
    if (answer.status < 200 || answer.status > 299) throw refusal(answer, body);
    return body;
  };

function fail(cause: unknown): never {
  const { kind, reason } = thrownBy(cause);
  throw new RequestFailure(reason, { kind }, cause);
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

function refusal({ status, headers }: Received, body: unknown): RequestFailure {
  const { message, code } = (body ?? {}) as { message?: unknown; code?: unknown };
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
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

/** What the client wants to send. Batches of documents are large, and much the same is said in them again and again. */
async function toSend({ method = 'GET', headers: given, body: text }: RequestInit): Promise<Sent> {
  const headers = Object.fromEntries(new Headers(given));
  if (typeof text !== 'string') return { method, headers };
  if (headers['content-type'] !== 'application/x-ndjson') return { method, headers, body: text };
  const body = await pack(text, { level: LEVEL });
  return { method, headers: { ...headers, 'content-encoding': 'gzip' }, body };
}
