import { describe, expect, test } from 'vitest';
import { stripMarkdown } from '../../../indexer/sources/markdown.ts';
import { fixture, read } from './reading.ts';

const textIn = (name: string) => {
  const { source, parsed } = read(name, fixture(name));
  const document = parsed[0]?.document;
  if (!document || !('text' in document.content)) throw new Error('no text');
  return { source, document, text: document.content.text };
};

describe('pages that don’t mark their updates become text for the dialects', () => {
  test('HTML: paragraphs and list items apart, furniture gone, captions as copied pages show them', () => {
    const { source, document, text } = textIn('page.html');
    expect(source).toBe('html-page');
    expect(document).toMatchObject({
      id: 'harbour-example-lighthouse',
      hints: {
        title: 'Lighthouse day – as it happened',
        language: 'en-GB',
        url: 'https://harbour.example/lighthouse',
      },
    });
    expect(text.split('\n\n')).toEqual([
      'Lighthouse day',
      '6.14pm GMT',
      'The lamp is lit',
      'It is lit & turning.',
      'Everybody cheers.',
      'Two hundred guests',
      'One lamp',
      'The lamp. Photograph: Sal Wick',
    ]);
  });
  const dayOf = (head: string, hints = {}) =>
    read('x.html', `<html><head>${head}</head><p>10.45am A boat leaves.</p></html>`, hints).parsed[0]
      ?.document?.hints.published;
  const meta = '<meta property="article:published_time" content="2031-02-03T23:30:00Z">';
  const data = (type: string) =>
    `<script type="application/ld+json">{"@type": "${type}", "datePublished": "2031-02-05T10:00:00+01:00"}</script>`;
  test.each([
    ['its meta element', meta, {}, '2031-02-03'],
    ['on the given clock', meta, { timeZone: 'Europe/Paris' }, '2031-02-04'],
    ['its data', data('NewsArticle'), {}, '2031-02-05'],
    ['nobody', data('Event') + '<meta name="article:published_time" content="soon">', {}, undefined],
  ])('the page’s day, said by %s', (_, head, hints, day) => expect(dayOf(head, hints)).toBe(day));
  test('Markdown: marks gone, wrapped lines joined', () => {
    const { source, document, text } = textIn('page.md');
    expect([source, document.hints.title]).toEqual(['markdown', 'Lighthouse day']);
    expect(text.split('\n\n')).toEqual([
      '6.14pm GMT',
      'The lamp is lit, says the keeper and it turns.',
      'Two hundred guests',
      'One lamp',
      '“At last,” said snake_case_name.',
    ]);
  });
  test('Markdown without a name is known by its first line; a text file stays text', () => {
    expect(read('-', '# Storm\n\nThe pier is shut.', { id: 'storm' }).source).toBe('markdown');
    expect(read('a.txt', '# 7 on the list').source).toBe('plain-text');
  });
  test.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['1. First\n2. Second', '1. First\n\n2. Second'],
    ['One  \ntwo', 'One\n\ntwo'],
    ['![A pier](p.jpg) and \\*stars\\*', 'A pier and *stars*'],
    ['Under\n=====\n\n---\ntext', 'Under\n\ntext'],
  ])('%j is read as %j', (markdown, text) => expect(stripMarkdown(markdown).text).toBe(text));
});

describe('what no format knows is a problem, not text', () => {
  test.each([
    ['cut-off JSON', 'x.json', '{"blocks": [{"id": "a"', /^is no JSON/],
    ['JSON of another shape', 'x.json', '{"weather": "fine"}', /^is JSON of a shape that no format knows/],
    ['XML of another shape', 'x.xml', '<?xml version="1.0"?><urlset/>', /^is XML of a shape/],
    ['JSON on standard input', '-', '[{"a": 1}]', /^is JSON of a shape/],
  ])('%s', (_, path, text, message) => {
    expect(read(path, text).parsed).toEqual([{ problems: [{ message: expect.stringMatching(message) }] }]);
  });
  test('a text that begins with a bracket is text', () => {
    expect(read('a.txt', '[Updated at 6:25 p.m. ET] The bridge is open.').source).toBe('plain-text');
  });
});
