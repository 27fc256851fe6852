import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Update } from '../../../indexer/document.ts';
import { formatDay, parseDay } from '../../../indexer/enrich/days/calendar-day.ts';
import { evidenceOfDays, findDays } from '../../../indexer/enrich/days/days.ts';
import { enrich } from '../../../indexer/enrich/enrich.ts';
import { day } from '../../../src/record.ts';
import { describeWithShared, shared } from '../../shared.ts';
import { knowledge, update } from './updates.ts';

const daysOf = (text: string, today: string) => [
  ...new Set(findDays(text, parseDay(today)).map(({ value }) => value)),
];

/** The day of writing, its sentences, and the days that each speaks of. */
const SENTENCES: Record<string, [text: string, ...days: string[]][]> = {
  // A Saturday.
  '2014-01-25': [
    ['The delegates met on Friday.', '2014-01-24'],
    ['The ferry sank Saturday.', '2014-01-25'],
    ['On Sunday a bridge was closed.', '2014-01-19'],
    ['On Monday the bridge will open again.', '2014-01-27'],
    ['The bridge will be opened on Monday.', '2014-01-27'],
    ['The repair must be done by Monday.', '2014-01-27'],
    ['By Monday the repair had failed.', '2014-01-20'],
    ['The road, which on Monday will open, is dry.', '2014-01-27'],
    ['The mayor said on Tuesday that the road will open.', '2014-01-21'],
    ['The hearing is due on Wednesday.', '2014-01-29'],
    ['Trains stopped due to the snow on Wednesday.', '2014-01-22'],
    ['The fair starts on Thursday.', '2014-01-30'],
    ['Visitors have until Tuesday.', '2014-01-28'],
    ['Rowers meet the champions on Monday.', '2014-01-27'],
    ['The champions left last Friday.', '2014-01-17'],
    ['A vote next Monday', '2014-01-27'],
    ['A vote next Sunday', '2014-02-02'],
    ['A vote this Tuesday', '2014-01-28'],
    ['Snow fell this past Tuesday.', '2014-01-21'],
    ['The match on Wednesday last week', '2014-01-15'],
    ['The match on Wednesday next week', '2014-01-29'],
    ['Friday’s talks and friday night’s dinner ended late.', '2014-01-24'],
    ['Music on Monday and Tuesday', '2014-01-27', '2014-01-28'],
    ['Roads were icy from Tuesday to Thursday.', '2014-01-21', '2014-01-22', '2014-01-23'],
    ['Rain fell between Monday and Wednesday.', '2014-01-20', '2014-01-21', '2014-01-22'],
    ['Markets open every Friday, on Sundays and most Friday nights.'],
    ['The Sunday Times wrote about Bloody Sunday and Black Friday.'],
    ['I sat in the sun and read The Sun, as we may march on.'],
    ['Today the river rose, as it did yesterday.', '2014-01-25', '2014-01-24'],
    ['Tonight it snows, tomorrow it thaws.', '2014-01-25', '2014-01-26'],
    ['Last night was cold, this morning is warm.', '2014-01-24', '2014-01-25'],
    ['The day before yesterday it rained; the day after tomorrow it will again.', '2014-01-23', '2014-01-27'],
    ['He wrote for USA Today.'],
    ['She left two days ago, he a week ago.', '2014-01-23', '2014-01-18'],
    ['The dam broke on 3 January and the village was empty the next day.', '2014-01-03', '2014-01-04'],
    ['On 3 January it rained, and two days earlier it snowed.', '2014-01-03', '2014-01-01'],
    ['The day before the vote, nobody slept; two days before it, everybody did.'],
    ['It was the previous day.'],
    ['The sirens rang at 1530 GMT.', '2014-01-25'],
    ['The sirens rang at 9.15 p.m. local time on Thursday.', '2014-01-23'],
    ['The 9pm news was late.'],
    ['Miners are on strike for a third day.', '2014-01-25'],
    ['Last week, this month, now, in 2013, at the weekend, for two days, within 24 hours'],
    ['It is open 24/7, won 3-1, got 1/2 and version 1.2.13 of 9/11.'],
    ['Guards since the 9/11 attacks and the Sept. 11 terror attacks', '2001-09-11'],
    ['January alone, March 1976 and 1999 are no days.'],
    ['In May 5 people left, in May 2.5 million did, in May 10% and May 5pm.'],
    ['The 17 November Movement marched.'],
    ['Work begins 2014-02-03.', '2014-02-03'],
    ['Dated 25.12.2013, 12/25/2013 and 7/7/2013', '2013-12-25', '2013-07-07'],
    ['Dated 3/4/2014'],
    ['January 22, 2014', '2014-01-22'],
    ['On Jan. 22, 2,000 people came.', '2014-01-22'],
    ['The 22nd of January', '2014-01-22'],
    ['22-Jan-2014', '2014-01-22'],
    ['on november 3 we left', '2013-11-03'],
    ['Fri 24 Jan', '2014-01-24'],
    ['Wednesday, 14 August', '2013-08-14'],
    ['Wednesday (14 August)', '2013-08-14'],
    ['The night of 18–19 January', '2014-01-18', '2014-01-19'],
    ['From 12 to 15 November', '2013-11-12', '2013-11-13', '2013-11-14', '2013-11-15'],
    ['May 3, 4 and 5', '2014-05-03', '2014-05-04', '2014-05-05'],
    ['Open from 3 May to 20 August', '2014-05-03', '2014-08-20'],
    ['Open January 30–February 2', '2014-01-30', '2014-01-31', '2014-02-01', '2014-02-02'],
    ['The 30th of February never came.'],
    ['Sales rose on Christmas Day and New Year’s Eve.', '2013-12-25', '2013-12-31'],
  ],
  // Around the turn of the year, a Wednesday.
  '2014-01-01': [
    ['Bells rang on Tuesday and 30 December.', '2013-12-31', '2013-12-30'],
    ['The shop will close on 3 January.', '2014-01-03'],
    ['From 20 December to 5 January 2014', '2013-12-20', '2014-01-05'],
    ['From 29 December to 2 January', '2013-12-29', '2013-12-30', '2013-12-31', '2014-01-01', '2014-01-02'],
    ['Yesterday was New Year’s Eve.', '2013-12-31'],
    ['On 30 June last year it flooded.', '2013-06-30'],
  ],
  '2013-12-30': [
    ['The law takes effect on 1 January; it will be reviewed on Thursday.', '2014-01-01', '2014-01-02'],
    ['Wednesday next week', '2014-01-08'],
  ],
  // The next leap day is four years off.
  '2013-03-01': [['Born on 29 February', '2012-02-29']],
  // Clocks change on the 29th and 30th.
  '2014-03-31': [
    ['Yesterday clocks changed, two days ago they had not.', '2014-03-30', '2014-03-29'],
    ['Open Saturday to Monday', '2014-03-29', '2014-03-30', '2014-03-31'],
  ],
  '2016-03-01': [
    ['Yesterday was a leap day.', '2016-02-29'],
    ['It was 29 February.', '2016-02-29'],
    [
      'The bridge was shut from February 27 to March 1.',
      '2016-02-27',
      '2016-02-28',
      '2016-02-29',
      '2016-03-01',
    ],
  ],
  '2015-03-01': [['Yesterday was no leap day.', '2015-02-28'], ['On 29 February 2015']],
  // Years are carried within a paragraph.
  '2014-07-10': [
    ['In March 2011 the war began; on 15 March crowds met, on 2 April more.', '2011-03-15', '2011-04-02'],
    ['On 15 March and 2 April 2011', '2011-03-15', '2011-04-02'],
    ['The law is of 3 May 2010. On 12 June police said so.', '2010-05-03', '2014-06-12'],
    ['It began in March 2011.\n\nOn 15 March this was remembered.', '2014-03-15'],
    ['In 2011 it began. On 15 March it was remembered.', '2014-03-15'],
    ['The cup will be held on 20 February.', '2015-02-20'],
    ['The cup was held on 20 November.', '2013-11-20'],
    ['It was put off to 20 August.', '2014-08-20'],
  ],
};

