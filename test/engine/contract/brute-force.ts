import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOf, find } from '../oracle.ts';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function bruteForceContract({ engine, load }: Subject, runs: number): void {
  describe('against a brute-force oracle', () => {
    // No word is a beginning or a near typo of another, so that both engines mean the same by them.
    const WORDS = ['harbour', 'minister', 'election', 'volcano', 'budget', 'striker'];
    const NAMES = ['Ada One', 'Ben Two', 'Cy Three'];
    const DAYS = ['2014-01-20', '2014-01-21', '2014-01-22'];
    const some = <T>(of: T[]) => fc.subarray(of);
    const records = fc
      .array(
        fc.record({
          title: some(WORDS),
          text: some(WORDS),
          persons: some(NAMES),
          places: some(NAMES),
          day: fc.constantFrom(...DAYS),
        }),
        {
          minLength: 1,
          maxLength: 25,
        },
      )
      .map((list) =>
        list.map(({ title, text, persons, places, day }, i) => {
          const made = record(`r${i}`, { text: text.join(' '), persons, places, at: `${day}T10:00Z` });
          return { ...made, order: made.order + i, ...(title.length > 0 && { title: title.join(' ') }) };
        }),
      );
    const choices = fc.record({
      person: fc.record({ all: some(NAMES), not: fc.subarray(NAMES, { maxLength: 1 }) }),
      place: fc.record({ any: some(NAMES) }),
      day: fc.record({ all: some(DAYS) }),
    });
    const asked = fc.record({
      words: fc.subarray(WORDS, { maxLength: 2 }),
      facets: choices,
      sort: fc.constantFrom('newest', 'oldest'),
    });

    test('hits, totals and every count agree', async () => {
      await fc.assert(
        fc.asyncProperty(records, fc.array(asked, { minLength: 3, maxLength: 6 }), async (all, questions) => {
          await load(documentOf('talks', all));
          for (const { words, facets, sort } of questions) {
            const q = words.length > 0 ? `${words.join(' ')} ` : '';
            const search = query({
              q,
              match: 'exact',
              filters: { facets },
              sort: sort as 'newest',
              facets: ['person', 'place', 'day'],
            });
            const result = await engine.reader.search(search);
            const expected = find(all, search);
            expect(result.total).toBe(expected.length);
            expect(result.hits.map((hit) => hit.update.id)).toEqual(expected.map((r) => r.id));
            for (const facet of search.facets) {
              const counted = new Map(result.facets[facet]?.values.map((v) => [v.value, v.count]));
              for (const value of facet === 'day' ? DAYS : NAMES) {
                expect([facet, value, counted.get(value) ?? 0]).toEqual([
                  facet,
                  value,
                  countOf(all, search, facet, value),
                ]);
              }
            }
          }
        }),
        { numRuns: runs },
      );
    });
  });
}
