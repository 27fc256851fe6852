import { describe, expect, test } from 'vitest';
import { readFixture, readOne } from './reading.ts';

describe('Sourcefabric Live Blog', () => {
  const { source, document, updates, problems, notes } = readFixture('sourcefabric-live-blog.json');

  test('a post is its items: text, pictures, cards; the blog’s id names the document', () => {
    expect([source, document.id, problems]).toEqual(['sourcefabric-live-blog', '5f00aa', []]);
    expect(updates).toEqual([
      expect.objectContaining({
        sourceId: expect.stringMatching(/^5f00aa-[0-9a-f]{20}$/),
        text: 'Race day.\n\nWind from the west.',
        publishedAt: '2031-05-01T12:00:00Z',
        media: [
          { type: 'post', text: 'The course\n\nTwelve miles around the isle.' },
          { type: 'image', text: 'Sails at noon', credit: 'Jo Reef' },
        ],
        more: {
          authors: ['Ida Cove'],
          pinned: true,
          keyEvent: true,
          language: 'en',
          modifiedAt: '2031-05-01T12:10:00Z',
          links: [{ url: 'https://race.example/course', text: 'The course' }],
        },
      }),
    ]);
  });
  test('what readers don’t see is left out and counted, and so is what was not in the file', () => {
    expect(document.complete).toBe(false);
    expect(notes).toEqual([
      'left out: 1 deleted by the editors',
      'left out: 1 not published (drafts, comments of readers)',
      'left out: 1 advertising',
      expect.stringMatching(/^4 of 9 posts/),
    ]);
  });
  test('members of another type don’t cost the post; an odd `deleted` does', () => {
    const post = {
      _id: 'a',
      headline: 'Start',
      published_date: '2031-05-01T12:00:00Z',
      groups: [{ refs: [{ item: { item_type: 'text', text: 'Off they go.', byline: {} } }] }],
      byline: { name: 'Ida' },
      original_creator: { _id: 'x' },
    };
    const found = readOne(
      'x.json',
      JSON.stringify({ _items: [post, { ...post, _id: 'b', deleted: 'yes' }] }),
    );
    expect(found.updates.map(({ text }) => text)).toEqual(['Off they go.']);
    expect(found.problems).toEqual([expect.stringMatching(/^\$\._items\[1\]\.deleted: /)]);
    expect(found.notes).toEqual([
      expect.stringMatching(/another type than expected: 2, like \$\._items\[0\]\./),
    ]);
  });
});
