import { describe, expect, test } from 'vitest';
import { splitText } from './splitting.ts';

const page = (...headers: string[]) =>
  headers.flatMap((header, i) => [`UPDATE: ${header}`, '', `Headline ${i}`, '', `Text ${i}.`, '']);

describe('globalpost', () => {
  test('a header opens an update; oldest first; headline and paragraphs apart', () => {
    const { dialect, updates } = splitText(page('1/22/14 4:10 PM ET', '1/22/14 4:00 PM ET'));
    expect(dialect).toBe('globalpost');
    expect(
      updates.map(({ title, text, publishedAt, timeZone }) => [title, text, publishedAt, timeZone]),
    ).toEqual([
      ['Headline 1', 'Text 1.', '2014-01-22T16:00:00-05:00', 'America/New_York'],
      ['Headline 0', 'Text 0.', '2014-01-22T16:10:00-05:00', 'America/New_York'],
    ]);
  });
  test('a question may be a headline, too', () => {
    const lines = page('1/22/14 4:10 PM ET', '1/22/14 4:00 PM ET', '1/22/14 3:50 PM ET');
    const asking = lines.map((line) => (line === 'Headline 1' ? 'Who will come?' : line));
    expect(splitText(asking).updates[1]).toMatchObject({ title: 'Who will come?', text: 'Text 1.' });
  });
  test('the date decides about daylight saving, also before 1970', () => {
    const { updates } = splitText(page('7/20/1969 4:18 PM ET', '1/20/1969 4:18 PM ET'));
    expect(updates.map((u) => u.publishedAt)).toEqual([
      '1969-01-20T16:18:00-05:00',
      '1969-07-20T16:18:00-04:00',
    ]);
    expect(updates[0]?.publishedTs).toBeLessThan(0);
  });
  test('an hour that the clocks skipped is noted', () => {
    const { updates } = splitText(page('3/9/14 2:30 AM ET', '3/9/14 1:30 AM ET'));
    expect(updates[1]).toMatchObject({
      publishedAt: '2014-03-09T03:30:00-04:00',
      timeNote: expect.stringMatching(/skipped that night.*3:30 AM/),
    });
  });
  test('noon and midnight', () => {
    const { updates } = splitText(page('1/22/14 12:05 PM ET', '1/22/14 12:05 AM ET'));
    expect(updates.map((u) => u.publishedAt.slice(11, 16))).toEqual(['00:05', '12:05']);
  });
  test('a clock that breaks the order and fits after swapping AM and PM is repaired, and says so', () => {
    const { updates, notes } = splitText(
      page('1/22/14 3:15 PM ET', '1/22/14 2:25 AM ET', '1/22/14 1:45 PM ET'),
    );
    expect(updates[1]?.publishedAt).toBe('2014-01-22T14:25:00-05:00');
    expect(updates[1]?.timeNote).toBe(
      'the page says 2:25 AM; read as 2:25 PM, which fits between the updates at 3:15 PM and 1:45 PM',
    );
    expect(updates.map((u) => u.title)).toEqual(['Headline 2', 'Headline 1', 'Headline 0']);
    expect(notes).toHaveLength(1);
  });
  test('a clock that breaks the order and fits neither way is kept and noted', () => {
    const { updates } = splitText(
      page('1/22/14 3:15 PM ET', '1/20/14 2:25 AM ET', '1/22/14 1:45 PM ET', '1/22/14 1:15 PM ET'),
    );
    const odd = updates.find((u) => u.title === 'Headline 1');
    expect(odd?.publishedAt).toBe('2014-01-20T02:25:00-05:00');
    expect(odd?.timeNote).toMatch(/as the page says, although/);
  });
  test('what stands before the first header is the intro: caption, credit, the day of the earliest update', () => {
    const { updates } = splitText([
      'People in a square.',
      'Credit: AFP',
      '#box {display:none;}',
      '',
      ...page('1/22/14 4:10 PM ET', '1/20/14 4:00 PM ET'),
    ]);
    const { kind, text, media, publishedAt, timePrecision, timeNote } = updates[0]!;
    expect({ kind, text, media, publishedAt, timePrecision }).toEqual({
      kind: 'intro',
      text: 'People in a square.',
      media: [{ type: 'image', text: 'People in a square.', credit: 'AFP' }],
      publishedAt: '2014-01-20',
      timePrecision: 'day',
    });
    expect(timeNote).toMatch(/earliest update/);
  });
  test('a headline without text is an update; a sentence is no headline', () => {
    const { updates } = splitText([
      'UPDATE: 1/22/14 4:10 PM ET',
      '',
      'Briefing begins',
      '',
      'UPDATE: 1/22/14 4:00 PM ET',
      '',
      'It starts with a sentence.',
      '',
    ]);
    expect(updates.map(({ title, text }) => [title, text])).toEqual([
      [undefined, 'It starts with a sentence.'],
      ['Briefing begins', ''],
    ]);
  });
  test('style sheets and lists of links are no news', () => {
    const { updates } = splitText([
      ...page('1/22/14 4:10 PM ET', '1/22/14 4:00 PM ET'),
      '#color { border:1px; }',
      '',
      'Related Stories',
    ]);
    expect(updates.map((u) => u.text)).toEqual(['Text 1.', 'Text 0.']);
  });
  test('a header that is no time is a problem that names its line; the rest is in', () => {
    const { updates, problems } = splitText(page('1/22/14 4:10 PM ET', '13/45/14 4:00 PM ET'));
    expect(updates).toHaveLength(1);
    expect(problems).toEqual([{ line: 7, message: expect.stringMatching(/no such time/) }]);
  });
  test('a zone that nobody knows is read as the newsroom’s, with a note', () => {
    const { updates } = splitText(page('1/22/14 4:10 PM XYZ', '1/22/14 4:00 PM XYZ'), {
      timeZone: 'Europe/Berlin',
    });
    expect(updates[0]).toMatchObject({
      timeZone: 'Europe/Berlin',
      timeNote: 'time zone XYZ is unknown, read as Europe/Berlin',
    });
  });
  test('the newsroom’s name for a zone wins where its clock shows the same', () => {
    const { updates } = splitText(page('9/30/16 1:19 PM CEST', '9/30/16 1:00 PM CEST'), {
      timeZone: 'Europe/Berlin',
    });
    expect(updates[0]).toMatchObject({ timeZone: 'Europe/Berlin', publishedAt: '2016-09-30T13:00:00+02:00' });
  });
});
