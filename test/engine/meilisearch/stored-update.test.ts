import { describe, expect, test } from 'vitest';
import { DOCUMENT_SETTINGS, saysAll, UPDATE_SETTINGS } from '../../../src/engine/meilisearch/settings.ts';
import { toStoredDocument, toStoredUpdate } from '../../../src/engine/meilisearch/stored-update.ts';
import { documentOf, record } from '../records.ts';

describe('a stored update', () => {
  test('is searched in the folded words of words.ts, which it holds beside the record', () => {
    const said = record('a', {
      title: 'The U.S. says',
      text: '130,000 people\n\nÉmile',
      media: [{ type: 'image', text: 'People', credit: 'AFP' }],
    });
    expect(toStoredUpdate(said)).toMatchObject({
      record: said,
      searchTitle: 'the us says',
      searchText: '130000 people emile',
      searchMedia: 'people',
      vocabulary: ['the', 'us', 'says', '130000', 'people', 'emile'],
      dayNumber: 20140122,
      summary: 0,
    });
  });
  test('counts by the hour, or by the day where the hour is unknown', () => {
    expect(toStoredUpdate(record('a')).clock).toBe('2014-01-22T12');
    const { hour: _, ...dayOnly } = record('a', { timePrecision: 'day' });
    expect(toStoredUpdate(dayOnly).clock).toBe('2014-01-22');
  });
  test('a live blog is found by the words of its title and id', () => {
    const { document } = documentOf('talks-2014', [record('a')], { title: 'Peace in Montreux' });
    expect(toStoredDocument(document).searchText).toBe('peace in montreux talks 2014');
  });
});

describe('settings', () => {
  test('what the server adds makes no difference, what it lacks does', () => {
    expect(saysAll({ enabled: true, list: ['a'], other: 1 }, { enabled: true, list: ['a'] })).toBe(true);
    expect(saysAll({ list: ['a', 'b'] }, { list: ['a'] })).toBe(false);
    expect(saysAll({}, { list: [] })).toBe(false);
    expect(saysAll({ synonyms: { a: ['b'] } }, { synonyms: {} })).toBe(false);
    for (const settings of [UPDATE_SETTINGS, DOCUMENT_SETTINGS]) {
      expect(saysAll(structuredClone(settings), settings)).toBe(true);
    }
  });
  test('every field that is searched or filtered is one that is stored', () => {
    const stored = new Set([...Object.keys(toStoredUpdate(record('a', { points: [] }))), 'facet.*']);
    const { searchableAttributes, sortableAttributes, filterableAttributes } = UPDATE_SETTINGS;
    const patterns = filterableAttributes!.flatMap((rule) =>
      typeof rule === 'string' ? rule : rule.attributePatterns,
    );
    for (const field of [...searchableAttributes!, ...sortableAttributes!, ...patterns])
      expect(stored).toContain(field);
  });
});
