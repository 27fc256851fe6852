import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WordFacts } from '../../../src/engine/attempt.ts';
import { bestAnswer, inTime, type BestAnswer } from '../../../src/engine/best-answer.ts';
import { commonWords, type CommonWords } from '../../../src/engine/meilisearch/common-words.ts';
import type { Connection } from '../../../src/engine/meilisearch/connection.ts';
import { nearCommonWords, nearWords } from '../../../src/engine/meilisearch/near-words.ts';
import { MAX_FACET_VALUES } from '../../../src/engine/meilisearch/settings.ts';
import type { AskedWord, Wording } from '../../../src/engine/wording.ts';

const whole = (word: string): AskedWord => ({ word, open: false });
const beginning = (word: string): AskedWord => ({ word, open: true });

describe('common words', () => {
  const common = commonWords({ police: 20, polcie: 19, shootings: 30, shooting: 3, the: 90, organise: 25 });
  test('are those in 20 updates or more, or what they begin with', () => {
    expect(
      ['police', 'polcie', 'shooting', 'shootings', 'zeal', 'aa'].map((word) => common.includes(whole(word))),
    ).toEqual([true, false, false, true, false, false]);
    expect(
      ['police', 'polic', 'polci', 'shooting', 'shootingss'].map((word) => common.includes(beginning(word))),
    ).toEqual([true, true, false, true, false]);
  });
  test('are near to others by every spelling', () => {
    expect(common.nearTo('polcie')).toEqual([{ word: 'police', count: 20 }]);
    expect(common.nearTo('organized')).toEqual([{ word: 'organise', count: 25 }]);
    expect(common.nearTo('peace')).toEqual([]);
  });
  test('are only known to be near where the server listed them all', () => {
    const many = Object.fromEntries(Array.from({ length: MAX_FACET_VALUES }, (_, i) => [`word${i}`, 20]));
    expect(commonWords(many).nearTo('polcie')).toBeUndefined();
    const rare = Object.keys(many).at(-1)!;
    expect(commonWords({ ...many, [rare]: 19 }).nearTo('polcie')).toEqual([]);
  });
});

/** Words near to each other, in few updates and in many. */
const WORDS = ['police', 'polcie', 'polica', 'policeman', 'shooting', 'shootings', 'shootin', 'noon'];
const UPDATES = 40;

/** Each word stands in so many updates, from one of them on. */
const updates = fc
  .tuple(...WORDS.map(() => fc.tuple(fc.constantFrom(0, 1, 10, 19, 20, 30), fc.nat(UPDATES))))
  .map((places) =>
    Array.from({ length: UPDATES }, (_, at) =>
      WORDS.filter((__, i) => (at - places[i]![1] + UPDATES) % UPDATES < places[i]![0]),
    ),
  );
const typedWord = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom('polic', 'polise', 'shoting', 'shoot'));
const query = fc
  .tuple(fc.array(typedWord, { minLength: 1, maxLength: 2 }), fc.constantFrom('', ' '))
  .map(([words, end]) => words.join(' ') + end);

/** The answer over these updates, by brute force, and how often it was asked for near words. */
async function answerOver(all: string[][], q: string, names: readonly string[], common?: CommonWords) {
  const having = ({ word, open }: AskedWord) =>
    all.filter((own) => own.some((other) => (open ? other.startsWith(word) : other === word))).length;
  const facts = (asked: AskedWord): WordFacts => ({
    updates: having(asked),
    isEverywhere: false,
    isName: names.includes(asked.word),
    titled: [],
  });
  const stands = ({ wanted, open }: Wording, own: string[]) =>
    wanted.every(([word], i) =>
      own.some((other) => (open && i === wanted.length - 1 ? other.startsWith(word!) : other === word)),
    );
  let questions = 0;
  const facetHits = WORDS.map((value) => ({ value, count: having(whole(value)) })).filter(
    ({ count }) => count,
  );
  const server = { askOr: async () => ((questions += 1), { facetHits }) } as unknown as Connection;
  const steps = bestAnswer<number>(
    { q, match: 'auto' },
    {
      answer: (asked) => all.filter((own) => stands(asked, own)).length,
      total: (found) => found,
      near: (words) => nearWords(server, '', words, common),
      nearCommon: (words) => nearCommonWords(server, '', words, common),
      facts: (words) => new Map(words.map((asked) => [asked.word, facts(asked)])),
      names: (words) => new Set(words.filter((word) => names.includes(word))),
    },
  );
  const answer: BestAnswer<number> = await inTime(steps);
  return { answer, questions };
}

test('the answer is the same with them and without, at fewer questions', async () => {
  const tally = { corrected: 0, suggested: 0, saved: 0 };
  await fc.assert(
    fc.asyncProperty(updates, query, fc.subarray(['polica', 'shootin']), async (all, q, names) => {
      const count = (word: string) => all.filter((own) => own.includes(word)).length;
      const without = await answerOver(all, q, names);
      const common = commonWords(Object.fromEntries(WORDS.map((word) => [word, count(word)])));
      const known = await answerOver(all, q, names, common);
      expect(known.answer).toEqual(without.answer);
      expect(known.questions).toBeLessThanOrEqual(without.questions);
      tally.corrected += known.answer.corrected.length;
      tally.suggested += known.answer.suggested.length;
      tally.saved += without.questions - known.questions;
    }),
    { numRuns: 1000 },
  );
  // Else this would say nothing.
  expect(Math.min(...Object.values(tally)), JSON.stringify(tally)).toBeGreaterThan(10);
});
