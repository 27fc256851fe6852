import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WordFacts } from '../../../src/engine/attempt.ts';
import { bestAnswer, inTime } from '../../../src/engine/best-answer.ts';
import { EngineUnavailableError } from '../../../src/engine/engine.ts';
import { createCommonWords, type IsCommon } from '../../../src/engine/meilisearch/common-words.ts';
import type { Connection } from '../../../src/engine/meilisearch/connection.ts';
import type { AskedWord, Wording } from '../../../src/engine/wording.ts';

/** An index with these words in so many updates; what it is asked for can be made to wait or to fail. */
function index(vocabulary: Record<string, number>) {
  const server = { version: '1', vocabulary, readings: 0, reading: async () => {} };
  const connection = {
    async askOr() {
      server.readings += 1;
      await server.reading();
      return { hits: [], totalHits: 0, facetDistribution: { vocabulary: server.vocabulary } };
    },
  } as unknown as Connection;
  return { server, commonWords: createCommonWords(connection, 'news', async () => server.version) };
}

/** Lets what was begun in the background come to its end. */
const settled = () => vi.advanceTimersByTimeAsync(0);
const whole = (word: string): AskedWord => ({ word, open: false });
const beginning = (word: string): AskedWord => ({ word, open: true });

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('common words', () => {
  const vocabulary = { police: 20, polcie: 19, shootings: 30, shooting: 3, the: 90 };
  test('are those in 20 updates or more, or what they begin with', async () => {
    const { commonWords } = index(vocabulary);
    expect(commonWords('1')).toBeUndefined();
    await settled();
    const isCommon = commonWords('1')!;
    expect(['police', 'polcie', 'shooting', 'shootings', 'zeal', 'aa'].map(whole).map(isCommon)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(['police', 'polic', 'polci', 'shooting', 'shootingss'].map(beginning).map(isCommon)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });
  test('serve no other version than the one that they are of', async () => {
    const { server, commonWords } = index(vocabulary);
    commonWords('1');
    await settled();
    const before = commonWords('1')!;
    server.version = '2';
    server.vocabulary = { police: 19 };
    expect(commonWords('2')).toBeUndefined();
    vi.advanceTimersByTime(5000);
    commonWords('2');
    await settled();
    expect(commonWords('2')!(whole('police'))).toBe(false);
    expect(commonWords('1')).toBeUndefined();
    // An answer of the old state that is still under way keeps its words.
    expect(before(whole('police'))).toBe(true);
  });
  test('are forgotten if the index changed while they were read', async () => {
    const { server, commonWords } = index(vocabulary);
    server.reading = async () => void (server.version = '2');
    commonWords('1');
    await settled();
    expect([commonWords('1'), commonWords('2')]).toEqual([undefined, undefined]);
  });
});

describe('reading them', () => {
  test('is done once at a time, and not before somebody asks', async () => {
    const { server, commonWords } = index({});
    let go = () => {};
    server.reading = () => new Promise((done) => (go = done));
    expect(server.readings).toBe(0);
    commonWords('1');
    await settled();
    vi.advanceTimersByTime(60_000);
    commonWords('1');
    await settled();
    expect(server.readings).toBe(1);
    go();
  });
  test('is not done again for a while, the longer the longer it took', async () => {
    const { server, commonWords } = index({});
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
    expect(commonWords('1')!(whole('police'))).toBe(true);
  });
});

/** Words near to each other, in few updates and in many. */
const WORDS = ['police', 'polcie', 'polica', 'policeman', 'shooting', 'shootings', 'shootin', 'noon'];
const UPDATES = 40;

/** Each word stands in so many updates, from one of them on. */
const updates = fc
  .tuple(...WORDS.map(() => fc.tuple(fc.constantFrom(0, 1, 10, 12, 19, 20, 30), fc.nat(UPDATES))))
  .map((places) =>
    Array.from({ length: UPDATES }, (_, at) =>
      WORDS.filter((__, i) => (at - places[i]![1] + UPDATES) % UPDATES < places[i]![0]),
    ),
  );
const typedWord = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom('polic', 'policee', 'shoting', 'shoot'),
);
const query = fc
  .tuple(fc.array(typedWord, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ' '))
  .map(([words, end]) => words.join(' ') + end);

/** The best answer over these updates, by brute force; `isCommon` names words for which none near is known. */
function answerOver(all: string[][], q: string, names: readonly string[], isCommon?: IsCommon) {
  const having = ({ word, open }: AskedWord) =>
    all.filter((own) => own.some((other) => (open ? other.startsWith(word) : other === word)));
  const near = WORDS.map((word) => ({ word, count: having(whole(word)).length })).filter(
    ({ count }) => count > 0,
  );
  const facts = (asked: AskedWord): WordFacts => ({
    updates: having(asked).length,
    isEverywhere: false,
    isName: names.includes(asked.word),
    titled: [],
  });
  const stands = ({ wanted, open }: Wording, own: string[]) =>
    wanted.every(([word], i) =>
      own.some((other) => (open && i === wanted.length - 1 ? other.startsWith(word!) : other === word)),
    );
  const steps = bestAnswer(
    { q, match: 'auto' },
    {
      answer: (asked) => all.filter((own) => stands(asked, own)).length,
      total: (found) => found,
      near: (words) => new Map(words.map((asked) => [asked.word, isCommon?.(asked) ? [] : near])),
      facts: (words) => new Map(words.map((asked) => [asked.word, facts(asked)])),
    names: (words) => new Set(words.filter((word) => names.includes(word))),
    },
  );
  return inTime(steps);
}

test('the answer is the same with them and without', async () => {
  vi.useRealTimers();
  let different = 0;
  await fc.assert(
    fc.asyncProperty(updates, query, fc.subarray(WORDS), async (all, q, names) => {
      const count = (word: string) => all.filter((own) => own.includes(word)).length;
      const { commonWords } = index(Object.fromEntries(WORDS.map((word) => [word, count(word)])));
      commonWords('1');
      await vi.waitFor(() => expect(commonWords('1')).toBeDefined(), { interval: 1 });
      const answer = await answerOver(all, q, names);
      if (answer.corrected.length + answer.suggested.length > 0) different += 1;
      expect(await answerOver(all, q, names, commonWords('1'))).toEqual(answer);
    }),
    { numRuns: 300 },
  );
  // Else this would say nothing.
  expect(different).toBeGreaterThan(30);
});
