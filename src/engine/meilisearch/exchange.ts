import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';

/** Connections are kept for the next requests, but not as long as the server keeps them (5 s). */
const KEPT = { keepAlive: true, timeout: 4000 };
const [HTTP, HTTPS] = [new HttpAgent(KEPT), new HttpsAgent(KEPT)];

export interface Sent {
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** No whole answer in time. */
export class LateError extends Error {
  override name = 'LateError';
}

/** Nobody took the connection, so nothing was sent. */
export class UnconnectedError extends Error {
  override name = 'UnconnectedError';
}

/** An answer of more than LONGEST_ANSWER. */
export class EndlessError extends Error {
  override name = 'EndlessError';
}

/**
 * Milliseconds in which a host that is there takes a connection. One that is switched off says nothing at all; the
 * system itself would wait for two minutes.
 */
const CONNECTED_WITHIN = 3000;

/** Bytes; as many as Meilisearch takes in one request. A page of 1,000 updates has some 10 MB. */
export const LONGEST_ANSWER = 100 * 2 ** 20;

/**
 * Sends a request and reads its whole answer within `timeout` milliseconds. Through Node's own HTTP client,
 * because `fetch` takes two to three times the processor time.
 * @throws LateError, UnconnectedError, EndlessError, and what the connection says
 */
export function exchange(url: URL, { method, headers, body }: Sent, timeout: number): Promise<Received> {
  return new Promise((resolve, reject) => {
    const [request, agent] = url.protocol === 'https:' ? [httpsRequest, HTTPS] : [httpRequest, HTTP];
    const sent = request(url, { method, headers, agent }, (response) => readWhole(response, resolve, giveUp));
    const giveUp = (why: Error) => {
      reject(why);
      sent.destroy();
    };
    const late = setTimeout(() => giveUp(new LateError(`no answer in ${timeout} ms`)), timeout);
    sent.on('close', () => clearTimeout(late));
    sent.on('error', reject);
    sent.on('socket', (socket) => untilConnected(socket, timeout, giveUp));
    // Unheard, Node only hangs up.
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new Error('it switches protocols'));
    });
    // Node says it by itself only with methods that usually have a body.
    if (body !== undefined) sent.setHeader('Content-Length', Buffer.byteLength(body));
    sent.end(body);
  });
}

/** Gives up on a new connection that nobody takes; one that was kept is there. */
function untilConnected(socket: Socket, timeout: number, giveUp: (why: Error) => void): void {
  if (!socket.connecting) return;
  // Before the whole time is over, or it would look like a late answer.
  const limit = Math.min(CONNECTED_WITHIN, timeout / 2);
  const nobody = setTimeout(() => giveUp(new UnconnectedError(`no connection in ${limit} ms`)), limit);
  const clear = () => clearTimeout(nobody);
  socket.once('connect', clear).once('close', clear);
}

function readWhole(
  response: IncomingMessage,
  done: (received: Received) => void,
  giveUp: (why: Error) => void,
): void {
  const pieces: Buffer[] = [];
  let length = 0;
  response.on('data', (piece: Buffer) => {
    length += piece.length;
    if (length > LONGEST_ANSWER) giveUp(new EndlessError(`more than ${LONGEST_ANSWER / 2 ** 20} MB`));
    else pieces.push(piece);
  });
  response.on('error', giveUp);
  response.on('end', () => {
    const text = Buffer.concat(pieces).toString();
    done({ status: response.statusCode!, headers: response.headers, text });
  });
}
