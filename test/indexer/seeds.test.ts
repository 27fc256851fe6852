import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { DocumentHints } from '../../indexer/document.ts';
import { index } from '../../indexer/pipeline.ts';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import { updateRecord, type UpdateRecord } from '../../src/record.ts';
import { describeWithShared, shared } from '../shared.ts';

const { pipeline } = openPipeline('UTC');

function records(path: string, hints: DocumentHints = {}): UpdateRecord[] {
  const text = readFileSync(shared(path), 'utf8');
  return index({ id: 'seed', path, hints, complete: true, content: { text } }, [], pipeline).records;
}

/** Offsets of all evidence must give back its surface; every record must fit the schema. */
function expectSound(all: UpdateRecord[]): void {
  for (const record of all) {
    updateRecord.parse(record);
    for (const { field, start, end, surface } of record.evidence ?? []) {
      const [name, i, part] = field.split('.') as ['title' | 'text' | 'media', string, 'text' | 'credit'];
      const text = name === 'media' ? record.media?.[Number(i)]?.[part] : record[name];
      expect(text?.slice(start, end)).toBe(surface);
    }
  }
}

describeWithShared('the first real document', 'seeds/000_59c31a56df78a733.txt', () => {
  let all: UpdateRecord[];
  beforeAll(() => void (all = records('seeds/000_59c31a56df78a733.txt')));

  test('25 updates and the intro, over three days, 15 records on the last', () => {
    expectSound(all);
    expect(all.map(({ kind }) => kind)).toEqual(['intro', ...Array<string>(25).fill('update')]);
    const days = Map.groupBy(all, ({ day }) => day);
    expect([...days].map(([day, list]) => [day, list.length])).toEqual([
      ['2014-01-20', 10],
      ['2014-01-21', 1],
      ['2014-01-22', 15],
    ]);
  });
  test('2:25 AM is repaired to 14:25', () => {
    const repaired = all.filter(({ timeNote, timePrecision }) => timeNote && timePrecision === 'minute');
    expect(repaired.map(({ publishedAt }) => publishedAt)).toEqual(['2014-01-22T14:25:00-05:00']);
    expect(
      all
        .filter(({ kind }) => kind === 'update')
        .every(({ title, timeZone }) => title && timeZone === 'America/New_York'),
    ).toBe(true);
  });
  test('no style sheet, credit or link list in any text', () => {
    for (const { text } of all) expect(text).not.toMatch(/[{}]|Credit:|Related Stories/);
  });
  test('Geneva II is no place', () => {
    const inGeneva = all.filter(({ places }) => places?.includes('Geneva'));
    const named = inGeneva.map(({ evidence, text, title }) =>
      evidence!
        .filter(({ value }) => value === 'Geneva')
        .map(({ end, field }) => (field === 'title' ? title! : text).slice(end, end + 4)),
    );
    expect(named.flat().filter((after) => /^ (?:I|\d)/.test(after))).toEqual([]);
    expect(inGeneva.length).toBeGreaterThan(3);
  });
  test('agencies are credits', () => {
    expect(all[0]?.credits).toEqual(['Agence France-Presse']);
    expect(all.some(({ organizations }) => organizations?.includes('Reuters'))).toBe(false);
  });
});

describeWithShared('the second real document', 'seeds/001_59646ea2cfe5e551.txt', () => {
  let all: UpdateRecord[];
  beforeAll(() => void (all = records('seeds/001_59646ea2cfe5e551.txt')));

  test('26 updates and the intro, cut at these lines', () => {
    expectSound(all);
    // Read by eye: kind (i, s, u), line, and whether a heading alone opens it (?).
    const golden =
      'i2 s510 u502? u446? u432? u419 u406? u387 s371 u363 u322? u309? u291? s275 u261 u251 u241? u217 u187 u163 u143 u131 s113 u63 u36 u28 s10';
    const text = readFileSync(shared('seeds/001_59646ea2cfe5e551.txt'), 'utf8').split('\n');
    expect(all).toHaveLength(27);
    const lines = golden.split(' ').map((mark) => Number(/\d+/.exec(mark)![0]));
    all.forEach((record, i) => {
      const mark = golden.split(' ')[i]!;
      expect(record.kind[0]).toBe(mark[0]);
      expect(record.boundary).toBe(mark.endsWith('?') ? 'inferred' : 'marked');
      const first = record.title ?? record.text.split('\n\n')[0]!;
      const near = text.slice(lines[i]! - 1, lines[i]! + 14).map((line) => line.replace(/\s+/g, ' ').trim());
      expect(near).toContain(first);
    });
  });
  test('all on 13 September 2013, whose source is noted', () => {
    for (const { day, timePrecision, timeNote, hour } of all) {
      expect({ day, timePrecision, hour }).toEqual({
        day: '2013-09-13',
        timePrecision: 'day',
        hour: undefined,
      });
      expect(timeNote).toMatch(/latest date of an embedded post or caption/);
    }
    expect(new Set(all.map(({ order }) => order)).size).toBe(27);
  });
  test('embeds are media and leave no trace in the text', () => {
    const media = all.flatMap((record) => record.media ?? []);
    expect(media.filter(({ type }) => type === 'post')).toHaveLength(18);
    expect(media.filter(({ type }) => type === 'image')).toHaveLength(7);
    for (const { text } of all) expect(text).not.toMatch(/\(@\w+\)|Photograph:|^Updated$/m);
  });
});
