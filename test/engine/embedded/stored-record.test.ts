import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromStored, toStored } from '../../../src/engine/embedded/stored-record.ts';
import type { Evidence, UpdateRecord } from '../../../src/record.ts';
import { record } from '../records.ts';

const entry = fc
  .record(
    {
      facet: fc.constantFrom<Evidence['facet'][]>('persons', 'mentionedDays'),
      value: fc.string({ minLength: 1 }),
      id: fc.string({ minLength: 1 }),
      surface: fc.constantFrom('Kerry', 'John', 'AFP'),
      field: fc.constantFrom('title', 'text', 'media.0.text', 'media.0.credit', 'media.7.text'),
      start: fc.nat(6),
      end: fc.nat(12),
      by: fc.constantFrom('table', 'derived'),
      score: fc.double({ min: 0, max: 1, noNaN: true }).map((score) => score + 0),
    },
    { requiredKeys: ['facet', 'value', 'surface', 'field', 'start', 'end', 'by'] },
  )
  .map((made) => made as Evidence);

test('a record comes back as it was, with the evidence where that is asked for', () => {
  const comesBack = fc.property(fc.option(fc.array(entry), { nil: undefined }), (evidence) => {
    const plain = record('a', {
      title: 'John Kerry',
      text: 'Kerry spoke.',
      media: [{ type: 'image', text: 'Kerry', credit: 'AFP' }],
    });
    const whole: UpdateRecord = evidence ? { ...plain, evidence } : plain;
    const stored = toStored(whole);
    expect(fromStored(stored)).toEqual(whole);
    expect(fromStored({ record: stored.record })).toEqual(plain);
  });
  fc.assert(comesBack);
});
