import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import { run } from '../../indexer/run.ts';
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

test('twelve live blogs, every one read without a problem', () => {
  expect(report.documents.map(({ id, updates, problems }) => [id, updates, problems])).toEqual([
    ['apollo-11-landing', 22, []],
    ['chile-mine-rescue-2010', 19, []],
    ['curiosity-landing-2012', 18, []],
    ['cyclone-freddy-2023', 20, []],
    ['ever-given-2021', 18, []],
    ['kaikoura-earthquake-2016', 18, []],
    ['kipchoge-159-2019', 18, []],
    ['philae-landing-2014', 20, []],
    ['philae-wakes-2015', 18, []],
    ['rosetta-finale-2016', 17, []],
    ['scottish-referendum-2014', 19, []],
    ['world-cup-final-2022', 24, []],
  ]);
  for (const record of records) updateRecord.parse(record);
});

test('evidence stands in the text where it says', () => {
  for (const record of records) {
    for (const { field, start, end, surface } of record.evidence ?? []) {
      if (field === 'title' || field === 'text') expect(record[field]?.slice(start, end)).toBe(surface);
    }
  }
});

test('nobody real is quoted except in public-domain transcripts', () => {
  const quoting = records
    .filter(({ title = '', text }) => /["“”]/.test(title + text))
    .map(({ documentId }) => documentId);
  expect(new Set(quoting)).toEqual(new Set(['apollo-11-landing', 'curiosity-landing-2012']));
});

test('the README of the samples counts what is there', () => {
  const readme = readFileSync(join(pipeline.samples, 'README.md'), 'utf8');
  for (const { id } of report.documents) expect(readme).toContain(`\`${id}.`);
});

test('one story runs through three years', () => {
  const years = records.filter(({ persons }) => persons?.includes('Stephan Ulamec')).map(({ year }) => year);
  expect([...new Set(years)].sort()).toEqual(['2014', '2015', '2016']);
});
