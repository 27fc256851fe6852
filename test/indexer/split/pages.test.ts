import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { SplitDocument } from '../../../indexer/document.ts';
import { describeWithShared, shared } from '../../shared.ts';
import { splitText } from './splitting.ts';

/** A page as read by eye: where each update starts, and at what clock, in the order of the page. */
interface Golden {
  dialect: string;
  date: string;
  zone: string;
  intro: boolean;
  count: number;
  /** Lines whose clock is a slip of the page. */
  repaired?: number[];
  /** Lines whose clock is one of the following day. */
  nextDay?: number[];
  /** `line@clock`; without a clock only the day is known. */
  updates: string;
}

const FOLDER = join(import.meta.dirname, 'pages');

for (const file of readdirSync(FOLDER)) {
  const name = file.replace('.json', '');
  const golden = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Golden;

  describeWithShared(name, `corpus/text/${name}.txt`, () => {
    let page: SplitDocument;
    beforeAll(() => {
      const text = readFileSync(shared(`corpus/text/${name}.txt`), 'utf8');
      page = splitText(text, { date: golden.date, timeZone: golden.zone });
    });

    test('dialect and problems', () => {
      expect({ dialect: page.dialect, problems: page.problems }).toEqual({
        dialect: golden.dialect,
        problems: [],
      });
      expect(page.confidence).toBeGreaterThan(0.5);
    });
    test('every update starts where a reader sees it, at the clock that it shows', () => {
      const updates = page.updates.filter(({ kind }) => kind !== 'intro');
      expect(updates).toHaveLength(golden.count);
      const read = updates.map(({ line, publishedAt }) => `${line}@${publishedAt.slice(11, 16)}`);
      expect(read.sort()).toEqual(golden.updates.split(' ').sort());
      expect(new Set(updates.map(({ timeZone }) => timeZone))).toEqual(new Set([golden.zone]));
      for (const { line, publishedAt } of updates)
        expect(publishedAt.slice(0, 10) > golden.date, `line ${line}`).toBe(
          golden.nextDay?.includes(line) ?? false,
        );
    });
    test('none of these pages gives its updates headlines', () => {
      expect(page.updates.filter(({ title }) => title)).toEqual([]);
    });
    test('what precedes them is the intro', () => {
      expect(page.updates.filter(({ kind }) => kind === 'intro')).toHaveLength(golden.intro ? 1 : 0);
    });
    test('a slip of the page is named', () => {
      const slips = page.updates.filter(({ timeNote }) => timeNote?.includes('the page says'));
      expect([...new Set(slips.map(({ line }) => line))].sort((a, b) => a - b)).toEqual(
        golden.repaired ?? [],
      );
    });
  });
}
