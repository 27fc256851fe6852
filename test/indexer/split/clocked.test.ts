import { describe, expect, test } from 'vitest';
import { splitText } from './splitting.ts';

const date = '2010-06-17';
const TEXT = 'The ferry has left the harbour, and the crew is safe.';
const blog = (...marks: string[]) => marks.flatMap((mark) => [`${mark}${TEXT}`, '']);
const clocks = (lines: string[], hints = {}) =>
  splitText(lines, { date, ...hints }).updates.map(({ publishedAt }) => publishedAt.slice(0, 16));

describe('clocked dialects', () => {
  test.each([
    ['guardian-clock', ['10.45 pm: ', '10.30 pm: ', '10.15 pm: ']],
    ['guardian-clock', ['- 10.45pm: ', '- 10.30pm: ', '- 10.15pm: ']],
    ['guardian-clock', ['10.45pm GMT\n\n', '10.30pm GMT\n\n', '10.15pm GMT\n\n']],
    ['bbc-clock', ['2245 ', '2230 ', '2215 ']],
    ['cnn-brackets', ['(Updated 10:45 p.m. (0545 in Cairo)) ', '(Updated 10:30 p.m. (0530 in Cairo)) ']],
    ['updated-brackets', ['[Updated at 10:45 p.m. ET] ', '[Updated at 10:30 p.m. ET] ']],
    ['update-clock', ['UPDATE (10:45 PM EST) ', 'UPDATE (10:30 PM EST) ']],
    ['update-clock', ['Update, 10:45 p.m.: ', 'Update, 10:30 p.m.: ']],
    ['clock-dash', ['10:45 pm – ', '10:30 pm – ', '10:15 pm – ']],
    ['bbc-clock', ['2245 GMT - ', '2230 GMT - ', '2215 GMT – ']],
    ['clock-lead', ['10:45 p.m. ET ', '10:30 p.m. ET ', '10:15 p.m. ET ']],
    ['clock-lead', ['10:45 p.m. ET, ', '10:30 p.m. ET, ', '10:15 p.m. ET | ']],
    ['clock-lead', ['10:45 p.m. Eastern Time: ', '10:30 p.m. Eastern Time: ', '10:15 p.m. Eastern Time: ']],
    [
      'clock-lead',
      ['10:45 p.m. ET/02:45 GMT – ', '10:30 p.m. ET/02:30 GMT – ', '10:15 p.m. ET/02:15 GMT – '],
    ],
  ])('%s: %j', (dialect, marks) => {
    const page = splitText(blog(...marks), { date });
    expect(page.dialect).toBe(dialect);
    expect(page.confidence).toBeGreaterThan(0.5);
    const times = [`${date}T22:15`, `${date}T22:30`, `${date}T22:45`].slice(-marks.length);
    expect(page.updates.map(({ publishedAt, text }) => [publishedAt.slice(0, 16), text])).toEqual(
      times.map((time) => [time, TEXT]),
    );
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
  test('a second day with fewer updates than the first is not taken for stray clocks', () => {
    const every = (minutes: number) =>
      Array.from({ length: Math.floor(480 / minutes) + 1 }, (_, i) => {
        const at = 540 + i * minutes;
        return `${Math.floor(at / 60) % 12 || 12}.${String(at % 60).padStart(2, '0')}${at < 720 ? 'am' : 'pm'}: `;
      });
    const marks = [...every(20), ...every(80)];
    for (const ordered of [marks, marks.toReversed()]) {
      const times = clocks(blog(...ordered));
      expect(times).toHaveLength(marks.length);
      expect(times.filter((time) => time.startsWith('2010-06-18'))).toHaveLength(7);
    }
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
    const { updates } = splitText([...head, ...blog('9.30am: ', '9.40am: ', '9.50am: ')], hints);
    expect(updates.at(-1)?.publishedAt).toBe('2010-01-13T09:50:00Z');
    expect(updates.at(-1)?.timeNote).toMatch(/the day is/);
  });
  const JUNE = ['2024-05-31T20:30', '2024-05-31T23:10', '2024-06-01T00:20', '2024-06-01T08:05'];
  test.each([
    [
      'after the clock',
      [
        '8:30 p.m. ET, May 31, 2024',
        '11:10 p.m. ET, May 31, 2024',
        '12:20 a.m. ET, June 1, 2024',
        '8:05 a.m. ET, June 1, 2024',
      ],
      '\n\nA headline\n\n',
    ],
    [
      'before the clock',
      [
        'May 31, 2024, 8:30 p.m. ET',
        'May 31, 2024, 11:10 p.m. ET',
        'June 1, 2024, 12:20 a.m. ET',
        'June 1, 2024, 8:05 a.m. ET',
      ],
      ' – ',
    ],
    [
      'before the clock, without the year of most',
      ['31 May 2024, 8.30pm', '31 May, 11.10pm', '1 June, 12.20am', '1 June, 8.05am'],
      ': ',
    ],
    [
      'before some clocks',
      ['8:30 p.m. ET', 'May 31, 2024, 11:10 p.m. ET', '12:20 a.m. ET', 'June 1, 2024, 8:05 a.m. ET'],
      ': ',
    ],
  ])('the date stands %s', (_, marks, end) => {
    const lines = blog(...marks.map((mark) => `${mark}${end}`));
    const paired = marks.map((mark) => [`${mark}${end}${TEXT}`, '']);
    const hints = marks.some((mark) => !mark.includes('2024')) ? { date: '2024-05-31' } : {};
    expect(splitText(lines, hints).updates.map(({ publishedAt }) => publishedAt.slice(0, 16))).toEqual(JUNE);
    const newestFirst = splitText(paired.toReversed().flat().join('\n'), hints);
    expect(newestFirst.updates.map(({ publishedAt }) => publishedAt.slice(0, 16))).toEqual(JUNE);
    expect(newestFirst.updates.every(({ text }) => text === TEXT)).toBe(true);
  });
  test.each([
    ['Friday 31 May 2024', 'Saturday 1 June'],
    ['May 31, 2024', 'June 1, 2024'],
  ])('a line %s heads the marks of its day', (may, june) => {
    const first = blog('8.30pm: ', '8.40pm: ', '11.10pm: ');
    const second = blog('9.20am: ', '11.30pm: ', '11.50pm: ');
    const days = ['05-31T20:30', '05-31T20:40', '05-31T23:10', '06-01T09:20', '06-01T23:30', '06-01T23:50'];
    const times = days.map((day) => `2024-${day}`);
    const read = (lines: string[]) => {
      const { updates } = splitText(lines, { date: '2024-05-31' });
      expect(updates.filter(({ kind }) => kind === 'update').every(({ text }) => text === TEXT)).toBe(true);
      return updates
        .filter(({ kind }) => kind === 'update')
        .map(({ publishedAt }) => publishedAt.slice(0, 16));
    };
    const reversed = (lines: string[]) => lines.filter(Boolean).toReversed();
    expect(read([may, '', ...first, june, '', ...second])).toEqual(times);
    expect(read([june, '', ...reversed(second), may, '', ...reversed(first)])).toEqual(times);
    expect(read([...first, june, '', ...second])).toEqual(times);
    expect(read([...reversed(second), may, '', ...reversed(first)])).toEqual(times);
  });
  test('the date of an embedded post heads nothing, and a dateline is no mark', () => {
    const post = ['Ann Lee (@annlee)', '', 'The wind is strong here.', '', 'May 30, 2024', ''];
    const lines = [...blog('8.30pm: ', '8.40pm: '), ...post, ...blog('8.50pm: ', '9pm: ')];
    const { updates } = splitText(['Storm', '', 'Fri 31 May 2024 22.51 BST', '', ...lines]);
    expect(updates.map(({ publishedAt }) => publishedAt.slice(0, 10))).toEqual(Array(5).fill('2024-05-31'));
  });
  test.each(['Saturday 1 June 2024', 'All times GMT', 'Last updated 9.50am'])('%s is no title', (line) => {
    const page = splitText([line, '', ...blog('9.30am: ', '9.40am: ', '9.50am: ')], { date });
    expect(page.title).toBeUndefined();
  });
  test('a dialect given for a text without its marks is noted', () => {
    expect(splitText([TEXT], { date, dialect: 'clock-dash' }).notes).toContain(
      'the dialect given is clock-dash, but nothing in the text is one of its marks',
    );
  });
  test('without any day there is a problem that says how to give it', () => {
    expect(splitText(blog('9.30am: ', '9.40am: ', '9.50am: ')).problems[0]?.message).toMatch(/--date/);
  });
  test('the page names its zone, or some of its marks do', () => {
    const named = splitText(['(All times EST.)', '', ...blog('0930 ', '0940 ', '0950 ')], { date });
    expect(named.updates.at(-1)?.timeZone).toBe('America/New_York');
    const some = splitText(blog('9.40am ET: ', '9.50am: ', '9.55am: '), { date });
    expect(some.updates[1]).toMatchObject({
      timeZone: 'America/New_York',
      timeNote: expect.stringMatching(/like other/),
    });
  });
  test.each([
    ['IST', 'Asia/Jerusalem', 'Asia/Jerusalem'],
    ['IST', 'Europe/Dublin', 'Europe/Dublin'],
    ['CST', 'Asia/Shanghai', 'Asia/Shanghai'],
    ['MST', 'America/Phoenix', 'America/Phoenix'],
    ['AEST', 'Australia/Brisbane', 'Australia/Brisbane'],
    ['CEST', 'Europe/Berlin', 'Europe/Berlin'],
    ['ET', 'Asia/Jerusalem', 'America/New_York'],
  ])('%s in a newsroom of %s is %s', (zone, timeZone, read) => {
    const marks = ['9.30am', '9.40am', '9.50am'].map((clock) => `${clock} ${zone}: `);
    const { updates } = splitText(blog(...marks), { date, timeZone });
    expect(updates[0]).toMatchObject({ timeZone: read });
    expect(updates[0]?.timeNote).toBeUndefined();
  });
  test('a zone of several meanings that is not the newsroom’s is noted', () => {
    const lines = blog('9.30am IST: ', '9.40am IST: ', '9.50am IST: ');
    expect(splitText(lines, { date, timeZone: 'America/New_York' }).updates[0]).toMatchObject({
      timeZone: 'Asia/Kolkata',
      timeNote: 'IST read as Asia/Kolkata, although the time zone given is America/New_York',
    });
  });
  test('a year of which something is said is no clock, even where one would fit', () => {
    const page = splitText([...blog('2158 ', '2130 ', '2100 ', '2030 '), '2009 has been a dry year here.'], {
      date,
    });
    expect(page.dialect).toBe('bbc-clock');
    expect(page.updates).toHaveLength(4);
    expect(page.updates.some(({ text }) => text.includes('2009 has been'))).toBe(true);
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
  test('a clock after a preposition belongs to its sentence', () => {
    const said = '9.50am GMT | Late on Friday, at about 9.45am GMT, Captain Roy saw the ferry.';
    const page = splitText([said, '', ...blog('9.40am GMT | ', '9.30am GMT | ')], { date });
    expect(page.dialect).toBe('clock-lead');
    expect(page.updates).toHaveLength(3);
    expect(page.updates.at(-1)?.text).toContain('at about 9.45am GMT, Captain Roy');
  });
  test('marks that name their weekday are followed over silent days', () => {
    const marks = ['1am GMT, Sunday', '5pm GMT, Friday', '2pm GMT, Friday', '9am GMT, Friday'];
    const thursday = ['9pm', '7pm', '6pm', '5pm', '4pm', '3pm', '2pm', '1pm'].map(
      (at) => `${at} GMT, Thursday`,
    );
    const page = splitText(blog(...[...marks, ...thursday].map((mark) => `UPDATE (${mark}) `)), {
      date: '2024-05-30',
    });
    expect(page.dialect).toBe('update-clock');
    expect(page.updates.slice(-5).map(({ publishedAt }) => publishedAt.slice(0, 13))).toEqual([
      '2024-05-30T21',
      '2024-05-31T09',
      '2024-05-31T14',
      '2024-05-31T17',
      '2024-06-02T01',
    ]);
  });
  test('an agenda inside an update is text', () => {
    const agenda = ['9.30am : breakfast', '11am : the vote', '3pm : the speech'];
    const page = splitText([...blog('10.10am: ', '9.20am: ', '9.10am: ', '9.05am: ', '9am: '), ...agenda], {
      date,
    });
    expect(page.updates).toHaveLength(5);
    expect(page.notes).toContain('3 clocks out of order taken as text');
  });
  test('a question is a headline where most updates have one, else it opens prose', () => {
    const asking = (...first: string[]) =>
      first.flatMap((line, i) => [`${9 - i}.10am GMT`, '', line, '', TEXT, '']);
    const titles = (lines: string[]) => splitText(lines, { date }).updates.map(({ title }) => title);
    expect(titles(asking('Will the ferry sail?', 'Ferry called back', 'Storm warning'))).toEqual([
      'Storm warning',
      'Ferry called back',
      'Will the ferry sail?',
    ]);
    expect(titles(asking('Will the ferry sail?', 'Nobody knows.', 'Storm warning'))).toEqual([
      'Storm warning',
      undefined,
      undefined,
    ]);
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
    [
      'two clock times of a report',
      [TEXT, '8.10 am – the driver left home.', TEXT, '9:15 am – the car was found.', TEXT],
    ],
    [
      'a timetable of sentences',
      [
        'The ceremony:',
        ...['10am', '10.30am', '11am', 'Noon'].map(
          (clock) => `${clock} – the guests move on to the next hall.`,
        ),
      ],
    ],
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
