import { describe, expect, test } from 'vitest';
import { readFixture, readOne } from './reading.ts';

describe('feeds', () => {
  test('RSS: dates of all ages, content before description, ids from guids', () => {
    const { source, document, updates, problems } = readFixture('feed.rss');
    expect(source).toBe('feed');
    expect(document).toMatchObject({
      id: 'island-example-weather-feed-rss',
      complete: false,
      hints: { title: 'Island weather', url: 'https://island.example/weather', language: 'en-gb' },
    });
    expect(problems).toEqual(['item 4: the time of publication, "yesterday", is none that is known']);
    expect(updates.map(({ title, text, publishedAt, sourceId, more }) => [title, text, publishedAt, sourceId?.slice(31, 36), more])).toEqual([
      ['No such day', '', '1998-02-03', '-p-0', {}],
      ['Old times', 'Calm.', '1998-02-03T10:00:00+01:00', '-p-1', {}],
      ['Gale warning', 'Force nine from midnight.', '2031-03-04T22:05:09-05:00', expect.any(String),
        { url: 'https://island.example/weather/gale', authors: ['Oz Breaker'] }],
      ['Fog & drizzle', 'Fog until noon.\n\nThen wind.', '2031-03-05T06:15:00Z', expect.any(String),
        { url: 'https://island.example/weather/fog', authors: ['Nan Gull'], links: [{ url: 'https://island.example/wind', text: 'wind' }] }],
    ]); // prettier-ignore
    expect(new Set(updates.map(({ sourceId }) => sourceId)).size).toBe(4);
  });
  test('Atom', () => {
    const { document, updates, problems } = readFixture('feed.atom');
    expect(problems).toEqual([]);
    expect(document).toMatchObject({ complete: false, hints: { title: 'Harbour notices', language: 'en' } });
    expect(updates.map(({ title, text, publishedAt, more }) => [title, text, publishedAt, more])).toEqual([
      ['Berth 3 open', 'Again.', '2031-05-31T12:00:00+02:00', {}],
      [
        'Berth <4> closed',
        'Divers are at work.\n\nUntil Friday.',
        '2031-06-01T09:00:00+02:00',
        {
          url: 'https://harbour.example/notices/2',
          authors: ['Pia Dock'],
          modifiedAt: '2031-06-01T09:30:00+02:00',
          links: [{ url: 'https://harbour.example/when', text: 'Friday' }],
        },
      ],
    ]);
  });
  test('JSON Feed', () => {
    const { document, updates, problems } = readFixture('feed.json');
    expect(document).toMatchObject({ id: 'tides-example-feed-json', complete: false });
    expect(problems).toEqual([expect.stringMatching(/^\$\.items\[2\]\.title: /)]);
    expect(updates.map(({ sourceId, title, text }) => [sourceId, title, text])).toEqual([
      ['tides-example-feed-json-1', undefined, 'Low water at noon.\n\nMind the rocks.'],
      ['tides-example-feed-json-t-2', 'Spring tide', 'High water at six.'],
    ]);
  });
  const feedOf = (...items: string[]) =>
    readOne(
      'x.rss',
      `<rss><channel><link>https://www.a.example/live/</link>${items.join('')}</channel></rss>`,
      { date: '2031-03-04' },
    );
  test('the address of the page is no item’s id, not even where all have only that', () => {
    const link = '<link>http://a.example/live?from=rss</link>';
    const { updates, notes } = feedOf(
      `<item><title>One</title>${link}</item>`,
      `<item><title>Two</title>${link}</item>`,
      `<item><title>Three</title><link>http://a.example/live/3</link></item>`,
    );
    expect(updates.map(({ title }) => title).toSorted()).toEqual(['One', 'Three', 'Two']);
    expect(updates.filter(({ sourceId }) => sourceId).map(({ title }) => title)).toEqual(['Three']);
    expect(notes).toEqual([expect.stringMatching(/has left it/)]);
  });
  test('an id that stands for different items is nobody’s; a repeat is left out and noted', () => {
    const item = (title: string, guid: string) => `<item><title>${title}</title><guid>${guid}</guid></item>`;
    const { updates, notes } = feedOf(item('One', 'x'), item('Two', 'x'), item('Own', 'y'), item('Own', 'y'));
    expect(updates.map(({ title, sourceId }) => [title, sourceId]).toSorted()).toEqual([
      ['One', undefined],
      ['Own', 'www-a-example-live-y'],
      ['Two', undefined],
    ]);
    expect(notes.slice(1)).toEqual([
      'left out: 1 that repeat another update',
      expect.stringMatching(/^2 updates share an id .* like item 1:/),
    ]);
  });
  test('a guid is a link only where it is an address', () => {
    const { updates } = feedOf(
      '<item><title>Two</title><guid>2</guid></item>',
      '<item><title>Three</title><guid>https://a.example/3</guid></item>',
    );
    expect(Object.fromEntries(updates.map(({ title, more }) => [title, more?.url]))).toEqual({
      Two: undefined,
      Three: 'https://a.example/3',
    });
  });
  test('media that are described in words are kept with their credit, once', () => {
    const picture = (words: string) => `<media:content url="p.jpg" medium="image">${words}</media:content>`;
    const group = `<media:group><media:content type="video/mp4"/><media:content type="video/webm"/><media:description>The lamp turns.</media:description></media:group>`;
    const { updates } = feedOf(
      `<item><title>One</title>${picture('<media:description>The pier.</media:description><media:credit>Moe Keel</media:credit>')}${picture('')}</item>`,
      `<item><title>Two</title>${group}</item>`,
    );
    expect(Object.fromEntries(updates.map(({ title, media }) => [title, media]))).toEqual({
      One: [{ type: 'image', text: 'The pier.', credit: 'Moe Keel' }],
      Two: [{ type: 'video', text: 'The lamp turns.' }],
    });
  });
  test('a feed that breaks off is read as far as it goes', () => {
    const cut =
      '<rss><channel><title>T</title><item><title>Whole</title><pubDate>Tue, 04 Mar 2031 22:05:09 GMT</pubDate></item><item><title>Hal';
    expect(readOne('x.rss', cut).updates.map(({ title }) => title)).toContain('Whole');
  });
});
