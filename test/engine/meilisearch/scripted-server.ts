import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

/** A server that answers as `handle` says until the test ends; comes back as its address. */
export async function serve(handle: RequestListener, port = 0): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  running.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Where nobody listens any more. */
export async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

/** Answers with a status, a body and headers. */
export const answer =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** The server's own way to refuse. */
export const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  answer(status, JSON.stringify({ message: `about ${code}`, code, type: '', link: '' }), headers);

/** The first requests fail one way after the other, all others are answered by the last of `handles`. */
export function inTurn(...handles: RequestListener[]): RequestListener & { requests: () => number } {
  let requests = 0;
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const next = handles[Math.min(requests, handles.length - 1)]!;
    requests += 1;
    next(request, response);
  };
  return Object.assign(handle as RequestListener, { requests: () => requests });
}

/** Ways in which an answer doesn't arrive. */
export const cut: RequestListener = (request) => request.socket.destroy();
export const switching: RequestListener = ({ socket }) => {
  socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n');
};
export const silent: RequestListener = () => {};
/** Half of an answer, and then the connection ends. */
export const cutInBody: RequestListener = (_, response) => {
  response.writeHead(200, { 'Content-Length': '100' });
  response.write('{"pkgVersion":');
  setTimeout(() => response.destroy(), 5);
};
/** Half of an answer, as if it were all. */
export const halfJson = answer(200, '{"pkgVersion":"1.5');
/** Half of an answer, and the rest never comes. */
export const stuckInBody: RequestListener = (_, response) => {
  response.writeHead(200, { 'Content-Length': '100' });
  response.write('{"pkgVersion":');
};
