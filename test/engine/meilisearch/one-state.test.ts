import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/engine/meilisearch/connection.ts';
import { createStateWatch } from '../../../src/engine/meilisearch/one-state.ts';

/** An index whose version and content are `state`; asking may let a write come in between. */
function index() {
  const server = { state: 1, looks: 0, asks: 0, writeAfterAsk: [] as number[] };
  const connection: Connection = {
    ask: (request) => connection.askOr(undefined as never, request),
    async askOr() {
      await new Promise((done) => setTimeout(done, 2));
      server.asks += 1;
      const answer = server.state;
      if (server.writeAfterAsk.includes(server.asks)) server.state += 1;
      return answer as never;
    },
    send: () => Promise.reject(new Error('reads only')),
    sendOnce: () => Promise.reject(new Error('reads only')),
    done: () => Promise.reject(new Error('reads only')),
  };
  const look = async () => {
    server.looks += 1;
    return String(server.state);
  };
  return { server, connection, fromOneState: createStateWatch(look) };
}

const part = (server: Connection) => server.ask(async () => 0);
const twoParts = async (server: Connection) => [await part(server), await part(server)];

describe('an answer comes from one state', () => {
  test('its parts are asked again when a write came between them', async () => {
    const { server, connection, fromOneState } = index();
    server.writeAfterAsk = [1];
    expect(await fromOneState(connection, twoParts)).toEqual({ answer: [2, 2], version: '2' });
  });
  test('also where they are asked for at once', async () => {
    const { server, connection, fromOneState } = index();
    await fromOneState(connection, part);
    server.writeAfterAsk = [2];
    const both = (parts: Connection) => Promise.all([part(parts), part(parts)]);
    expect(await fromOneState(connection, both)).toEqual({ answer: [2, 2], version: '2' });
  });
  test('whoever asks is told which version it shall be', async () => {
    const { server, connection, fromOneState } = index();
    server.writeAfterAsk = [1];
    const told: string[] = [];
    await fromOneState(connection, async (parts, version) => {
      told.push(version);
      return twoParts(parts);
    });
    expect(told).toEqual(['1', '2']);
  });
  test('its version is never newer than what it says', async () => {
    const { server, connection, fromOneState } = index();
    await fromOneState(connection, part);
    server.state = 5;
    expect(await fromOneState(connection, part)).toEqual({ answer: 5, version: '5' });
  });
  test('while writes keep coming, the last attempt has to do', async () => {
    const { server, connection, fromOneState } = index();
    server.writeAfterAsk = Array.from({ length: 99 }, (_, i) => i);
    await fromOneState(connection, twoParts);
    expect(server.asks).toBe(6);
  });
});

describe('what that costs', () => {
  test('one look beside a single part, and one more after several', async () => {
    const { server, connection, fromOneState } = index();
    await fromOneState(connection, part);
    server.looks = 0;
    await fromOneState(connection, part);
    expect(server.looks).toBe(1);
    await fromOneState(connection, twoParts);
    expect(server.looks).toBe(3);
  });
  test('one look after parts that are asked for at once', async () => {
    const { server, connection, fromOneState } = index();
    await fromOneState(connection, part);
    server.looks = 0;
    await fromOneState(connection, (parts) => Promise.all([part(parts), part(parts)]));
    expect(server.looks).toBe(1);
  });
});
