import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../../src/engine/meilisearch/facet-value.ts';
import { filterExpressions, liftable, quote } from '../../../src/engine/meilisearch/filters.ts';

const filters = (facets: Parameters<typeof filterExpressions>[0]['facets']) => filterExpressions({ facets });

describe('filters', () => {
  test('values of a facet with many combine with AND, of a facet with one with OR', () => {
    expect(filters({ person: { all: ['ada', 'ben'] } })).toEqual([
      'facet.person = "ada"',
      'facet.person = "ben"',
    ]);
    expect(filters({ year: { all: ['2013', '2014'] } })).toEqual(['facet.year IN ["2013", "2014"]']);
  });
  test('any and not stand beside the plain choice', () => {
    expect(filters({ person: { all: ['ada'], any: ['ben', 'cy'], not: ['di'] } })).toEqual([
      'facet.person = "ada"',
      'facet.person IN ["ben", "cy"]',
      'facet.person NOT IN ["di"]',
    ]);
    expect(filters({ person: { all: [], any: [], not: [] } })).toEqual([]);
  });
  test('a facet is counted without its own plain choice, but with everything else', () => {
    const facets = { year: { all: ['2014'], not: ['2013'] }, kind: { all: ['update'] } };
    expect(filterExpressions({ facets }, 'year')).toEqual([
      'facet.kind IN ["update"]',
      'facet.year NOT IN ["2013"]',
    ]);
  });
  test('only an asked OR facet with a plain choice is counted apart', () => {
    const facets = { year: { all: ['2014'] }, month: { not: ['2014-01'] }, person: { all: ['ada'] } };
    expect(liftable({ facets }, ['year', 'month', 'person'])).toEqual(['year']);
    expect(liftable({ facets }, ['person'])).toEqual([]);
  });
  test('a day compares on the calendar of the blog, a moment in time', () => {
    expect(filterExpressions({ facets: {}, from: '2014-01-22', to: '1970-01-01T01:00:10+01:00' })).toEqual([
      'dayNumber >= 20140122',
      'publishedTs <= 10',
    ]);
  });
});

describe('values', () => {
  /** What the server's filter language reads: a string from quote to quote, a backslash before what is meant as it is. */
  const readString = (filter: string): { value: string; rest: string } => {
    const inner = /^"((?:[^"\\]|\\["\\])*)"/.exec(filter);
    if (!inner) throw new Error(`not a string: ${filter}`);
    return { value: inner[1]!.replace(/\\(.)/gs, '$1'), rest: filter.slice(inner[0].length) };
  };

  test('any value is read as this one value', () => {
    const anyValue = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(readString(quote(value))).toEqual({ value, rest: '' });
      }),
    );
    fc.assert(
      fc.property(anyValue, (value) => {
        const [filter] = filters({ person: { all: [value] } });
        const read = readString(filter!.slice('facet.person = '.length));
        expect({ ...read, value: decode(read.value) }).toEqual({ value, rest: '' });
      }),
    );
  });
  test('the stored form has nothing that the server folds', () => {
    expect(encode('John Kerry')).toBe('%4a;ohn%20;%4b;erry');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(encode(value)).toMatch(/^[a-z0-9%;]*$/);
        expect(decode(encode(value))).toBe(value);
      }),
    );
  });
});
