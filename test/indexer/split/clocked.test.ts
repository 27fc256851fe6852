import { describe, expect, test } from 'vitest';
import { splitText } from './splitting.ts';

const date = '2010-06-17';
const TEXT = 'The ferry has left the harbour, and the crew is safe.';
const blog = (...marks: string[]) => marks.flatMap((mark) => [`${mark}${TEXT}`, '']);
const clocks = (lines: string[], hints = {}) =>
  splitText(lines, { date, ...hints }).updates.map(({ publishedAt }) => publishedAt.slice(0, 16));

describe('clocked dialects', () => {
  test.each([
    ['guardian-clock', ['10.45 pm: ', '10.30 pm: ']],
    ['guardian-clock', ['- 10.45pm: ', '- 10.30pm: ']],
    ['guardian-clock', ['10.45pm GMT\n\n', '10.30pm GMT\n\n']],
    ['bbc-clock', ['2245 ', '2230 ']],
    ['cnn-brackets', ['(Updated 10:45 p.m. (0545 in Cairo)) ', '(Updated 10:30 p.m. (0530 in Cairo)) ']],
    ['updated-brackets', ['[Updated at 10:45 p.m. ET] ', '[Updated at 10:30 p.m. ET] ']],
    ['update-clock', ['UPDATE (10:45 PM EST) ', 'UPDATE (10:30 PM EST) ']],
    ['update-clock', ['Update, 10:45 p.m.: ', 'Update, 10:30 p.m.: ']],
    ['clock-dash', ['10:45 pm – ', '10:30 pm – ']],
    ['clock-lead', ['10:45 p.m. ET ', '10:30 p.m. ET ']],
  ])('%s: %j', (dialect, marks) => {
    const page = splitText(blog(...marks), { date });
    expect(page.dialect).toBe(dialect);
    expect(page.confidence).toBeGreaterThan(0.5);
    expect(page.updates.map(({ publishedAt, text }) => [publishedAt.slice(0, 16), text])).toEqual([
      [`${date}T22:30`, TEXT],
      [`${date}T22:45`, TEXT],
    ]);
  });
  test('midnight is followed in both directions, and noted', () => {
    const days = [`${date}T23:50`, '2010-06-18T00:10', '2010-06-18T00:20'];
    expect(clocks(blog('11.50pm: ', '12.10am: ', '12.20am: '))).toEqual(days);
    expect(clocks(blog('12.20am: ', '12.10am: ', '11.50pm: '))).toEqual(days);
    const { updates } = splitText(blog('11.50pm: ', '12.10am: ', '12.20am: '), { date });
    expect(updates[1]?.timeNote).toMatch(/after midnight: the page begins on 2010-06-17/);
  });
  test('a lone odd clock moves nothing else to another day', () => {
    const slip = blog('11.35am: ', '11.45am: ', '11.50pm: ', 'Noon: ', '12.15pm: ');
    expect(clocks(slip)).toEqual(
      ['11:35', '11:45', '11:50', '12:00', '12:15'].map((time) => `${date}T${time}`),
    );
    const odd = splitText(blog('1030 ', '1040 ', '0915 ', '1050 ', '1100 ', '1110 ', '1120 '), { date });
    expect(odd.updates.every(({ publishedAt }) => publishedAt.startsWith(date))).toBe(true);
    expect(odd.updates[0]?.timeNote).toMatch(/9:15 AM as the page says, although/);
  });
  test('a clock with neither AM nor PM is read as its neighbors tell', () => {
    const page = [
      '2:46 p.m. Cairo, 7:46 a.m. ET',
      '2:32 p.m. Cairo, 7:32 ET',
      '2:19 p.m. Cairo, 7:19 a.m. ET',
    ];
    expect(clocks(blog(...page.map((mark) => `(Update ${mark}) `)))[1]).toBe(`${date}T07:32`);
  });
  test('a weekday in the mark tells the day', () => {
    const lines = blog('(Update 1:10 a.m. ET Friday) ', '(Update 9:00 p.m. ET Wednesday) ');
    expect(clocks(lines)).toEqual(['2010-06-16T21:00', '2010-06-18T01:10']);
  });
  test.each([
    ['its first line', ['Storm, 13 January 2010: as it happened', ''], {}],
    [
      'its first line, the year from the address',
      ['Storm, 13 Jan', ''],
      { url: 'https://a.b/2010/jan/14/storm' },
    ],
    ['its address', [], { url: 'https://a.b/world/2010/jan/13/storm' }],
  ])('the day is in %s', (_, head, hints) => {
    const { updates } = splitText([...head, ...blog('9.40am: ', '9.50am: ')], hints);
    expect(updates.at(-1)?.publishedAt).toBe('2010-01-13T09:50:00Z');
    expect(updates.at(-1)?.timeNote).toMatch(/the day is/);
  });
  test('without any day there is a problem that says how to give it', () => {
    expect(splitText(blog('9.40am: ', '9.50am: ')).problems[0]?.message).toMatch(/--date/);
  });
  test('the page names its zone, or some of its marks do', () => {
    const named = splitText(['(All times EST.)', '', ...blog('0940 ', '0950 ')], { date });
    expect(named.updates.at(-1)?.timeZone).toBe('America/New_York');
    const some = splitText(blog('9.40am ET: ', '9.50am: '), { date });
    expect(some.updates[1]).toMatchObject({
      timeZone: 'America/New_York',
      timeNote: expect.stringMatching(/like other/),
    });
  });
  test('a mark inside a line is cut where its time fits, a year is not', () => {
    const page = splitText(
      [
        '0950 The sea rose in 2008 When all was well 0945 The ferry left port.',
        '',
        ...blog('0940 ', '0930 '),
      ],
      { date },
    );
    expect(page.updates.map(({ publishedAt }) => publishedAt.slice(11, 16))).toEqual([
      '09:30',
      '09:40',
      '09:45',
      '09:50',
    ]);
  });
  test('an agenda inside an update is text', () => {
    const agenda = ['9.30am : breakfast', '11am : the vote', '3pm : the speech'];
    const page = splitText([...blog('10.10am: ', '9.20am: ', '9.10am: ', '9.05am: ', '9am: '), ...agenda], {
      date,
    });
    expect(page.updates).toHaveLength(5);
  });
  test('a headline after a lone mark is the title; a sentence is none', () => {
    const page = splitText(
      [
        '6.14pm GMT',
        '',
        'Ferry called back',
        '',
        TEXT,
        '',
        '6.10pm GMT',
        '',
        TEXT,
        '',
        '6pm GMT',
        '',
        'Summary',
        '',
        TEXT,
      ],
      { date },
    );
    expect(page.updates.map(({ kind, title }) => [kind, title])).toEqual([
      ['summary', 'Summary'],
      ['update', undefined],
      ['update', 'Ferry called back'],
    ]);
  });
});

