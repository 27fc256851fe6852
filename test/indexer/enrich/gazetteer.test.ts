import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameTokens } from '../../../indexer/enrich/names/name-tokens.ts';
import { kilometres } from '../../../src/engine/geo.ts';
import { readGazetteer } from '../../../indexer/enrich/places/gazetteer.ts';
import { numberedLines, sortedLines } from '../../../indexer/enrich/places/packed-lines.ts';

const gazetteer = readGazetteer(join(import.meta.dirname, '../../../data/gazetteer'));
const longest = (text: string) => gazetteer.longestAt(nameTokens(text), 0);

describe('packed lines', () => {
  const lines = fc.uniqueArray(fc.stringMatching(/^[a-zé]{1,4}$/), { minLength: 1 });
  const pack = (list: string[]) => Buffer.from(list.map((line) => `${line}\n`).join(''));
  const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

  test('the first line from a string on is found, as a search through all of them finds it', () => {
    fc.assert(
      fc.property(lines, fc.stringMatching(/^[a-zé]{1,4}$/), (list, wanted) => {
        const sorted = list.toSorted(byBytes);
        expect(sortedLines(pack(sorted)).from(wanted)).toBe(
          sorted.find((line) => byBytes(line, wanted) >= 0),
        );
      }),
    );
  });
  test('every line is found by its number', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const lineAt = numberedLines(pack(list));
        expect(list.map((_, i) => lineAt(i))).toEqual(list);
      }),
    );
  });
});

describe('gazetteer', () => {
  test('knows cities with their division, country and population, the most populous first', () => {
    const cities = gazetteer.called('Tripoli')!.named.filter(({ precision }) => precision === 'city');
    expect(cities[0]).toMatchObject({ country: 'LY', capital: true });
    expect(cities.map(({ country }) => country)).toContain('LB');
    expect(cities[0]!.population).toBeGreaterThan(1_000_000);
    expect(gazetteer.divisions.get(cities[0]!.division!)?.country).toBe('LY');
  });
  test.each([
    ['Bavaria', 'DE'],
    ['Ontario', 'CA'],
    ['Xinjiang', 'CN'],
    ['Rogaland', 'NO'],
    ['Dallas County', 'US'],
  ])('knows divisions as places: %s', (name, country) => {
    expect(gazetteer.called(name)?.named).toContainEqual(
      expect.objectContaining({ country, precision: 'region' }),
    );
  });
  test('finds the longest name, other spellings and places of the hand table', () => {
    expect(longest('New York City mayor')?.length).toBe(3);
    expect(longest('San Francisco')?.length).toBe(2);
    expect(longest('Deraa')?.alternates[0]?.name).toBe('Daraa');
    expect(longest('Jobar')?.named[0]).toMatchObject({ country: 'SY', division: 'SY.13' });
    expect(longest('Qqq')).toBeUndefined();
  });
  test('the names in the file are made of words as texts are now', () => {
    for (const name of [
      'St. Petersburg',
      "Sana'a",
      'Stratford-upon-Avon',
      'Xi’an',
      'São Paulo',
      'Winston-Salem',
    ])
      expect(gazetteer.called(name), name).toBeDefined();
  });
});

describe('distance', () => {
  test('is that of the great circle', () => {
    const [london, paris] = [
      { lat: 51.5074, lng: -0.1278 },
      { lat: 48.8566, lng: 2.3522 },
    ];
    expect(kilometres(london, paris)).toBeCloseTo(344, -1);
    expect(kilometres({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(111, 0);
  });
});
