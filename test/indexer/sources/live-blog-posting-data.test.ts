import { describe, expect, test } from 'vitest';
import { readOne } from './reading.ts';

describe('how pages write their LiveBlogPosting', () => {
  const pageOf = (data: object, script = 'application/ld+json') =>
    `<html><link rel="canonical" href="https://a.example/live"><script type="${script}">${JSON.stringify(data)}</script></html>`;
  const blogOf = (...liveBlogUpdate: object[]) => ({
    '@type': 'LiveBlogPosting',
    url: 'https://a.example/live',
    liveBlogUpdate,
  });
  test.each([
    'https://a.example/live/',
    'http://www.a.example/live',
    'https://a.example/live?page=1',
    'https://a.example/live',
  ])('%s is the page’s address and no update’s id', (url) => {
    const found = readOne(
      'x.html',
      pageOf(blogOf({ url, headline: 'One' }, { url, headline: 'Two' }, { '@id': url, headline: 'Three' })),
      { date: '2031-03-04' },
    );
    expect(found.updates.map(({ title, sourceId }) => [title, sourceId]).toSorted()).toEqual([
      ['One', undefined],
      ['Three', undefined],
      ['Two', undefined],
    ]);
  });
  const one = { '@id': '#u1', headline: 'One', datePublished: '2031-03-04T10:00:00Z' };
  const json = JSON.stringify(blogOf(one));
  test('a picture that an update’s data describes is its medium, the blog’s own picture is not', () => {
    const image = (caption?: string, more = {}) => ({
      '@type': 'ImageObject',
      url: 'p.jpg',
      caption,
      ...more,
    });
    const blog = {
      ...blogOf({
        ...one,
        image: [image('The pier at noon.', { creditText: 'Moe Keel' }), image('All day'), image(), 'p.jpg'],
      }),
      image: image('All day'),
    };
    expect(readOne('x.html', pageOf(blog)).updates[0]?.media).toEqual([
      { type: 'image', text: 'The pier at noon.', credit: 'Moe Keel' },
    ]);
  });
  test.each([
    ['a parameter', 'Application/LD+JSON; charset=utf-8', json],
    ['a semicolon', 'application/ld+json', `${json};`],
    ['CDATA in comments', 'application/ld+json', `\n/* <![CDATA[ */\n${json};\n/* ]]> */\n`],
    ['CDATA in line comments', 'application/ld+json', `//<![CDATA[\n${json}\n//]]>`],
    ['an HTML comment', 'application/ld+json', `<!--\n${json}\n-->`],
  ])('a script with %s', (_, type, source) => {
    const { updates, problems } = readOne('x.html', `<html><script type="${type}">${source}</script></html>`);
    expect([updates.map(({ sourceId }) => sourceId), problems]).toEqual([['a-example-live-u1'], []]);
  });
  test('references to nodes of the graph', () => {
    const { updates } = readOne(
      'x.html',
      pageOf({
        '@graph': [
          blogOf({ '@id': '#u1' }, { '@id': '#none' }),
          { '@type': 'BlogPosting', ...one, author: { '@id': '#p' } },
          { '@id': '#p', '@type': 'Person', name: 'Ada Quay' },
        ],
      }),
    );
    expect(updates).toEqual([
      expect.objectContaining({ title: 'One', more: expect.objectContaining({ authors: ['Ada Quay'] }) }),
    ]);
  });
  test('members of another type don’t cost the update; several blogs are noted', () => {
    const odd = {
      headline: 2031,
      datePublished: 1_925_373_600,
      dateModified: {},
      articleBody: { html: 1 },
      text: 'Body.',
    };
    const { updates, problems, notes } = readOne('x.html', pageOf([blogOf(odd), blogOf(one)]));
    expect(problems).toEqual([]);
    expect(updates.map(({ title, text, publishedAt }) => [title, text, publishedAt])).toEqual([
      ['2031', 'Body.', '2031-01-05T10:00:00Z'],
      ['One', '', '2031-03-04T10:00:00Z'],
    ]);
    expect(notes).toEqual([
      '2 live blogs on one page, read as one document',
      'ignored, because of another type than expected: 2, like JSON-LD script 1[0].liveBlogUpdate[0].dateModified',
    ]);
  });
});
