import dns from 'node:dns';
import { createServer, type AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { RequestListener } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { ContentTypeEnum, type EnqueuedTask } from 'meilisearch';
import { EngineError, EngineUnavailableError } from '../../../src/engine/engine.ts';
import { connect, KEY_HELP } from '../../../src/engine/meilisearch/connection.ts';
import type { Role } from '../../../src/engine/meilisearch/errors.ts';
import { LONGEST_ANSWER } from '../../../src/engine/meilisearch/exchange.ts';
import { thrownBy } from '../../../src/engine/meilisearch/failure.ts';
import { createOutage } from '../../../src/engine/meilisearch/outage.ts';
import {
  answer,
  closedAddress,
  cut,
  cutInBody,
  halfJson,
  inTurn,
  problem,
  serve,
  silent,
  stuckInBody,
  switching,
} from './scripted-server.ts';

type Done = (error: Error) => void;

const reading: Role = { keyName: 'MEILI_SEARCH_KEY', keyHelp: KEY_HELP, timeout: 200, patience: 0 };

async function against(handle: RequestListener, role: Partial<Role> = {}) {
  return connect({ url: await serve(handle), key: 'secret', prefix: '' }, { ...reading, ...role });
}

/** What asking anything throws. */
const failure = async (handle: RequestListener, role?: Partial<Role>): Promise<Error> =>
  (await against(handle, role))
    .ask((client) => client.getVersion())
    .then(
      () => new Error('it did not fail'),
      (error: Error) => error,
    );

const version = answer(200, '{"pkgVersion":"1.50.0"}');
const pause = { patience: 5000 };

describe('what goes wrong comes out in plain words', () => {
  test.each([
    ['the connection ends', cut, /broke off before its answer was complete.*restarting/],
    ['it ends in the middle of the answer', cutInBody, /broke off before its answer was complete/],
    ['no answer in time', silent, /didn't answer within 0.2 seconds/],
    ['another protocol', switching, /broke off before its answer was complete \(it switches protocols\)/],
    ['half an answer in time', stuckInBody, /didn't answer within 0.2 seconds/],
    ['half an answer as if it were all', halfJson, /is not Meilisearch/],
    ["a proxy's page", answer(502, '<html>'), /a proxy answers that it can't reach it \(502\)/],
    ['overloaded', problem(503, 'too_many_search_requests'), /too much to do right now: about too_many/],
    ['asked too often', problem(429, 'slow_down'), /too much to do right now/],
    ['its own fault', problem(500, 'internal'), /failed by itself \(500: about internal\); its log/],
  ] satisfies [string, RequestListener, RegExp][])('%s: worth trying again', async (_, handle, message) => {
    const error = await failure(handle);
    expect(error).toBeInstanceOf(EngineUnavailableError);
    expect(error.message).toMatch(message);
  });
  test('nobody listens', async () => {
    const closed = connect({ url: await closedAddress(), prefix: '' }, reading);
    await expect(closed.ask((client) => client.getVersion())).rejects.toThrow(
      /doesn't answer at http.*ECONNREFUSED.*Is it running, and is MEILI_URL right/,
    );
  });
  test.each([
    ['a wrong key', problem(403, 'invalid_api_key'), /refuses the key in MEILI_SEARCH_KEY.*npm run keys/],
    [
      'no key',
      problem(401, 'missing_authorization_header'),
      /wants a key: set MEILI_SEARCH_KEY.*npm run keys/,
    ],
    ['a page instead of an answer', answer(200, '<!doctype html>'), /is not Meilisearch/],
    ["another server's page", answer(404, ' <html>'), /is not Meilisearch/],
    ['another service', answer(404, '{"error":"no such page"}'), /is not Meilisearch/],
    ['a bad request', problem(400, 'invalid_search_filter'), /about invalid_search_filter.*npm run probe/],
  ] satisfies [string, RequestListener, RegExp][])(
    '%s: not worth trying again',
    async (_, handle, message) => {
      const once = inTurn(handle);
      const error = await failure(once, pause);
      expect(error).toBeInstanceOf(EngineError);
      expect(error).not.toBeInstanceOf(EngineUnavailableError);
      expect(error.message).toMatch(message);
      expect(error.message).not.toContain('secret');
      expect(once.requests()).toBe(1);
    },
  );
});

describe('what waiting doesn’t mend fails at once, and says so', () => {
  const patient: Role = { ...reading, patience: 60_000 };
  const asking = (url: string, role = patient) =>
    connect({ url, prefix: '' }, role)
      .ask((client) => client.getVersion())
      .then(
        () => expect.unreachable(),
        (error: EngineError) => error,
      );
  test('a name that no host has, after one more try', async () => {
    const lookup = vi
      .spyOn(dns, 'lookup')
      .mockImplementation(((_: string, __: object, done: Done) =>
        done(Object.assign(new Error(), { code: 'ENOTFOUND' }))) as never);
    const said: string[] = [];
    const error = await asking('http://serach:7700', {
      ...patient,
      outage: createOutage((line) => said.push(line)),
    });
    const looked = lookup.mock.calls.length;
    lookup.mockRestore();
    expect(error.message).toMatch(
      /no host with the name in http:\/\/serach:7700 \(ENOTFOUND\).*MEILI_URL right/,
    );
    expect([looked, said]).toEqual([2, []]);
  });
  test('https where nobody speaks it', async () => {
    const error = await asking((await serve(version)).replace('http:', 'https:'));
    expect(error).not.toBeInstanceOf(EngineUnavailableError);
    expect(error.message).toMatch(/no trusted encrypted connection to https.*begins with http:/);
  });
  test.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('a certificate that nobody vouches for: %s', (code) => {
    expect(thrownBy(Object.assign(new Error(), { code }))).toEqual({ kind: 'unsafe', reason: code });
  });
  test('a network that goes after the request was sent: nobody knows whether it arrived', () => {
    const error = (syscall: string) => Object.assign(new Error(), { code: 'ETIMEDOUT', syscall });
    expect(thrownBy(error('connect')).kind).toBe('unreachable');
    expect(thrownBy(error('read')).kind).toBe('broken');
    expect(thrownBy(error('write')).kind).toBe('broken');
  });
  test('an answer without end', async () => {
    const piece = Buffer.alloc(2 ** 22, ' ');
    let left = (2 * LONGEST_ANSWER) / piece.length;
    const error = await failure(
      (_, response) => {
        const more = () => {
          if (left-- > 0 && !response.destroyed) response.write(piece, more);
        };
        more();
      },
      { timeout: 10_000, patience: 10_000 },
    );
    expect(error).not.toBeInstanceOf(EngineUnavailableError);
    expect(error.message).toMatch(/sent more than 100 MB in one answer.*MEILI_URL right/);
    expect(left).toBeGreaterThan(0);
  });
  test('something that speaks no HTTP', async () => {
    const other = createServer((socket) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const error = await asking(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
    other.close();
    expect(error.message).toMatch(/is not Meilisearch/);
  });
  test('what strangers may read of it names the setting, not the address', async () => {
    const error = await asking(await closedAddress(), reading);
    expect(error.detail).toMatch(/^Meilisearch doesn't answer at MEILI_URL \(ECONNREFUSED\)/);
  });
});

describe('requests are tried again', () => {
  test('where nobody takes the connection: nothing was sent', async () => {
    const said: string[] = [];
    // The look-up never ends, and so the connection never begins.
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation((() => undefined) as never);
    const role = { ...reading, patience: 300, outage: createOutage((line) => said.push(line)) };
    const asking = connect({ url: 'http://switched-off:7700', prefix: '' }, role).sendOnce((client) =>
      client.swapIndexes([]),
    );
    await expect(asking).rejects.toThrow(
      /doesn't answer at http:\/\/switched-off:7700 \(no connection in 100 ms\)\. Is it running/,
    );
    const tries = lookup.mock.calls.length;
    lookup.mockRestore();
    expect(tries).toBeGreaterThan(1);
    expect(said).toHaveLength(1);
  });
  test('and once for each outage it is said what is waited for, and for how long', async () => {
    const said: string[] = [];
    const role = { ...pause, outage: createOutage((line) => said.push(line)) };
    const server = await against(inTurn(cut, cut, version, cut, version), role);
    const ask = () => server.ask((client) => client.getVersion());
    await ask();
    expect(said).toEqual([expect.stringMatching(/broke off before.*Trying again for up to 5 seconds …$/)]);
    await ask();
    expect(said).toHaveLength(2);
  });

  test.each([
    ['a broken connection', cut],
    ['a broken answer', cutInBody],
    ['half an answer', halfJson],
    ['a proxy without a server', answer(502, '<html>')],
    ['too much to do', problem(503, 'too_many_search_requests')],
    ['too many requests', problem(429, 'slow_down', { 'Retry-After': '0' })],
  ] satisfies [string, RequestListener][])('after %s', async (_, handle) => {
    const server = await against(inTurn(handle, handle, version), pause);
    expect((await server.ask((client) => client.getVersion())).pkgVersion).toBe('1.50.0');
  });
  test('but not after a time-out, nor without end', async () => {
    const slow = inTurn(silent);
    await failure(slow, pause);
    expect(slow.requests()).toBe(1);
    const broken = inTurn(cut);
    expect(await failure(broken, { patience: 300 })).toBeInstanceOf(EngineUnavailableError);
    expect(broken.requests()).toBeGreaterThan(1);
  });
  test('not sooner than the server wants, and not at all where that is too late', async () => {
    const later = inTurn(problem(503, 'busy', { 'Retry-After': '60' }), version);
    expect(await failure(later, pause)).toBeInstanceOf(EngineUnavailableError);
    expect(later.requests()).toBe(1);
  });
  test('what mustn’t be done twice is only sent again where it wasn’t done', async () => {
    const accepted = answer(202, '{"taskUid":7}');
    const swap = (handle: RequestListener) =>
      against(handle, pause).then((server) => server.sendOnce((client) => client.swapIndexes([])));
    const broken = inTurn(cut, accepted);
    await expect(swap(broken)).rejects.toThrow(/broke off/);
    expect(broken.requests()).toBe(1);
    expect(await swap(inTurn(problem(503, 'busy'), accepted))).toBe(7);
    const repeatable = await against(inTurn(cut, accepted), pause);
    expect(await repeatable.send((client) => client.deleteIndex('x') as Promise<EnqueuedTask>)).toBe(7);
  });
});

describe('requests', () => {
  test('answers are asked for uncompressed, which the server sends at once', async () => {
    let encoding: unknown;
    const server = await against((request, response) => {
      encoding = request.headers['accept-encoding'];
      response.end('{}');
    });
    await server.ask((client) => client.getVersion());
    expect(encoding).toBe('identity');
  });
  test('connections are kept for the next requests, about as many as are needed at once', async () => {
    const sockets = new Set<unknown>();
    const server = await against((request, response) => {
      sockets.add(request.socket);
      response.end('{}');
    });
    const ask = () => server.ask((client) => client.getVersion());
    for (let i = 0; i < 10; i++) await Promise.all([ask(), ask(), ask()]);
    // Some more, because one is free a moment after its answer is read.
    expect(sockets.size).toBeLessThanOrEqual(6);
  });
  test('NDJSON goes compressed', async () => {
    const received: Buffer[] = [];
    let encoding: unknown;
    const server = await against((request, response) => {
      encoding = request.headers['content-encoding'];
      request.on('data', (piece: Buffer) => received.push(piece));
      request.on('end', () => response.end('{"taskUid":1}'));
    });
    const lines = '{"id":"a"}\n{"id":"b"}';
    await server.send((client) =>
      client.index('x').addDocumentsFromString(lines, ContentTypeEnum['NDJSON']!),
    );
    expect(encoding).toBe('gzip');
    expect(gunzipSync(Buffer.concat(received)).toString()).toBe(lines);
  });
  test('an index that is not there has an answer of its own', async () => {
    const server = await against(problem(404, 'index_not_found'));
    expect(await server.askOr('nothing', async (client) => String(await client.getVersion()))).toBe(
      'nothing',
    );
  });
});
