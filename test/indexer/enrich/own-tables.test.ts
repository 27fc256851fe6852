import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { knowledgeVersion } from '../../../indexer/enrich/knowledge.ts';
import { problemLine } from '../../../indexer/enrich/names/lint-tables.ts';
import { checkTables, TablesError } from '../../../indexer/enrich/names/own-tables.ts';
import type { Entity } from '../../../indexer/enrich/names/tables.ts';
import { openPipeline } from '../../../indexer/open-pipeline.ts';

const DATA = join(import.meta.dirname, '../../../data');

let own: string;
beforeEach(async () => void (own = await mkdtemp(join(tmpdir(), 'dateline-own-'))));
afterEach(() => rm(own, { recursive: true }));

const write = (table: string, ...rows: string[][]) =>
  writeFile(join(own, table), rows.map((columns) => columns.join('\t')).join('\n'));
const check = () => checkTables(join(DATA, 'entities'), own);
const entity = (id: string, type: Entity['type'] = 'person') =>
  check().rows.find((row) => row.entity.id === id && row.entity.type === type)?.entity;
const problems = () => check().problems.map(problemLine);

describe('a newsroom’s own tables', () => {
  test('add to ours, in any one of the four files', async () => {
    await write('people.tsv', ['mayor-example', 'Ada Example', 'Mayor Example']);
    expect(problems()).toEqual([]);
    expect(entity('mayor-example')).toMatchObject({ name: 'Ada Example', aliases: ['Mayor Example'] });
    expect(entity('john-kerry')).toBeDefined();
  });
  test('may come from Windows, with comments and without the last columns', async () => {
    await writeFile(join(own, 'people.tsv'), '\uFEFF# ours\r\n\r\nada-example\tAda Example\r\n');
    expect(problems()).toEqual([]);
    expect(entity('ada-example')).toMatchObject({ name: 'Ada Example', aliases: [] });
  });
  test('a row with an id of ours takes its place', async () => {
    await write('people.tsv', ['john-kerry', 'John F. Kerry', 'John Kerry']);
    expect(problems()).toEqual([]);
    expect(check().rows.filter((row) => row.entity.id === 'john-kerry')).toHaveLength(1);
    expect(entity('john-kerry')?.name).toBe('John F. Kerry');
  });
  test('a name or alias of theirs is taken from an alias of ours', async () => {
    await write('people.tsv', ['lea-lagarde', 'Léa Lagarde', 'Lagarde']);
    expect(problems()).toEqual([]);
    expect(entity('christine-lagarde')?.aliases).not.toContain('Lagarde');
    expect(entity('lea-lagarde')?.aliases).toContain('Lagarde');
  });
  test('the name of one of ours is not taken in silence', async () => {
    await write('people.tsv', ['another-kerry', 'John Kerry']);
    expect(problems()).toContainEqual(
      expect.stringMatching(/own-\w+.people\.tsv line 1: "John Kerry" already means john-kerry \(person/),
    );
  });
  test('"-" removes a row of ours', async () => {
    await write('people.tsv', ['john-kerry', '-']);
    expect(problems()).toEqual([]);
    expect(entity('john-kerry')).toBeUndefined();
  });
  test('"= id" merges a row of ours into another, whose aliases its names become', async () => {
    await write('organizations.tsv', ['mi5', '= mi6']);
    expect(problems()).toEqual([]);
    expect(entity('mi5', 'organization')).toBeUndefined();
    expect(entity('mi6', 'organization')?.aliases).toContain('MI5');
  });
  test('one of ours is split by rows that take its aliases', async () => {
    await write('organizations.tsv', ['aws', 'Amazon Web Services', 'AWS', 'company']);
    expect(problems()).toEqual([]);
    const aliases = check().rows.find(({ entity: { name } }) => name === 'Amazon.com')?.entity.aliases;
    expect(aliases).toEqual(['Amazon']);
  });
  test('a removed country leaves the regions that lay in it', async () => {
    await write('countries.tsv', ['FR', '-']);
    expect(problems()).toEqual([]);
    expect(check().rows.some(({ entity: { countries } }) => countries?.includes('FR'))).toBe(false);
  });
  test.each([
    [['nobody-of-that-id', '-'], /people\.tsv line 1: there is no person nobody-of-that-id to remove/],
    [['john-kerry', '= nobody'], /line 1: there is no person nobody to merge it into/],
    [['Ada', 'Ada Example'], /line 1: the id "Ada" must be/],
    [['ada', 'Ada Example', 'Ada-Example'], /line 1: the alias "Ada-Example" reads like/],
  ])('%j is a problem with file and line', async (columns, message) => {
    await write('people.tsv', columns);
    expect(problems()).toEqual([expect.stringMatching(message)]);
  });
  test('the examples of data/README.md are right', async () => {
    const readme = await readFile(join(DATA, 'README.md'), 'utf8');
    const section = readme.slice(readme.indexOf('### A newsroom'), readme.indexOf('### After a change'));
    const [people, organizations] = [...section.matchAll(/```\n(.+?)```/gs)].map(([, rows]) => rows!);
    await writeFile(join(own, 'people.tsv'), people!);
    await writeFile(join(own, 'organizations.tsv'), organizations!);
    expect(problems()).toEqual([]);
    expect(entity('buzz-aldrin')).toBeUndefined();
    expect(entity('alphabet-inc', 'organization')?.aliases).toContain('Google');
  });
  test('the same id twice is a problem, not the last one’s victory', async () => {
    await write('people.tsv', ['ada', 'Ada Example'], ['ada', 'Ada Other']);
    expect(problems()).toEqual([expect.stringMatching(/line 2: the id ada belongs to ada/)]);
  });
});

describe('nothing is indexed by half of them', () => {
  test('a problem stops the pipeline before the first document', async () => {
    await write('people.tsv', ['Ada', 'Ada Example'], ['bob', '= nobody']);
    expect(() => openPipeline('UTC', own)).toThrow(TablesError);
    expect(() => openPipeline('UTC', own)).toThrow(/line 2: [^]*line 1: /);
  });
  test('a folder without tables is a slip', () => {
    expect(() => openPipeline('UTC', own)).toThrow(/holds none of people\.tsv/);
    expect(() => openPipeline('UTC', join(own, 'missing'))).toThrow(/no folder/);
  });
  test('so is a table of another name', async () => {
    await write('persons.tsv', ['ada', 'Ada Example']);
    expect(() => openPipeline('UTC', own)).toThrow(/persons\.tsv: no such table/);
  });
  test('their content is part of the version', async () => {
    await write('people.tsv', ['ada', 'Ada Example']);
    const before = knowledgeVersion(DATA, own);
    expect(before).not.toBe(knowledgeVersion(DATA));
    expect(before).toBe(knowledgeVersion(DATA, own));
    await write('people.tsv', ['ada', 'Ada Exemplar']);
    expect(knowledgeVersion(DATA, own)).not.toBe(before);
  });
});
