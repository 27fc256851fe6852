import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import { run } from '../../indexer/run.ts';
import { SOURCES } from '../../indexer/sources/sources.ts';
import { DIALECTS } from '../../indexer/split/split.ts';
import { updateRecord, type UpdateRecord } from '../../src/record.ts';

const pipeline = openPipeline('UTC');
const records: UpdateRecord[] = [];
const report = await run(
  { paths: [pipeline.samples], base: pipeline.samples, hints: {}, rebuild: false, strict: false },
  {
    ...pipeline,
    progress: () => undefined,
    interrupted: new AbortController().signal,
    output: async (record) => void records.push(record),
  },
);

/** Format, dialect, number of updates with the intro, and the times of the first after it and of the last. */
const SAMPLES = {
  'apollo-11-landing': 'plain-text globalpost 22 1969-07-20T13:52:00-04:00 1969-07-21T17:38:00-04:00',
  'berlin-wall-1989': 'plain-text clock-dash 22 1989-11-09T10:15:00+01:00 1989-11-10T20:00:00+01:00',
  'chile-mine-rescue-2010': 'plain-text bbc-clock 19 2010-10-12T22:10:00+00:00 2010-10-14T03:36:00+00:00',
  'curiosity-landing-2012': 'feed blocks 18 2012-08-05T17:00:00-07:00 2012-08-22T12:40:00-07:00',
  'cyclone-freddy-2023': 'plain-text guardian-flat 20 2023-03-14 2023-03-14',
  'ever-given-2021': 'guardian-blocks blocks 18 2021-03-23T18:40:00+02:00 2021-03-29T22:40:00+02:00',
  'hudson-landing-2009': 'plain-text updated-brackets 19 2009-01-15T15:48:00-05:00 2009-06-09T15:30:00-04:00',
  'kaikoura-earthquake-2016':
    'live-blog-posting blocks 18 2016-11-14T00:15:00+13:00 2016-11-17T02:00:00+13:00',
  'kipchoge-159-2019': 'sourcefabric-live-blog blocks 18 2019-10-12T07:20:00+02:00 2019-10-13T16:55:00+02:00',
  'paris-agreement-2015': 'html-page cnn-brackets 17 2015-12-12T04:40:00-05:00 2015-12-12T18:30:00-05:00',
  'philae-found-2016': 'plain-text article 1 2016-09-05 2016-09-05',
  'philae-landing-2014': 'markdown update-clock 20 2014-11-12T07:45:00+00:00 2014-11-15T01:15:00+00:00',
  'philae-wakes-2015': 'ninjs blocks 18 2015-06-14T12:30:00+02:00 2015-08-13T18:00:00+02:00',
  'rosetta-finale-2016': 'plain-text clock-lead 17 2016-09-30T00:15:00+02:00 2016-09-30T18:00:00+02:00',
  'scottish-referendum-2014':
    'plain-text guardian-clock 19 2014-09-18T22:00:00+01:00 2014-09-19T16:20:00+01:00',
  'world-cup-final-2022': 'dateline-ndjson blocks 24 2022-12-18T16:50:00+03:00 2022-12-18T23:15:00+03:00',
};

test('every sample is cut where it should be', () => {
  const read = report.documents.map(({ id, format, dialect, updates }) => {
    const times = records
      .filter(({ documentId, kind }) => documentId === id && kind !== 'intro')
      .map(({ publishedAt }) => publishedAt);
    return [id, [format, dialect, updates, times[0], times.at(-1)].join(' ')];
  });
  expect(Object.fromEntries(read)).toEqual(SAMPLES);
  for (const record of records) updateRecord.parse(record);
});

test('no sample has a problem, and nothing has to be said but what its kind brings with it', () => {
  expect(report.documents.flatMap(({ problems }) => problems)).toEqual([]);
  const noted = report.documents.filter(({ notes }) => notes.length > 0);
  expect(Object.fromEntries(noted.map(({ id, notes }) => [id, notes]))).toEqual({
    'chile-mine-rescue-2010': ['16 updates: after midnight: the page begins on 2010-10-12'],
    'curiosity-landing-2012': [
      'a feed of 18 items: what has left it is not read; updates are added and changed, none removed',
    ],
    'philae-found-2016': ['no marks of a live blog: taken as one record'],
    'scottish-referendum-2014': ['15 updates: after midnight: the page begins on 2014-09-18'],
  });
});

/** Not a format, but the word that a known other thing isn't one. */
const WITHOUT_SAMPLE = 'unsupported';

test('every format and every dialect has a sample', () => {
  const formats = new Set(report.documents.map(({ format }) => format));
  const dialects = new Set(report.documents.map(({ dialect }) => dialect));
  expect(SOURCES.filter(({ name }) => name !== WITHOUT_SAMPLE && !formats.has(name))).toEqual([]);
  expect(DIALECTS.filter(({ name }) => !dialects.has(name))).toEqual([]);
});

test('evidence stands in the text where it says', () => {
  for (const record of records) {
    for (const { field, start, end, surface } of record.evidence ?? []) {
      if (field === 'title' || field === 'text') expect(record[field]?.slice(start, end)).toBe(surface);
    }
  }
});

test('nobody real is quoted except from the public domain', () => {
  const quoting = records
    .filter(({ title = '', text }) => /["“”]/.test(title + text))
    .map(({ documentId }) => documentId);
  expect(new Set(quoting)).toEqual(
    new Set([
      'apollo-11-landing',
      'berlin-wall-1989',
      'curiosity-landing-2012',
      'hudson-landing-2009',
      'paris-agreement-2015',
    ]),
  );
});

test('the README of the samples counts what is there', () => {
  const readme = readFileSync(join(pipeline.samples, 'README.md'), 'utf8');
  for (const { id } of report.documents) expect(readme).toContain(`\`${id}.`);
});

test('one story runs through three years', () => {
  const years = records.filter(({ persons }) => persons?.includes('Stephan Ulamec')).map(({ year }) => year);
  expect([...new Set(years)].sort()).toEqual(['2014', '2015', '2016']);
});