describe.each(Object.entries(SENTENCES))('written on %s', (today, rows) => {
  test.each(rows)('%s', (text, ...days) => expect(daysOf(text, today)).toEqual(days));
});

const WORDS = [
  'on',
  'from',
  'to',
  'and',
  '–',
  'between',
  'until',
  'the',
  'will',
  'said',
  'last',
  'next',
  'week',
];
const DAYS = [
  'Friday',
  'Monday',
  '3',
  '29',
  '31st',
  'May',
  'Feb.',
  '2012',
  '9999',
  'today',
  'two days ago',
  'later',
];
const MARKS = [', ', ' ', '. ', '\n', '-', '/'];
const anyProse = fc.array(fc.tuple(fc.constantFrom(...WORDS, ...DAYS), fc.constantFrom(...MARKS)));
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  anyProse.map((words) => words.flat().join('')),
);
const anyDay = fc.integer({ min: parseDay('0001-01-01'), max: parseDay('9999-12-31') });
/** A day named without its year still has a year of four digits. */
const modernDay = fc.integer({ min: parseDay('1900-01-01'), max: parseDay('2200-01-01') });

describe('for any text', () => {
  test('every value is a day that exists, and its evidence is what stands there', () => {
    fc.assert(
      fc.property(anyText, anyDay, (any, written) => {
        const field = { field: 'text', text: any, tokens: [], mentions: [] };
        for (const { value, surface, start, end } of evidenceOfDays(field, written)) {
          expect(day.safeParse(value).success).toBe(true);
          expect(surface).not.toBe('');
          expect(any.slice(start, end)).toBe(surface);
        }
      }),
    );
  });
  test('days of one month are of one year, whenever they are named', () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 22 }), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(span, fc.constantFrom('May', 'October'), modernDay, ([from, more], month, written) => {
        const days = findDays(`${from}–${from + more} ${month}`, written).map(({ value }) => parseDay(value));
        expect(days).toEqual(days.map((_, i) => days[0]! + i));
        expect(days).toHaveLength(more + 1);
      }),
    );
  });
  test('a span of up to a week has each of its days, a longer one its ends', () => {
    const spans = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(spans, fc.constantFrom(' to ', '–', ' until '), ([first, length], link) => {
        const last = first + length;
        const all = Array.from({ length: length + 1 }, (_, i) => formatDay(first + i));
        const expected = length < 7 ? all : [all[0], all.at(-1)];
        expect(daysOf(`${longDate(first)}${link}${longDate(last)}`, '2014-01-25')).toEqual(expected);
      }),
    );
  });
});

