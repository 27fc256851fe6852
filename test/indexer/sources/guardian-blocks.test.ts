import { describe, expect, test } from 'vitest';
import { fixture, read, readFixture, readOne } from './reading.ts';

describe('Guardian blocks', () => {
  test('an item of the Content API', () => {
    const { source, document, updates, problems } = readFixture('guardian-content-api.json');
    expect(source).toBe('guardian-blocks');
    expect(document).toMatchObject({
      id: 'www-theguardian-com-weather-live-2031-jul-02-heat',
      complete: true,
      hints: { title: 'Heat on the coast – live', timeZone: 'Europe/London', publisher: 'The Guardian' },
    });
    expect(problems).toEqual([
      expect.stringMatching(/^\$\.response\.content\.blocks\.body\[2\]\.bodyHtml: /),
    ]);
    expect(updates).toEqual([
      expect.objectContaining({
        sourceId: 'www-theguardian-com-weather-live-2031-jul-02-heat-b3',
        title: 'Shade is scarce',
        text: 'Gulls sleep in the shade.',
        publishedAt: '2031-07-02T11:00:00+01:00',
        media: [
          { type: 'image', text: 'Gulls under a bench.', credit: 'Finn Tide/Shore Pictures' },
          {
            type: 'post',
            text: '37 degrees on the pier & rising',
            author: 'Pier Weather',
            handle: 'pierweather',
            date: '2031-07-02',
          },
          { type: 'video', text: 'A swim at dawn. Early swimmers' },
        ],
        more: expect.objectContaining({
          keyEvent: true,
          pinned: true,
          url: expect.stringMatching(/\/heat#block-b3$/),
        }),
      }),
      expect.objectContaining({
        kind: 'summary',
        text: 'What we know:\n\nTwo piers are shut\n\nWater is free',
        more: expect.objectContaining({ authors: ['Dee Strand'], modifiedAt: '2031-07-02T12:05:00+01:00' }),
      }),
    ]);
  });
  test('an article of dotcom-rendering: elements, epochs, the pinned post once, key events not again, further pages noted', () => {
    const { document, updates, notes } = readFixture('guardian-dotcom.json');
    expect(document.complete).toBe(false);
    expect(notes).toEqual([
      expect.stringMatching(/^page 1 of 3, the other pages not read/),
      'left out: 1 that repeat another update',
    ]);
    expect(updates.map(({ title, text }) => [title, text])).toEqual([
      [undefined, 'No boats today.'],
      ['Talks resume', 'Round two\n\nBoth sides are back at the table.\n\nWe stay all night.\n\nPay\n\nRest'],
    ]);
    expect(updates[1]).toMatchObject({
      publishedAt: '2031-01-05T10:00:00+00:00',
      media: [{ type: 'image', text: 'The table.', credit: 'Hal Bay' }],
      more: {
        pinned: true,
        keyEvent: true,
        authors: ['Gil Mole'],
        modifiedAt: '2031-01-05T10:06:40+00:00',
        links: [{ url: 'https://www.theguardian.com/travel/strike', text: 'How the strike began' }],
      },
    });
  });
  test('a pinned post from another page is an update of its own', () => {
    const article = fixture('guardian-dotcom.json').replace(
      '"pinnedPost": { "id": "c2"',
      '"pinnedPost": { "id": "c9"',
    );
    expect(readOne('x.json', article).updates.map(({ more }) => more?.pinned)).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });
  test('without any block there is nothing to index, and the report says so', () => {
    expect(read('x.json', '{"pageId":"a/b","blocks":[]}').parsed).toEqual([
      { problems: [{ message: 'there is no update in it' }], notes: [] },
    ]);
  });
});
