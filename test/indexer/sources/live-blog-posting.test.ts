import { describe, expect, test } from 'vitest';
import { fixture, read, readFixture, readOne } from './reading.ts';

describe('schema.org LiveBlogPosting', () => {
  const { source, document, updates, problems, notes } = readFixture('live-blog-posting.html');
  const [ferry, boat] = ['up2', 'up3'].map((id) =>
    updates.find(({ sourceId }) => sourceId?.endsWith(`-${id}`))!,
  );

  test('JSON-LD is found among other scripts, in a graph, under several types', () => {
    expect(source).toBe('live-blog-posting');
    expect(document).toMatchObject({
      id: 'harbour-example-live-storm-ottilie',
      complete: true,
      hints: {
        title: 'Storm Ottilie: ferries and trains',
        url: 'https://harbour.example/live/storm-ottilie',
        publisher: 'Harbour Post',
        language: 'en-GB',
        timeZone: 'Europe/Paris',
      },
    });
    expect(updates).toHaveLength(3);
  });
  test('a broken script, a misfit and an unknown time are problems with their place; the rest goes on', () => {
    expect(problems).toEqual([
      expect.stringMatching(/^JSON-LD script 1 is no JSON/),
      expect.stringMatching(/^JSON-LD script 2.@graph\[1\].liveBlogUpdate\[3\]: /),
      expect.stringMatching(
        /^JSON-LD script 2.@graph\[1\].liveBlogUpdate\[4\]: the time of publication, "sometime"/,
      ),
    ]);
  });
  test('entities that the page encodes twice are read, mojibake is repaired and noted, lines are paragraphs', () => {
    expect(ferry).toMatchObject({
      title: 'Ferry ‘Petrel’ turns back'.replace(/[‘’]/g, "'"),
      text: "The operator says it's too rough.\n\nA ticket costs £12 and stays valid.",
      publishedAt: '2031-02-03T07:41:10+01:00',
      more: {
        url: 'https://harbour.example/live/storm-ottilie#up2',
        authors: ['Ada Quay', 'Ben Pier'],
        modifiedAt: '2031-02-03T07:52:00+01:00',
      },
    });
    expect(notes).toEqual([expect.stringMatching(/garbled/), 'left out: 1 that repeat another update']);
  });
  test('where every update has the blog’s own headline and time, the page’s block says what is true, and the whole of a text that was cut', () => {
    expect(boat).toMatchObject({
      title: 'Night boat in port',
      publishedAt: '2031-02-03T08:05:30+01:00',
      text: [
        'The night boat is back in port.',
        'All 41 passengers are safe.',
        'The captain says the waves were as high as a house.',
        'She has been at sea for thirty years.',
      ].join('\n\n'),
      more: {
        url: 'https://harbour.example/live/storm-ottilie#block-up3',
        modifiedAt: '2031-02-03T08:09:00+01:00',
        links: [{ url: 'https://harbour.example/safe', text: 'safe' }],
      },
    });
  });
  test('markup in a body: links kept, scripts and what leads elsewhere gone', () => {
    const trains = updates.find(({ title }) => title === 'Trains run again')!;
    expect(trains).toMatchObject({ text: 'From the main station only.', timePrecision: 'day' });
    expect(trains.more?.links).toEqual([{ url: 'https://harbour.example/map', text: 'main station' }]);
  });
  test('what a person says wins', () => {
    const given = { id: 'storm', title: 'My title', timeZone: 'Europe/Berlin' };
    const { document: named, updates: own } = readFixture('live-blog-posting.html', given);
    expect(named).toMatchObject({ id: 'storm', hints: given });
    expect(own.map(({ sourceId }) => sourceId)).toContain('storm-up2');
  });
  test('microdata', () => {
    const found = readFixture('microdata.html');
    expect(found.document).toMatchObject({
      hints: { title: 'Hochwasser an der Leese', language: 'de', url: 'https://fluss.example/hochwasser' },
    });
    expect(
      found.updates.map(({ title, text, publishedAt, more }) => [title, text, publishedAt, more?.authors]),
    ).toEqual([
      ['Pegel steigt', 'Die Feuerwehr füllt Sandsäcke.', '2031-04-01T08:00:00+02:00', undefined],
      [
        'Pegel fällt',
        'Er steht bei vier Metern.\n\nBrücke offen\n\nRadweg zu',
        '2031-04-01T10:30:00+02:00',
        ['Caro Ufer'],
      ],
    ]);
  });
  test('a page that links to further pages of itself is not complete', () => {
    const paged = fixture('microdata.html').replace(
      '</body>',
      '<a href="/hochwasser?page=2">Ältere</a></body>',
    );
    const found = readOne('x.html', paged);
    expect(found.document.complete).toBe(false);
    expect(found.notes).toEqual([expect.stringMatching(/other pages not read/)]);
  });
  test('a page that only mentions the type is an ordinary page', () => {
    expect(read('x.html', '<html><p>We explain LiveBlogPosting.</p></html>').source).toBe('html-page');
  });
});
