import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../indexer/document.ts';
import { split } from '../../../indexer/split/split.ts';
import { readNdjson } from './reading.ts';

const parse = (...lines: (object | string)[]) => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return readNdjson(text);
};
const problems = async (...lines: (object | string)[]): Promise<Problem[]> =>
  (await parse(...lines)).flatMap((parsed) => parsed.problems);
const line = (given: object = {}) => ({
  documentId: 'final',
  publishedAt: '2022-12-18T18:00:00+03:00',
  text: 'Kick-off.',
  ...given,
});

describe('Dateline NDJSON', () => {
  test('lines of one document become its updates, with all that the source knows', async () => {
    const [parsed] = await parse(
      line({
        documentTitle: 'The final',
        publisher: 'Touchline',
        timeZone: 'Asia/Qatar',
        id: 'k-1',
        url: 'https://example.org/#k-1',
      }),
      line({ publishedAt: '2022-12-18T18:23:00+03:00', title: 'Goal!', keyEvent: true, authors: ['Desk'] }),
    );
    if (!parsed || !('document' in parsed)) throw new Error('no document');
    expect(parsed.document).toMatchObject({
      id: 'final',
      complete: true,
      hints: { title: 'The final', publisher: 'Touchline' },
    });
    const { updates } = split(parsed.document, 'UTC');
    expect(updates[0]).toMatchObject({
      sourceId: 'k-1',
      timeZone: 'Asia/Qatar',
      publishedAt: '2022-12-18T18:00:00+03:00',
      timePrecision: 'second',
    });
    expect(updates[1]?.more).toMatchObject({ keyEvent: true, authors: ['Desk'] });
  });
  test('an offset without a zone names one with that offset; a bare day has no clock', async () => {
    const [parsed] = await parse(line(), line({ publishedAt: '2022-12-17', text: 'The day before.' }));
    if (!parsed || !('document' in parsed)) throw new Error('no document');
    const { updates } = split(parsed.document, 'UTC');
    expect(
      updates.map(({ timeZone, timePrecision, publishedAt }) => [timeZone, timePrecision, publishedAt]),
    ).toEqual([
      ['UTC', 'day', '2022-12-17'],
      ['Etc/GMT-3', 'second', '2022-12-18T18:00:00+03:00'],
    ]);
  });
  test('moments without seconds and offsets of half an hour are read, and can be read back', async () => {
    const [parsed] = await parse(line({ publishedAt: '2022-12-18T20:30+05:30' }));
    if (!parsed || !('document' in parsed)) throw new Error('no document');
    const [update] = split(parsed.document!, 'UTC').updates;
    expect(update).toMatchObject({
      timeZone: '+05:30',
      publishedAt: '2022-12-18T20:30:00+05:30',
      timePrecision: 'minute',
    });
    expect(await problems(line({ timeZone: update!.timeZone }))).toEqual([]);
  });
  test.each([
    ['no JSON', '{"documentId": ', /no JSON/],
    ['no time', { documentId: 'final', text: 'x' }, /publishedAt/],
    [
      'a time without offset',
      line({ publishedAt: '2022-12-18T18:00:00' }),
      /publishedAt: a date .* or a moment with its offset/,
    ],
    ['neither title nor text', { documentId: 'final', publishedAt: '2022-12-18' }, /needs a title or a text/],
    ['an unknown field', line({ headline: 'x' }), /headline/],
    ['an unknown zone', line({ timeZone: 'Mars/Olympus' }), /timeZone/],
    ['a script as address', line({ url: 'javascript:alert(1)' }), /url/],
  ])('%s is a problem that names line and field; the other lines are in', async (_, bad, message) => {
    expect(await problems(line(), bad)).toEqual([{ line: 2, message: expect.stringMatching(message) }]);
    expect((await parse(line(), bad)).filter((parsed) => 'document' in parsed)).toHaveLength(1);
  });
  test('fields that enrichment makes are ignored, so that records can be read back', async () => {
    expect(await problems(line({ day: '1999-01-01', persons: ['X'], order: 1 }))).toEqual([]);
  });
  test('a document whose lines do not stand together is named', async () => {
    expect(await problems(line(), line({ documentId: 'other' }), line())).toEqual([
      { line: 3, message: expect.stringMatching(/do not stand together/) },
    ]);
  });
  test('text is taken as it is, but for its line ends; what looks like HTML is noted', async () => {
    const [parsed] = await parse(line({ text: 'One.\r\n\r\nTwo.' }), line({ text: '<p>Tom &amp; Kim</p>' }));
    expect(parsed?.notes).toEqual(['1 with HTML in title or text, like line 2: send plain text']);
    expect(split(parsed!.document!, 'UTC').updates[0]?.text).toBe('One.\n\nTwo.');
  });
  test('complete: false on the first line makes a partial source', async () => {
    const [parsed] = await parse(line({ complete: false }));
    expect(parsed).toMatchObject({ document: { complete: false } });
  });
});
