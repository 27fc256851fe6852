import type { DateTime } from 'luxon';
import { beforeAll, expect, test } from 'vitest';
import type { SplitDocument } from '../../../indexer/document.ts';
import { describeWithShared } from '../../shared.ts';
import {
  acrossMidnight,
  onOneDay,
  render,
  renderFlat,
  STYLES,
  trueBlogs,
  wordsOf,
  type TrueUpdate,
} from './rendering.ts';
import { splitText } from './splitting.ts';

/** What of many pages was found, against the truth. */
class Tally {
  hits = 0;
  found = 0;
  marks = 0;
  exact = 0;
  /** Words that are lost or that were not there. */
  words = 0;

  add(
    { updates, title = '' }: SplitDocument,
    marks: Map<number, DateTime | undefined>,
    words: string[],
  ): void {
    const real = updates.filter(({ kind }) => kind !== 'intro');
    const hits = new Set(real.map(({ line }) => line).filter((line) => marks.has(line)));
    this.hits += hits.size;
    this.found += real.length;
    this.marks += marks.size;
    this.exact += real.filter(({ line, publishedTs }) => marks.get(line)?.toSeconds() === publishedTs).length;
    const counts = new Map<string, number>();
    const texts = updates.flatMap((u) => [u.title ?? '', u.text, ...u.media.map(({ text }) => text)]);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of wordsOf([title, ...texts])) counts.set(word, (counts.get(word) ?? 0) - 1);
    for (const count of counts.values()) this.words += Math.abs(count);
  }
  get f1(): number {
    return (2 * this.hits) / (this.found + this.marks);
  }
  get exactTimes(): number {
    return this.exact / this.marks;
  }
}

const ORDERS = {
  'newest first': (blog: TrueUpdate[]) => blog.toReversed(),
  'oldest first': (blog: TrueUpdate[]) => blog,
};
const DAYS = {
  'at their times': (blog: TrueUpdate[]) => blog,
  'within one day': onOneDay,
  'across midnight': acrossMidnight,
};

describeWithShared('30 real blogs, written in each clocked dialect', 'corpus/liveblogs', () => {
  let blogs: TrueUpdate[][];
  beforeAll(() => void (blogs = trueBlogs()));

  test.each(Object.entries(STYLES))('%s', (_, style) => {
    for (const [days, moved] of Object.entries(DAYS))
      for (const [order, ordered] of Object.entries(ORDERS)) {
        const tally = new Tally();
        for (const blog of blogs) {
          const there = moved(blog, style.zone);
          const page = render(ordered(there), style);
          const split = splitText(page.text, { date: there[0]!.time.setZone(style.zone).toISODate()! });
          expect(split.dialect).toBe(style.dialect);
          tally.add(split, page.marks, page.words);
        }
        const what = `${days}, ${order}`;
        expect(tally.f1, `boundaries ${what}`).toBeGreaterThanOrEqual(0.995);
        expect(tally.exactTimes, `times ${what}`).toBeGreaterThanOrEqual(0.99);
        expect(tally.words, `words ${what}`).toBe(0);
      }
  });
});

describeWithShared('30 real blogs, flattened without clocks', 'corpus/liveblogs', () => {
  test('what is marked is found, and what a heading alone opens is inferred', () => {
    const tally = new Tally();
    for (const blog of trueBlogs()) {
      const page = renderFlat(blog.toReversed());
      const split = splitText(page.text, { date: '2016-01-01', dialect: 'guardian-flat' });
      tally.add(split, page.marks, page.words);
      for (const { line, boundary } of split.updates)
        if (page.inferred.has(line)) expect(boundary).toBe('inferred');
    }
    expect(tally.f1).toBeGreaterThanOrEqual(0.97);
    expect(tally.words).toBe(0);
  });
});
