import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchResult } from '../../../src/query.ts';
import type { FacetName } from '../../../src/facets.ts';
import type { UpdateRecord } from '../../../src/record.ts';
import { countOf, find, typed, type Question } from '../oracle.ts';
import { documentOf, query } from '../records.ts';
import { BLOGS, DAYS, NAMES, questions, records } from './generated.ts';
import type { Subject } from './subject.ts';

const VALUES = { person: NAMES, place: NAMES, day: DAYS, document: BLOGS, mentioned: DAYS };
const COUNTED = Object.keys(VALUES) as (keyof typeof VALUES)[];

export function bruteForceContract({ engine, load }: Subject, runs: number): void {
  describe('against a brute-force oracle', () => {
    test('hits, totals, groups, histograms and every count agree', async () => {
      const agree = fc.asyncProperty(records, questions, async (all, asked) => {
        await load(...blogs(all));
        for (const each of asked) await expectAgreement(all, each);
      });
      await fc.assert(agree, { numRuns: runs });
    });

    async function expectAgreement(all: UpdateRecord[], asked: Question): Promise<void> {
      const search = query({ q: typed(asked), match: 'exact', filters: asked.filters, sort: 'newest' });
      const expected = find(all, asked);
      const newest = await engine.reader.search({ ...search, facets: COUNTED, histogram: 'day' });
      expect(newest.total).toBe(expected.length);
      expect(ids(newest)).toEqual(expected.map(({ id }) => id));
      expect(newest.histogram?.buckets).toEqual(perDay(expected));
      expectCounts(newest, all, asked);
      expectGroups(await engine.reader.search({ ...search, groupBy: 'document' }), expected);
      const ranked = await engine.reader.search({ ...search, sort: 'relevance' });
      expect(ids(ranked).sort()).toEqual(ids(newest).sort());
    }
  });
}

const ids = ({ hits }: SearchResult) => hits.map(({ update }) => update.id);

const blogs = (all: UpdateRecord[]) =>
  [...Map.groupBy(all, ({ documentId }) => documentId)].map(([id, own]) => documentOf(id, own));

function expectCounts({ facets }: SearchResult, all: UpdateRecord[], asked: Question): void {
  for (const [facet, values] of Object.entries(VALUES) as [FacetName, string[]][]) {
    const counted = new Map(facets[facet]?.values.map(({ value, count }) => [value, count]));
    for (const value of values)
      expect([facet, value, counted.get(value) ?? 0]).toEqual([
        facet,
        value,
        countOf(all, asked, facet, value),
      ]);
  }
}

function expectGroups(groups: SearchResult, found: UpdateRecord[]): void {
  const inOrder = [...new Set(found.map(({ documentId }) => documentId))];
  expect([groups.total, groups.totalUpdates]).toEqual([inOrder.length, found.length]);
  expect(groups.hits.map(({ update }) => update.documentId)).toEqual(inOrder);
}

function perDay(found: UpdateRecord[]): { start: string; count: number }[] {
  const counts = DAYS.map((start) => ({ start, count: found.filter(({ day }) => day === start).length }));
  return counts.filter(({ count }) => count > 0);
}
