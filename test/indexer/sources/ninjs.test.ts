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
    expect(parsed[2]?.notes).toEqual(['$.items[2] is cancelled: left out']);
    expect(parsed[3]?.problems).toEqual([{ message: expect.stringMatching(/^\$\.items\[3\]\.headline: /) }]);
  });
  test('given one id, the items are updates of one document', () => {
    expect(readOne('ninjs.json', fixture('ninjs.json'), { id: 'finds' }).updates).toHaveLength(2);
  });
});