describe('no live blog', () => {
  test.each([
    [
      'clock times at the start of paragraphs',
      ['At 3pm the ferry left.', '10.30am was too early, he said.', TEXT, TEXT, '8:05 p.m. was too late.'],
    ],
    ['a timetable', ['11am – 12.30pm: Registration', '12.30pm – 2pm: Lunch', '2pm – 3pm: Closing']],
    ['years', ['2008 was dry.', '2009 was wet.', '2010 was stormy, and the ferry stayed in port.']],
    ['one late correction', [TEXT, TEXT, TEXT, '[Updated at 6:25 p.m. ET] The ferry has a new name.']],
  ])('%s: one record', (_, lines) => {
    const page = splitText(lines, { date });
    expect(page).toMatchObject({ dialect: 'article', updates: [{}] });
    expect(page.confidence).toBeGreaterThan(0.5);
  });
});

describe('long pages', () => {
  test('10,000 updates', () => {
    const marks = Array.from(
      { length: 10_000 },
      (_, i) => `${String(Math.floor(i / 4) % 24).padStart(2, '0')}${15 * (i % 4) || '00'} `,
    );
    const { updates } = splitText(blog(...marks), { date });
    expect(updates).toHaveLength(10_000);
    expect(updates.at(-1)?.publishedAt.slice(0, 16)).toBe('2010-09-29T03:45');
  });
  test('a line of 2 MB', () => {
    const { dialect, updates } = splitText(`${TEXT} `.repeat(40_000), { date });
    expect({ dialect, count: updates.length }).toEqual({ dialect: 'article', count: 1 });
  });
});
