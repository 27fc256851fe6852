import { describe, expect, test } from 'vitest';
import { splitText } from './splitting.ts';

const TEXT = 'The storm has reached the harbour and the last ferry was called back.';
const JUNE = ['2024-05-31T20:30', '2024-05-31T23:10', '2024-06-01T00:20', '2024-06-01T08:05'];
const blog = (marks: string[]) => marks.flatMap((mark) => [`${mark} ${TEXT}`, '']);
const timesOf = (lines: string[], hints = {}) =>
  splitText(lines, hints).updates.map(({ publishedAt }) => publishedAt.slice(0, 16));

describe('dates inside marks', () => {
  test.each([
    [
      'with weekdays in the bracket of two clocks',
      [
        '(Updated 8:30 p.m. ET, Friday, May 31, 2024 (0230 on the coast))',
        '(Updated 11:10 p.m. ET, Friday, May 31 (0510 on the coast))',
        '(Updated 12:20 a.m. ET, Saturday, June 1 (0620, June 1 on the coast))',
        '(Updated 8:05 a.m. ET, Saturday, June 1)',
      ],
    ],
    [
      'before the clock in the bracket, and beside only one of two clocks',
      [
        '(Updated May 31, 2024, 8:30 p.m. ET)',
        '(Update 11:10 p.m. ET Friday, 5:10 a.m. June 1 in Malta)',
        '(Update 12:20 a.m. ET Saturday, 6:20 a.m. in Malta)',
        '(Updated 1 June, 8:05 a.m. ET)',
      ],
    ],
    [
      'after the clock of UPDATE',
      [
        'UPDATE (8:30 PM EDT, May 31, 2024)',
        'UPDATE (11:10 PM EDT, Fri. May 31)',
        'UPDATE (12:20 AM EDT)',
        'UPDATE (8:05 AM EDT, June 1)',
      ],
    ],
    [
      'before the clock of UPDATE',
      [
        'UPDATE: May 31, 2024, 8:30 PM EDT:',
        'UPDATE: May 31, 11:10 PM EDT:',
        'UPDATE: June 1, 12:20 AM EDT:',
        'UPDATE: June 1, 8:05 AM EDT:',
      ],
    ],
  ])('%s', (_, marks) => {
    expect(timesOf(blog(marks), { date: '2024-05-31' })).toEqual(JUNE);
    expect(timesOf(blog(marks.toReversed()), { date: '2024-05-31' })).toEqual(JUNE);
  });
  test('a weekday after a comma tells the day', () => {
    const marks = ['(Updated 8:30 p.m. ET, Friday)', '(Updated 8:40 p.m. ET, Saturday)'];
    expect(timesOf(blog(marks), { date: '2024-05-31' })).toEqual(['2024-05-31T20:30', '2024-06-01T20:40']);
  });
});

describe('the day of publication that a page gives', () => {
  const clocks = blog(['9.30am:', '9.40am:', '9.50am:']);
  const daysOf = (lines: string[], hints = {}) => [
    ...new Set(timesOf(lines, hints).map((time) => time.slice(0, 10))),
  ];
  const published = '2024-06-01';
  test.each([
    ['stands where the text names none', [], ['2024-06-01']],
    ['gives way to a dateline, however far', ['Friday 3 May 2024', ''], ['2024-05-03']],
    ['gives way to a headline of the days around it', ['Storm live: 31 May 2024', ''], ['2024-05-31']],
    ['gives it its year', ['Storm live: 31 May', ''], ['2024-05-31']],
    [
      'stands beside a headline about a day far away',
      ['Countdown to the vote of 12 July', ''],
      ['2024-06-01'],
    ],
  ])('%s', (_, head, days) => expect(daysOf([...head, ...clocks], { published })).toEqual(days));
  test('gives way to dates in the marks, to a given day and to that of the address', () => {
    const dated = blog(['May 3, 2024, 9.30am:', 'May 3, 2024, 9.40am:', 'May 4, 2024, 9.50am:']);
    expect(daysOf(dated, { published })).toEqual(['2024-05-03', '2024-05-04']);
    expect(daysOf(clocks, { published, date: '2024-05-03' })).toEqual(['2024-05-03']);
    expect(daysOf(clocks, { published, url: 'https://example.org/2024/may/03/x' })).toEqual(['2024-05-03']);
  });
  test('is the day of a page without clocks', () => {
    expect(splitText([TEXT], { published }).updates).toMatchObject([
      { publishedAt: '2024-06-01', timeNote: expect.stringMatching(/publication/) },
    ]);
  });
});
