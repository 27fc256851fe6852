import { describe, expect, test } from 'vitest';
import { split } from '../../../indexer/split/split.ts';
import { fixture, read, readOne } from './reading.ts';

const { source, parsed } = read('ninjs.json', fixture('ninjs.json'));
const updates = parsed.flatMap(({ document }) => (document ? split(document, 'UTC').updates : []));

describe('ninjs', () => {
  test('each item is a document of its own, in the members of any version', () => {
    expect(source).toBe('ninjs');
    expect(parsed.map(({ document }) => document?.id)).toEqual([
      'urn-wire-7',
      'urn-wire-8',
      undefined,
      undefined,
    ]);
    expect(updates).toEqual([
      expect.objectContaining({
        title: 'Buoy found',
        text: 'It drifted for a year.\n\nNobody missed it.',
        publishedAt: '2031-08-09T10:00:00+02:00',
        more: expect.objectContaining({
          authors: ['Kit Shoal', 'Lou Sandbar'],
          modifiedAt: '2031-08-09T10:30:00+02:00',
          language: 'en',
        }),
      }),
      expect.objectContaining({
        title: 'Anchor found, too',
        text: 'It is old.',
        media: [{ type: 'image', text: 'The anchor.', credit: 'Moe Keel' }],
        more: { language: 'en-GB', links: [{ url: 'https://wire.example/old', text: 'old' }] },
      }),
    ]);
  });
  test('a withdrawn item and a misfit are told apart', () => {
    expect(parsed[2]?.problems).toEqual([
      { message: '$.items[2] (urn:wire:9) is "canceled": there is nothing in it to index' },
    ]);
    expect(parsed[2]?.notes).toEqual([expect.stringMatching(/is "canceled": not indexed\..*to remove it/)]);
    expect(parsed[3]?.problems).toEqual([{ message: expect.stringMatching(/^\$\.items\[3\]\.headline: /) }]);
  });
  test.each([
    ['pubstatus', 'withheld'],
    ['pubStatus', 'withheld'],
    ['pubStatus', 'Withheld '],
    ['pubstatus', 'cancelled'],
    ['pubstatus', 'someday'],
    ['pubstatus', 7],
  ])('%s %j is never indexed', (name, status) => {
    const item = { uri: 'u:1', headline: 'Secret', body_text: 'Not yet.', [name]: status };
    const free = { uri: 'u:2', headline: 'Open', versioncreated: '2031-08-09T10:00:00Z', [name]: 'usable' };
    const [alone] = read('-', JSON.stringify(item)).parsed;
    expect(alone?.document).toBeUndefined();
    expect(alone?.problems[0]?.message).toEqual(
      expect.stringMatching(/\$.* is ".*: there is nothing|pubstatus/),
    );
    const together = readOne('x.json', JSON.stringify([item, free]), { id: 'wire' });
    expect(together.updates.map(({ title }) => title)).toEqual(['Open']);
  });
  test('a byline of another type doesn’t cost the item', () => {
    const item = {
      uri: 'u:1',
      headline: 'Tide',
      versioncreated: '2031-08-09T10:00:00Z',
      byline: { name: 'Kit' },
    };
    const { updates: kept, notes } = readOne('x.json', JSON.stringify(item));
    expect(kept).toHaveLength(1);
    expect(notes).toEqual([expect.stringMatching(/another type than expected: 1, like \$\.byline/)]);
  });
  test('given one id, the items are updates of one document', () => {
    expect(readOne('ninjs.json', fixture('ninjs.json'), { id: 'finds' }).updates).toHaveLength(2);
  });
});
