import { describe, expect, test } from 'vitest';
import { enrich } from '../../../indexer/enrich/enrich.ts';
import { lintTables } from '../../../indexer/enrich/names/lint-tables.ts';
import { mergeTables } from '../../../indexer/enrich/names/merge-tables.ts';
import { partBound, type Entity, type TableRow } from '../../../indexer/enrich/names/tables.ts';
import { knowledge, update } from './updates.ts';

const organizations = (...texts: string[]): string[] =>
  enrich(
    texts.map((text) => update(text)),
    knowledge,
    'en',
  ).flatMap((one) => one.organizations ?? []);

describe('a name that many countries’ institutions bear', () => {
  test('is that of the country which the document names most', () => {
    expect(organizations('The bill failed in the Senate.', 'Americans wrote from all over the US.')).toEqual([
      'United States Senate',
    ]);
    expect(
      organizations('The bill failed in the Senate.', 'France had hoped, as had the French left.'),
    ).toEqual(['French Senate']);
  });
  test('is that of the country beside it, whatever the document is about', () => {
    const about = 'The US and its allies asked American firms for help.';
    expect(organizations(about, 'Iraqi Parliament sits on Monday.')).toEqual(['Iraqi Parliament']);
    expect(organizations(about, 'They waited for India’s Supreme Court.')).toEqual([
      'Supreme Court of India',
    ]);
    expect(organizations(about, 'The Texas Senate sat late.')).not.toContain('United States Senate');
    expect(organizations(about, 'The state Senate sat late.')).not.toContain('United States Senate');
    expect(organizations(about, 'The Supreme Court of Atlantis sat late.')).not.toContain(
      'Supreme Court of the United States',
    );
  });
  test('is the one that the document names otherwise as well', () => {
    expect(
      organizations(
        'In Germany, German and Bavarian lawyers wrote to the DOJ.',
        'The Department of Justice is silent.',
      ),
    ).toEqual(['United States Department of Justice', 'United States Department of Justice']);
  });
  test('is that of the country which the same text names, before the document’s', () => {
    const french = 'France, the French and once more France.';
    const american = 'In the US the bill failed in the Senate.';
    expect(organizations(french, american)).toEqual(['United States Senate']);
    expect(organizations('US and French lawyers wrote to the Senate.')).not.toContain('United States Senate');
  });
  test('is no word of a line in capitals', () => {
    const about = 'Islamic State holds a town in Syria.';
    expect(organizations(about, 'Troops pushed IS out of the town.')).toEqual([
      'Islamic State',
      'Islamic State',
    ]);
    expect(organizations(about, 'THIS IS WHAT WE KNOW')).toEqual(['Islamic State']);
  });
  test('is nobody’s where nothing says whose', () => {
    expect(organizations('It is the Supreme Court that decides.')).not.toContain(
      'Supreme Court of the United States',
    );
  });
});

describe('a bound alias in the tables', () => {
  const row = (entity: Partial<Entity>): TableRow => {
    const whole: Entity = { id: 'x', type: 'organization', name: 'Atlantean Senate', aliases: [], ...entity };
    return { file: 'some.tsv', line: 1, columns: [whole.id, whole.name, '', 'ngo'], entity: whole };
  };
  const country = {
    ...row({ id: 'AT', type: 'country', name: 'Atlantis' }),
    columns: ['AT', 'Atlantis', '', '1,1'],
  };
  const complaints = (...rows: TableRow[]) => lintTables([country, ...rows]).map(({ message }) => message);

  test('has a country and a name', () => {
    expect(partBound('AT:Senate')).toEqual({ country: 'AT', name: 'Senate' });
    expect(partBound('Senate')).toBeUndefined();
  });
  test('may be borne in two countries, but not twice in one, in none, or without any as well', () => {
    const senate = row({ bound: ['AT:Senate'] });
    expect(complaints(senate)).toEqual([]);
    expect(complaints(senate, row({ id: 'y', name: 'Upper House', bound: ['AT:Senate'] }))).toEqual([
      expect.stringMatching(/"AT:Senate" already means x/),
    ]);
    expect(complaints(row({ bound: ['ZZ:Senate'] }))).toEqual([expect.stringMatching(/ZZ is no code/)]);
    expect(complaints(senate, row({ id: 'y', name: 'Senate' }))).toEqual([
      expect.stringMatching(/without a country, "Senate" means y/),
    ]);
  });
  test('goes where a newsroom takes it', () => {
    const own = row({ id: 'y', name: 'Upper House', bound: ['AT:Senate'] });
    const merged = mergeTables([row({ bound: ['AT:Senate', 'AT:Curia'] })], [own]);
    expect(merged.rows.map(({ entity }) => entity.bound)).toEqual([['AT:Curia'], ['AT:Senate']]);
  });
});
