import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { EngineError, EngineUnavailableError } from '../../../src/engine/engine.ts';
import { connect, KEY_HELP } from '../../../src/engine/meilisearch/connection.ts';
import type { Role } from '../../../src/engine/meilisearch/errors.ts';

let stop = () => {};
afterEach(() => stop());

/** A server that answers as `handle` says, and a connection to it. */
async function against(handle: RequestListener, role: Partial<Role> = {}) {
  const server = createServer(handle);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reading: Role = { keyName: 'MEILI_SEARCH_KEY', keyHelp: KEY_HELP, timeout: 200, retry: true };
  return connect({ url, key: 'secret', prefix: '' }, { ...reading, ...role });
}

const answer =
  (status: number, body: string): RequestListener =>
  (_, response) => {
    response.statusCode = status;
    response.end(body);
  };
const problem = (code: string) => JSON.stringify({ message: `about ${code}`, code, type: '', link: '' });

/** What asking anything throws. */
const failure = async (handle: RequestListener, role?: Partial<Role>): Promise<Error> =>
  (await against(handle, role))
    .ask((client) => client.getVersion())
    .then(
      () => new Error('it did not fail'),
      (error: Error) => error,
    );

describe('what goes wrong comes out in plain words', () => {
  test.each([
    [
      'nobody listens',
      (request) => request.socket.destroy(),
      EngineUnavailableError,
      /doesn't answer at http.*Is it running/,
    ],
    ['no answer in time', () => {}, EngineUnavailableError, /didn't answer within 0.2 seconds/],
    [
      'overloaded',
      answer(503, problem('too_many_search_requests')),
      EngineUnavailableError,
      /can't answer right now/,
    ],
    ["a proxy's page", answer(502, '<html>'), EngineUnavailableError, /is not Meilisearch/],
    [
      'a wrong key',
      answer(403, problem('invalid_api_key')),
      EngineError,
      /refuses the key in MEILI_SEARCH_KEY.*npm run keys/,
    ],
    [
      'a bad request',
      answer(400, problem('invalid_search_filter')),
      EngineError,
      /about invalid_search_filter/,
    ],
  ] satisfies [string, RequestListener, typeof EngineError, RegExp][])(
    '%s',
    async (_, handle, type, message) => {
      const error = await failure(handle);
      expect(error).toBeInstanceOf(type);
      expect(error.message).toMatch(message);
      expect(error.message).not.toContain('secret');
    },
  );
  test('only what is worth trying again is called unavailable', async () => {
    expect(await failure(answer(403, problem('invalid_api_key')))).not.toBeInstanceOf(EngineUnavailableError);
  });
});

describe('requests', () => {
  /** Breaks the first connection, answers the second. */
  const flaky = () => {
    let requests = 0;
    return ((request, response) => {
      requests += 1;
      if (requests === 1) request.socket.destroy();
      else response.end('{"pkgVersion":"1.50.0"}');
    }) satisfies RequestListener;
  };
  test('a read is tried twice when the connection breaks, a write is not', async () => {
    const reader = await against(flaky());
    expect((await reader.ask((client) => client.getVersion())).pkgVersion).toBe('1.50.0');
    expect(await failure(flaky(), { retry: false })).toBeInstanceOf(EngineUnavailableError);
  });
  test('answers are asked for uncompressed, which the server sends at once', async () => {
    let encoding: unknown;
    const server = await against((request, response) => {
      encoding = request.headers['accept-encoding'];
      response.end('{}');
    });
    await server.ask((client) => client.getVersion());
    expect(encoding).toBe('identity');
  });
  test('an index that is not there has an answer of its own', async () => {
    const server = await against(answer(404, problem('index_not_found')));
    expect(await server.askOr('nothing', async (client) => String(await client.getVersion()))).toBe(
      'nothing',
    );
  });
  test('a write that the server could not do fails with its reason', async () => {
    const failed = { uid: 1, status: 'failed', error: { message: 'the disk is full' } };
    const server = await against(answer(200, JSON.stringify(failed)));
    await expect(server.done(1)).rejects.toThrow('Meilisearch could not write: the disk is full');
  });
});
