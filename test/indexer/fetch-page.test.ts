import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchPage } from '../../indexer/fetch-page.ts';

let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const type = request.url === '/picture' ? 'image/png' : 'text/html; charset=utf-8';
    if (request.url === '/gone') return void response.writeHead(410).end();
    response.writeHead(200, { 'Content-Type': type });
    if (request.url === '/huge') return void endless(response);
    response.end('<p>Live</p>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** Sends until nobody listens any more. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.alloc(1_000_000, 'x');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more).on('error', () => undefined);
  more();
}

const never = new AbortController().signal;

describe('a page that somebody named', () => {
  test('is fetched', async () => {
    const { bytes, charset } = await fetchPage(`${base}/`, never);
    expect([Buffer.from(bytes).toString(), charset]).toEqual(['<p>Live</p>', 'utf-8']);
  });
  test.each([
    ['/gone', /answered 410/],
    ['/picture', /of type image\/png/],
    ['/huge', /larger than 20 MB/],
  ])('%s is refused with the reason', async (path, reason) => {
    await expect(fetchPage(base + path, never)).rejects.toThrow(reason);
  });
  test('nobody at home is said so', async () => {
    await expect(fetchPage('http://127.0.0.1:1/', never)).rejects.toThrow(/can not be reached/);
  });
  test('an interruption is no problem of the page', async () => {
    await expect(fetchPage(base, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  });
});