const longDate = (one: number) =>
  new Date(formatDay(one)).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

interface Truth {
  published: string;
  text: string;
  dates: { type: string; value?: string }[];
}

describeWithShared('against people who marked the days of 120 news items', 'corpus/dates', () => {
  test('F1 over the exact days of each is at least .91', () => {
    const lines = readFileSync(shared('corpus/dates/meantime.jsonl'), 'utf8').trim().split('\n');
    const counts = lines.map((line) => {
      const { text, published, dates } = JSON.parse(line) as Truth;
      const days = dates.filter(({ type }) => /^(DATE|TIME)$/.test(type)).map(({ value = '' }) => value);
      const gold = new Set(days.flatMap((value) => /^\d{4}-\d\d-\d\d/.exec(value) ?? []));
      const found = daysOf(text, published);
      return { right: found.filter((one) => gold.has(one)).length, all: found.length + gold.size };
    });
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    const f1 = (2 * sum(counts.map(({ right }) => right))) / sum(counts.map(({ all }) => all));
    expect(f1).toBeGreaterThanOrEqual(0.91);
  });
});

describe('in a record', () => {
  const days = (given: Update, language = 'en') => enrich([given], knowledge, language)[0]?.mentionedDays;

  test('today is the day of the blog’s own clock', () => {
    expect(days(update('It opened today.'))).toEqual(['2014-01-22']);
    expect(days(update('It opened today.', { timeZone: 'Asia/Damascus' }))).toEqual(['2014-01-23']);
  });
  test('an update that knows only its day has days, too', () => {
    const bare = { publishedAt: '2014-01-22', publishedTs: Date.parse('2014-01-22T00:00:00-05:00') / 1000 };
    expect(days(update('Yesterday', { ...bare, timePrecision: 'day' }))).toEqual(['2014-01-21']);
  });
  test('days come from title, text and media, in order of first mention, with their evidence', () => {
    const media = [{ type: 'image' as const, text: 'The dam yesterday', credit: 'Jo Doe, 3 May 2013' }];
    const [only] = enrich(
      [update('Today; on 2 January.', { title: 'Talks tomorrow', media })],
      knowledge,
      'en',
    );
    expect(only?.mentionedDays).toEqual(['2014-01-23', '2014-01-22', '2014-01-02', '2014-01-21']);
    expect(only?.evidence).toContainEqual({
      facet: 'mentionedDays',
      value: '2014-01-21',
      surface: 'yesterday',
      field: 'media.0.text',
      start: 8,
      end: 17,
      by: 'relative day',
    });
  });
  test('only English is read', () => {
    const german = update('Am 22 September 2013 war April-Wetter, today.');
    expect(days(german, 'de')).toBeUndefined();
    expect(days({ ...german, more: { language: 'de-AT' } })).toBeUndefined();
    expect(days(update('It opened today.'), 'en-GB')).toEqual(['2014-01-22']);
  });
  test('German that nobody has marked as such gives no English days', () => {
    expect(days(update('Am Sonntag, 22. September, so sagte er am Montag, im Mai und am 3. Mai 2013.'))).toBe(
      undefined,
    );
  });
});
