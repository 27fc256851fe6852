import { describe, expect, test } from 'vitest';
import { readFixture } from './reading.ts';

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
});
