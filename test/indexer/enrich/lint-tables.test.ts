import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintTables, problemLine } from '../../../indexer/enrich/names/lint-tables.ts';
import { createNameIndex } from '../../../indexer/enrich/names/name-index.ts';
import { nameTokens } from '../../../indexer/enrich/names/name-tokens.ts';
import { readTables, type Entity, type TableRow } from '../../../indexer/enrich/names/tables.ts';

const committed = readTables(join(import.meta.dirname, '../../../data/entities'));
const ofType = (type: Entity['type']) => committed.filter(({ entity }) => entity.type === type);

describe('the committed tables', () => {
  test('have nothing to complain about', () => {
    expect(lintTables(committed).map(problemLine)).toEqual([]);
  });
  test('are as large as world news needs', () => {
    expect(ofType('country').length).toBe(249);
    expect(ofType('region').length).toBeGreaterThan(600);
    expect(ofType('organization').length).toBeGreaterThan(3500);
    expect(ofType('person').length).toBeGreaterThan(6000);
    expect(ofType('thing').length).toBeGreaterThan(100);
  });
  test('know who comes from where, without taking it for a name', () => {
    const demonyms = new Map(ofType('country').map(({ entity }) => [entity.id, entity.demonyms ?? []]));
    expect(demonyms.get('US')).toEqual(['American']);
    expect(demonyms.get('TR')).toEqual(['Turkish', 'Turk']);
    expect(demonyms.get('CD')).toEqual(demonyms.get('CG'));
    const inhabited = [...demonyms].filter(([, words]) => words.length > 0);
    expect(inhabited.length).toBeGreaterThan(235);
    const turkey = ofType('country').find(({ entity }) => entity.id === 'TR')!;
    expect(turkey.entity.aliases).toContain('Türkiye');
  });
});

let line = 0;
const row = (entity: Partial<Entity>, columns?: string[]): TableRow => {
  const whole: Entity = { id: 'ada-example', type: 'person', name: 'Ada Example', aliases: [], ...entity };
  const kind = whole.type === 'organization' ? ['ngo'] : [];
  line += 1;
  return {
    file: 'some.tsv',
    line,
    columns: columns ?? [whole.id, whole.name, whole.aliases.join('; '), ...kind],
    entity: whole,
  };
};
const complaints = (...rows: TableRow[]) => lintTables(rows).map(({ message }) => message);

