import { describe, expect, test } from 'vitest';
import type { Media } from '../../../src/record.ts';
import { facets, update } from './updates.ts';

describe('calendar', () => {
  test('day and hour are those of the blog’s own clock', () => {
    expect(facets('x')[0]).toEqual({
      language: 'en',
      day: '2014-01-22',
      month: '2014-01',
      year: '2014',
      hour: '2014-01-22T23',
    });
  });
  test('without a clock there is no hour', () => {
    expect(facets(update('x', { timePrecision: 'day' }))[0]?.hour).toBeUndefined();
  });
});

describe('people', () => {
  test('a surname means the person whom the document names in full, also in another update', () => {
    const [first, second] = facets('Kerry was late.', 'John Kerry met Sergey Lavrov. Lavrov smiled.');
    expect(first?.persons).toEqual(['John Kerry']);
    expect(second?.persons).toEqual(['John Kerry', 'Sergei Lavrov']);
    expect(
      second?.evidence
        ?.filter(({ value }) => value === 'Sergei Lavrov')
        .map(({ surface, by }) => [surface, by]),
    ).toEqual([
      ['Sergey Lavrov', 'person table'],
      ['Lavrov', 'person table'],
    ]);
  });
  test('a surname alone means nobody whom the tables know', () => {
    const persons = facets('Kerry was late, and Ban followed.')[0]?.persons ?? [];
    expect(persons).not.toContain('John Kerry');
    expect(persons).not.toContain('Ban Ki-moon');
    expect(facets('The ban on Ban Ki-moon holds.', 'Ban spoke. A travel ban.')[1]?.persons).toEqual([
      'Ban Ki-moon',
    ]);
  });
  test('never across different first names, but after titles', () => {
    const [first, second] = facets(
      'Bashar al-Assad spoke. His cousin, Nadia Assad, said no.',
      'President Assad left. “No,” Nadia Assad said.',
    );
    expect(first?.persons).toEqual(['Bashar al-Assad', 'Nadia Assad']);
    const named = second?.evidence?.filter(({ facet }) => facet === 'persons');
    expect(named?.map(({ surface, value }) => `${surface} = ${value}`)).toEqual([
      'Assad = Bashar al-Assad',
      'Nadia Assad = Nadia Assad',
    ]);
  });
  test('an initial belongs to the name after it, a first name to the one before', () => {
    const [first, second] = facets(
      'Jeb Bush spoke. Richard J. Bush was not there.',
      'Chad Smith played the drums.',
    );
    expect(first?.persons).toEqual(['Jeb Bush', 'Richard J. Bush']);
    expect(second?.countries).toBeUndefined();
  });
  test('possessives belong to nobody’s name', () => {
    expect(facets("John Kerry’s plane and Kerry's car")[0]?.evidence?.map(({ surface }) => surface)).toEqual([
      'John Kerry',
      'Kerry',
    ]);
  });
});

describe('organizations', () => {
  test('long forms win over what they contain', () => {
    const [only] = facets('The US State Department and the UN Security Council met.');
    expect(only?.organizations).toEqual([
      'United States Department of State',
      'United Nations Security Council',
    ]);
    expect(only?.countries).toBeUndefined();
  });
  test('an acronym means the organization that the document names in full', () => {
    expect(facets('The SNC left.', 'The Syrian National Coalition met.')[0]?.organizations).toEqual([
      'Syrian National Coalition',
    ]);
    expect(facets('The SNC left.')[0]?.organizations ?? []).not.toContain('Syrian National Coalition');
  });
  test('agencies named as origin are credits, those that act are organizations', () => {
    const photo: Media = { type: 'image', text: 'A square.', credit: 'Jo Doe/AFP' };
    const [origin, acts] = facets(
      update('Reuters reported clashes.', { media: [photo] }),
      'The government expelled the BBC.',
    );
    expect(origin?.credits).toEqual(['Reuters', 'Agence France-Presse']);
    expect(origin?.organizations).toBeUndefined();
    expect(acts?.organizations).toEqual(['BBC']);
  });
});
