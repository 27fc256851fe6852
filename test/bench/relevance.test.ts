import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Outcome } from '../../bench/relevance/ask.ts';
import { collections, load } from '../../bench/relevance/collections.ts';
import { engines, type Engine } from '../../bench/relevance/engines.ts';
import { JudgementError, readJudgements } from '../../bench/relevance/judgements.ts';
import { mean, ndcg, succeeds } from '../../bench/relevance/measures.ts';
import { PointerError, resolve } from '../../bench/relevance/pointers.ts';
import { twins } from '../../bench/relevance/report.ts';
import type { EngineReader } from '../../src/engine/engine.ts';
import type { UpdateRecord } from '../../src/record.ts';

/** What each group reached when it was last looked at, a little less: nDCG@10. */
const FLOORS = {
  'first-report': 0.97,
  'known-item': 0.95,
  misspelt: 0.91,
  names: 0.97,
  phrases: 0.98,
  recency: 0.94,
  topical: 0.9,
};
/** What is asked of all together, and how far misspelt queries may lie below the same spelt right. */
const GOAL = 0.9;
const TWINS_APART = 0.03;

const figures = (outcomes: readonly Outcome[]) => mean(outcomes.map((outcome) => outcome.ndcg));

describe('the judged queries over the samples, embedded engine', () => {
  const samples = collections().find(({ name }) => name === 'samples')!;
  let engine: Engine;
  let records: UpdateRecord[];
  let outcomes: Outcome[];
  beforeAll(async () => {
    engine = await engines({})['embedded']!();
    records = await load(samples, engine);
    outcomes = await ask(engine.reader, samples.queries, records);
  });
  afterAll(async () => engine.dispose());

  test('are more than a hundred, and every judgement leads to an update', () => {
    expect(samples.queries.length).toBeGreaterThan(100);
    for (const { query, grades } of outcomes) expect(grades.size, query.q).toBe(query.grades.length);
  });
  test.each(Object.entries(FLOORS))('%s: nDCG@10 of at least %d', (group, floor) => {
    const asked = outcomes.filter(({ query }) => query.group === group);
    expect(asked.length).toBeGreaterThan(10);
    expect(figures(asked)).toBeGreaterThanOrEqual(floor);
  });
  test('every group has a floor, and together they reach the goal', () => {
    expect(Object.keys(FLOORS)).toEqual([...new Set(samples.queries.map(({ group }) => group))].sort());
    expect(figures(outcomes)).toBeGreaterThanOrEqual(GOAL);
  });
  test('a misspelt query is answered nearly as well as the same spelt right', () => {
    const { misspelt, right } = twins(outcomes);
    expect(right - misspelt).toBeLessThanOrEqual(TWINS_APART);
  });
  test('an engine that ranks backwards, or corrects nothing, falls through', async () => {
    const backwards = worseReader(async (query) => {
      const result = await engine.reader.search(query);
      return { ...result, hits: result.hits.toReversed() };
    });
    expect(figures(await ask(backwards, samples.queries, records))).toBeLessThan(GOAL);
    const literal = worseReader((query) => engine.reader.search({ ...query, match: 'exact' }));
    const { misspelt, right } = twins(await ask(literal, samples.queries, records));
    expect(right - misspelt).toBeGreaterThan(TWINS_APART);
  });
  const worseReader = (search: EngineReader['search']): EngineReader => ({ ...engine.reader, search });
});

describe('measures', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 2],
    ['c', 0],
  ]);
  test('the ideal order is worth 1, no judged hit 0, and what comes late counts less', () => {
    expect(ndcg(['a', 'b'], grades)).toBe(1);
    expect(ndcg(['c', 'd'], grades)).toBe(0);
    expect(ndcg(['b', 'a'], grades)).toBeCloseTo((3 + 7 / Math.log2(3)) / (7 + 3 / Math.log2(3)));
    expect(ndcg([...Array<string>(10).fill('x'), 'a'], grades)).toBe(0);
  });
  test('success is a first hit that nothing is better than', () => {
    expect([succeeds(['a'], grades), succeeds(['b'], grades), succeeds([], grades)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('pointers', () => {
  const update = (id: string, documentId: string, publishedAt: string, title?: string, order = 0) => ({
    id,
    documentId,
    publishedAt,
    order,
    ...(title && { title }),
  });
  const records = [
    update('b', 'storm', '2014-01-22', 'Rain', 2),
    update('a', 'storm', '2014-01-22', 'Rain', 1),
    update('c', 'stork', '2014-01-22T09:15:00Z', 'The nest'),
  ];
  test('lead to one update by place, time or title', () => {
    expect(resolve('storm #1/2', records)).toBe('a');
    expect(resolve('stork 01-22T09:15', records)).toBe('c');
    expect(resolve('stork "The ne"', records)).toBe('c');
  });
  test.each([
    ['stor #1/2', /2 live blogs/],
    ['stone #1/2', /0 live blogs/],
    ['storm #1/3', /leads to 0/],
    ['storm "Rain"', /leads to 2/],
    ['stork 01-22T09:16', /leads to 0/],
    ['stork', /0 live blogs/],
  ])('%s is an error', (pointer, message) => {
    expect(() => resolve(pointer, records)).toThrow(PointerError);
    expect(() => resolve(pointer, records)).toThrow(message);
  });
});

describe('files of judgements', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-judgements-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    writeFileSync(join(folder, 'group.txt'), text);
    return readJudgements(folder);
  };
  test('queries, their order and grades, and twins', () => {
    const right = { group: 'group', q: 'rain', grades: [{ grade: 3, pointer: 'storm #1/2' }] };
    expect(read('# why\n\nq: rain\n3 storm #1/2\n\nq: rian\nas: rain\n')).toEqual([
      right,
      { ...right, q: 'rian', as: 'rain' },
    ]);
    expect(read('q: rain\nsort: oldest\n3 storm #1/2\n')).toEqual([{ ...right, sort: 'oldest' }]);
  });
  test.each([
    ['q: rain\n4 storm #1/2', /group.txt line 2: "4 storm #1\/2" is no line of judgements/],
    ['3 storm #1/2', /no line of judgements/],
    ['q: rain\nsort: best', /no line of judgements/],
    ['q: rain\n', /"rain" has no judgements/],
    ['q: rian\nas: rain', /"rian" is given as "rain", which is judged nowhere/],
    ['q: rain\n3 storm #1/2\n\nq: rain\n3 storm #2/2', /"rain" is judged twice/],
  ])('%j is an error', (text, message) => {
    expect(() => read(text)).toThrow(JudgementError);
    expect(() => read(text)).toThrow(message);
  });
});
