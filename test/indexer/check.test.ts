import { describe, expect, test } from 'vitest';
import { diagnose } from '../../indexer/check.ts';
import type { DocumentHints, SourceDocument } from '../../indexer/document.ts';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import { index } from '../../indexer/pipeline.ts';
import { readNdjson } from './sources/reading.ts';

const { pipeline } = openPipeline('UTC');
const said = (document: SourceDocument, option?: string) => {
  const { split, records } = index(document, [], pipeline);
  return diagnose(document, split, records, option);
};
const TEXT = 'The storm has reached the harbour and the last ferry was called back.';
const page = (marks: string[], hints: DocumentHints = {}, head: string[] = []): SourceDocument => {
  const text = [...head, ...marks.flatMap((mark) => [`${mark}${TEXT}`, ''])].join('\n');
  return {
    id: 'a',
    path: 'a.txt',
    hints: { date: '2024-05-31', ...hints },
    complete: true,
    content: { text },
  };
};
const PLAIN = ['9.30am: ', '9.40am: ', '9.50am: '];
const clockIn = (lines: string[]) =>
  lines.find((line) => line.includes('clock of'))?.replace(/^.*clock of /, '');

describe('check says whose clock it is and who says so', () => {
  test.each([
    [
      'marks',
      page(PLAIN.map((mark) => mark.replace(':', ' ET:'))),
      'America/New_York (“ET” beside the clock)',
    ],
    [
      'the head of the page',
      page(['0930 ', '0940 ', '0950 '], {}, ['Storm', '', 'All times are GMT.', '']),
      'Etc/GMT (“All times are GMT” in line 3)',
    ],
    ['a side file', page(PLAIN, { timeZone: 'Europe/Oslo' }), 'Europe/Oslo (its side file says so)'],
    ['nobody', page(PLAIN), 'UTC (assumed, because nothing names one; the setting TIME_ZONE says which)'],
    [
      'some marks',
      page(['9.30am ET: ', '9.40am: ', '9.50am ET: ']),
      'America/New_York (2 of 3: “ET” beside the clock) and America/New_York (1 of 3: “ET” beside other clocks of the page)',
    ],
  ])('%s', (_, document, words) => expect(clockIn(said(document))).toBe(words));
  test('the command line', () => {
    expect(clockIn(said(page(PLAIN, { timeZone: 'Europe/Oslo' }), 'Europe/Oslo'))).toBe(
      'Europe/Oslo (given with --time-zone)',
    );
  });
  test.each([
    ['its updates', { timeZone: 'Asia/Qatar' }, 'Asia/Qatar (its updates say so)'],
    ['an offset', {}, 'Etc/GMT-3 (only its offset is known, from the times)'],
  ])('%s', async (_, more, words) => {
    const line = { documentId: 'a', publishedAt: '2022-12-18T18:00:00+03:00', text: TEXT, ...more };
    const [parsed] = await readNdjson(JSON.stringify(line));
    expect(clockIn(said(parsed!.document!))).toBe(words);
  });
});

describe('check doubts', () => {
  const entry = 'The choir sings in the big tent.';
  const programme = (clocks: string[], line = entry) => {
    const text = clocks.map((clock) => `${clock} – ${line}`).join('\n\n');
    return { ...page([]), content: { text } };
  };
  const timetable = expect.stringMatching(/looks like a timetable.*--dialect article/);
  const QUARTERS = ['09:00', '10:30', '11:15', '12:00', '14:45'];
  test('short lines on quarters of an hour, from the first to the last', () => {
    expect(said(programme(QUARTERS))).toContainEqual(timetable);
  });
  test.each([
    ['odd minutes', ['09:00', '10:31', '11:15', '12:00', '14:45'], entry],
    ['the newest first', QUARTERS.toReversed(), entry],
    ['several sentences', QUARTERS, Array(6).fill(entry).join(' ')],
    ['several paragraphs', QUARTERS, `${entry}\n\n${entry}`],
    ['three entries', QUARTERS.slice(0, 3), entry],
  ])('but not %s', (_, clocks, line) => {
    expect(said(programme(clocks, line))).not.toContainEqual(timetable);
  });
  test('times in the future', () => {
    const lines = said({ ...programme(QUARTERS), hints: { date: '2200-05-31' } });
    expect(lines).toContain(
      '5 in the future, from 2200-05-31T09:00:00Z on: a programme, or another day or zone?',
    );
    expect(said(programme(QUARTERS)).join()).not.toMatch(/future/);
  });
});
