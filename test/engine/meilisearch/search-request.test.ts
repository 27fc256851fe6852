import { describe, expect, test } from 'vitest';
import {
  groupSizesRequest,
  mainRequest,
  queryText,
  sideRequests,
} from '../../../src/engine/meilisearch/search-request.ts';
import { wording } from '../../../src/engine/wording.ts';
import { query } from '../records.ts';

const asText = (q: string) => queryText(wording(q));

describe('words', () => {
  test('words are quoted, so that the server matches them whole; an open last word is not', () => {
    expect(asText('peace talks ')).toBe('"peace" "talks"');
    expect(asText('peace tal')).toBe('"peace" tal');
  });
  test('phrases stay together, exclusions come first', () => {
    expect(asText('"Peace talks" Geneva -secret -"off record" ')).toBe(
      '-"secret" -"off record" "peace talks" "geneva"',
    );
  });
  test('a hyphen parts words that stand together; an open one begins anywhere', () => {
    expect(asText('al-Assad ')).toBe('"al assad"');
    expect(asText('al-Ass')).toBe('"al" ass');
    expect(asText("Meghan's")).toBe('"meghan s"');
  });
  test('nothing typed is nothing asked', () => expect(asText(' - " ')).toBe(''));
});

describe('requests', () => {
  const of = (given: Parameters<typeof query>[0]) => {
    const question = query(given);
    return {
      main: mainRequest(question, wording(question.q)),
      sides: sideRequests(question, wording(question.q)),
    };
  };
  test('totals and counts are asked for in the way that makes them exact', () => {
    const { main } = of({ q: 'talks ', page: 2, perPage: 20, facets: ['person'], histogram: 'auto' });
    expect(main).toMatchObject({ matchingStrategy: 'all', page: 2, hitsPerPage: 20 });
    expect(main.facets).toEqual(['facet.person', 'clock', 'facet.day', 'facet.month', 'facet.year']);
  });
  test('an open word counts only where a word begins like it, not where the engine forgives a typo', () => {
    expect(of({ q: 'peace al-ass' }).main.filter).toEqual(['vocabulary STARTS WITH "ass"']);
    expect(of({ q: 'peace ass ' }).main.filter).toEqual([]);
  });
  test('relevance is the order of the index; without words it is the newest first', () => {
    expect(of({ q: 'talks ', sort: 'relevance' }).main.sort).toBeUndefined();
    expect(of({ q: '', sort: 'relevance' }).main.sort).toEqual(['order:desc', 'tie:desc']);
    expect(of({ q: '-talks ', sort: 'relevance' }).main.sort).toEqual(['order:desc', 'tie:desc']);
    expect(of({ q: 'talks ', sort: 'newest' }).main.sort).toEqual(['order:desc', 'tie:desc']);
    expect(of({ q: 'talks ', sort: 'oldest' }).main.sort).toEqual(['order:asc', 'tie:asc']);
  });
  test('groups are counted for the live blogs of the page only, however many others there are', () => {
    const question = query({
      q: 'talks ',
      groupBy: 'document',
      filters: { facets: { kind: { all: ['update'] } } },
    });
    expect(groupSizesRequest(question, wording(question.q), ['one', 'two'])).toMatchObject({
      q: '"talks"',
      filter: ['facet.kind IN ["update"]', 'facet.document IN ["one", "two"]'],
      facets: ['facet.document'],
      hitsPerPage: 0,
    });
    expect(mainRequest(question, wording(question.q)).facets).toEqual([]);
  });
  test('each OR facet with a choice has a request of its own', () => {
    const facets = { year: { all: ['2014'] }, kind: { all: ['update'] }, person: { all: ['ada'] } };
    const { sides } = of({ filters: { facets }, facets: ['person', 'year', 'month'] });
    expect([...sides.keys()]).toEqual(['year']);
    expect(sides.get('year')).toMatchObject({
      filter: ['facet.person = "ada"', 'facet.kind IN ["update"]'],
      facets: ['facet.year'],
      hitsPerPage: 0,
    });
  });
});