describe('the linter names', () => {
  test('file and line', () => {
    const bad = row({ id: 'Ada' });
    expect(problemLine(lintTables([bad])[0]!)).toBe(
      `some.tsv line ${bad.line}: the id "Ada" must be small letters without accents, digits and single hyphens`,
    );
  });
  test('an id that two rows have, in whatever table', () => {
    const both = [row({ id: 'x' }), row({ id: 'x', type: 'organization', name: 'Example Trust' })];
    expect(complaints(...both)).toEqual([expect.stringMatching(/the id x belongs to x \(person, some.tsv/)]);
  });
  test('names of one type that differ in case and accents only', () => {
    const people = [row({ name: 'Zoé Muster' }), row({ id: 'b', name: 'Zoe MUSTER' })];
    expect(complaints(...people)).toEqual([expect.stringMatching(/the name "Zoe MUSTER" is that of/)]);
  });
  test('an alias that two entities share', () => {
    const clash = [
      row({ id: 'a', aliases: ['Example'] }),
      row({ id: 'b', name: 'Bob Example', aliases: ['Example'] }),
    ];
    expect(complaints(...clash)).toEqual([expect.stringMatching(/"Example" already means a/)]);
  });
  test('an alias that is the name of something else', () => {
    const clash = [
      row({ id: 'a', name: 'Ada' }),
      row({ type: 'region', id: 'b', name: 'B', aliases: ['Ada'] }),
    ];
    expect(complaints(...clash)).toEqual([expect.stringMatching(/"Ada" already means a \(person/)]);
  });
  test.each(['Ada-Example', 'Áda Example'])('an alias that reads like the name: %s', (alias) => {
    expect(complaints(row({ aliases: [alias] }))).toEqual([
      `the alias "${alias}" reads like "Ada Example"; take it out`,
    ]);
  });
  test('an alias given twice', () => {
    expect(complaints(row({ aliases: ['U.X.', 'UX'] }))).toEqual([
      expect.stringMatching(/"UX" reads like "U.X."/),
    ]);
  });
  test.each(['&', 'example'])('an alias that nothing can lead to: %s', (alias) => {
    expect(complaints(row({ aliases: [alias] }))).toEqual([expect.stringMatching(/can't be found/)]);
  });
  test('a name that is a nationality', () => {
    const country = row({ type: 'country', id: 'XX', name: 'Examplia', demonyms: ['Examplian'] });
    const paper = row({ type: 'organization', name: 'The Examplian' });
    expect(complaints(country, paper)).toEqual([expect.stringMatching(/people of a country/)]);
  });
  test('columns that are wrong', () => {
    const organization = row({ type: 'organization' }, ['ada-example', 'Ada Example', '', 'club']);
    expect(complaints(organization)).toEqual([expect.stringMatching(/kind "club" must be one of news, /)]);
    const region = (point: string) => row({ type: 'region' }, ['ada-example', 'Ada Example', '', point]);
    for (const point of ['91,0', '0,181', '1', 'north', '1,2,3'])
      expect(complaints(region(point))).toEqual([expect.stringMatching(/latitude,longitude/)]);
    expect(complaints(region('-90,180'))).toEqual([]);
    expect(complaints(row({ type: 'region', countries: ['QQ'] }))).toEqual([
      expect.stringMatching(/"QQ" is no code/),
    ]);
    expect(complaints(row({ type: 'country', id: 'usa' }))).toEqual([expect.stringMatching(/ISO code/)]);
    expect(complaints(row({}, ['ada-example', 'Ada Example', '', 'more']))).toEqual([
      expect.stringMatching(/4 columns; expected are id, name, aliases/),
    ]);
    expect(complaints(row({}, ['ada-example', 'Ada\u0007 Example', '']))).toEqual([
      expect.stringMatching(/control character/),
    ]);
    expect(complaints(row({ name: '' }))).toContainEqual(expect.stringMatching(/has no name/));
  });
  test('and an outer name in parentheses is for readers', () => {
    expect(complaints(row({ name: 'Ada Example (singer)' }), row({ id: 'b' }))).toEqual([]);
  });
});

describe('names with a sign inside', () => {
  const find = (name: string, text: string) => {
    const index = createNameIndex<true>();
    index.add(name, true);
    const tokens = nameTokens(text);
    return tokens.some((_, at) => index.longestAt(tokens, at)?.length === nameTokens(name).length);
  };
  test.each([
    ['Marks & Spencer', 'Shares in Marks & Spencer fell.'],
    ["Dockers' Party", 'The Dockers’ Party won.'],
    ["Dockers' Party", 'The Dockers Party won.'],
    ['ABC/DEF', 'The ABC/DEF group met.'],
    ['Ann "Bee" Cee', 'Then Ann “Bee” Cee spoke.'],
  ])('%s is found in: %s', (name, text) => expect(find(name, text)).toBe(true));
  test.each([
    ['Marks & Spencer', 'Marks, Spencer and others.'],
    ['Marks Spencer', 'They met Marks. Spencer left.'],
    ['Marks Spencer', 'Marks\nSpencer'],
  ])('%s is not found in: %s', (name, text) => expect(find(name, text)).toBe(false));
  test('whatever a name is made of, a text of nothing else holds it', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{0,5}$/);
    const sign = fc.constantFrom(' ', '-', ' & ', '&', ', ', '/', "' ", '. ', ' "', '" ');
    fc.assert(
      fc.property(word, fc.array(fc.tuple(sign, word), { maxLength: 4 }), (first, rest) => {
        const name = first + rest.map(([gap, next]) => gap + next).join('');
        expect(find(name, name)).toBe(true);
      }),
    );
  });
});
