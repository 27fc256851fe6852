import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineUnavailableError } from '../../../src/engine/engine.ts';
import { watchCommonWords } from '../../../src/engine/meilisearch/common-words-watch.ts';
import type { Connection } from '../../../src/engine/meilisearch/connection.ts';

/** An index with these words in so many updates; its answer can be made to wait or to fail. */
function index(vocabulary: Record<string, number> = {}) {
  const server = { version: '1', vocabulary, readings: 0, reading: async () => {} };
  const connection = {
    async askOr() {
      server.readings += 1;
      await server.reading();
      return { hits: [], totalHits: 0, facetDistribution: { vocabulary: server.vocabulary } };
    },
  } as unknown as Connection;
  return { server, commonWords: watchCommonWords(connection, 'news', async () => server.version) };
}

const police = { word: 'police', open: false };
/** Lets what was begun in the background come to its end. */
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('common words', () => {
  test('are known after somebody missed them', async () => {
    const { commonWords } = index({ police: 20 });
    expect(commonWords('1')).toBeUndefined();
    await settled();
    expect(commonWords('1')!.includes(police)).toBe(true);
  });
  test('serve no other version than the one that they are of', async () => {
    const { server, commonWords } = index({ police: 20 });
    commonWords('1');
    await settled();
    server.version = '2';
    server.vocabulary = { police: 19 };
    expect(commonWords('2')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(5000);
    commonWords('2');
    await settled();
    expect(commonWords('2')!.includes(police)).toBe(false);
    expect(commonWords('1')).toBeUndefined();
  });
  test('are forgotten if the index changed while they were read', async () => {
    const { server, commonWords } = index({ police: 20 });
    server.reading = async () => void (server.version = '2');
    commonWords('1');
    await settled();
    expect([commonWords('1'), commonWords('2')]).toEqual([undefined, undefined]);
  });
});

describe('reading them', () => {
  test('is done once at a time, and not before somebody asks', async () => {
    const { server, commonWords } = index();
    let go = () => {};
    server.reading = () => new Promise((done) => (go = done));
    expect(server.readings).toBe(0);
    commonWords('1');
    await vi.advanceTimersByTimeAsync(60_000);
    commonWords('1');
    await settled();
    expect(server.readings).toBe(1);
    go();
  });
  test('is not done again for a while, the longer the longer it took', async () => {
    const { server, commonWords } = index();
    server.reading = () => new Promise((done) => setTimeout(done, 1000));
    commonWords('1');
    await vi.advanceTimersByTimeAsync(1000);
    server.version = '2';
    await vi.advanceTimersByTimeAsync(19_000);
    commonWords('2');
    await settled();
    expect(server.readings).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    commonWords('2');
    await settled();
    expect(server.readings).toBe(2);
  });
  test('may fail without harm', async () => {
    const { server, commonWords } = index({ police: 20 });
    server.reading = () => Promise.reject(new EngineUnavailableError('gone'));
    commonWords('1');
    await settled();
    expect(commonWords('1')).toBeUndefined();
    server.reading = async () => {};
    await vi.advanceTimersByTimeAsync(5000);
    commonWords('1');
    await settled();
    expect(commonWords('1')!.includes(police)).toBe(true);
  });
});
