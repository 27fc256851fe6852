import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { split } from '../../../indexer/split/split.ts';
import { sourceOf } from '../../../indexer/sources/sources.ts';
import { describeWithShared, shared } from '../../shared.ts';
import { fixture } from './reading.ts';

const OWN = [
  'live-blog-posting.html',
  'microdata.html',
  'guardian-content-api.json',
  'guardian-dotcom.json',
  'sourcefabric-live-blog.json',
  'ninjs.json',
  'feed.rss',
  'feed.atom',
  'feed.json',
  'page.html',
  'page.md',
];
const REAL = [
  'html/Express_2024_07_18.html',
  'html/TheGuardian_2023_05_15.html',
  'blocks-json/content-api-item-with-blocks.json',
  'blocks-json/dotcom-rendering-pmqs-2023-12-13.json',
  'blocks-json/sourcefabric-liveblog-posts.json',
  'ninjs/2.1-tt_text_image_2.json',
];

/** Always a document or a problem; and what comes out of a document can be indexed. */
function holds(path: string, text: string): void {
  const input = { path, text, hints: {} };
  for (const parsed of sourceOf(input).parse(input)) {
    if (!parsed.document) {
      expect(parsed.problems.length).toBeGreaterThan(0);
      continue;
    }
    const { updates } = split(parsed.document, 'UTC');
    const ids = updates.flatMap(({ sourceId }) => sourceId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,128}$/);
    for (const { publishedTs, publishedAt } of updates) {
      expect(Number.isSafeInteger(publishedTs * 2 ** 20)).toBe(true);
      expect(publishedAt).toMatch(/^\d{4}-\d{2}-\d{2}/);
    }
  }
}

const junk = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    '<',
    '<p',
    '</script>',
    '{',
    '"',
    ']',
    '&#0;',
    '&amp;amp;',
    '\u2028',
    '\ud800',
    '<!--',
    ']]>',
    'null',
  ),
  fc.string({ maxLength: 20 }),
);

/** A file that broke off, lost a piece, or has junk in it. */
const broken = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(200), junk, fc.boolean())
    .map(([at, length, added, cut]) => text.slice(0, at) + added + (cut ? '' : text.slice(at + length)));

const otherValue = fc.constantFrom(
  null,
  0,
  -1,
  1e99,
  true,
  '',
  'x',
  '2031-02-30',
  [],
  {},
  [[]],
  [null],
  { html: 1 },
  '<p>',
);

/** JSON in which some values are of another type. */
function swapped(text: string): fc.Arbitrary<string> {
  const places = placesIn(JSON.parse(text));
  return fc.array(fc.tuple(fc.nat(places - 1), otherValue), { minLength: 1, maxLength: 4 }).map((swaps) => {
    let at = -1;
    return JSON.stringify(JSON.parse(text), (_, value: unknown) => {
      at++;
      const swap = swaps.find(([place]) => place === at);
      return swap ? structuredClone(swap[1]) : value;
    });
  });
}

function placesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, inside) => sum + placesIn(inside), 0);
}

/** A file broken in all ways that its format knows. */
function survives(name: string, text: () => string, numRuns: number): void {
  test(`${name}, broken anywhere`, () => {
    fc.assert(
      fc.property(broken(text()), (mutated) => holds(name, mutated)),
      { numRuns },
    );
  });
  if (!name.endsWith('.json')) return;
  test(`${name}, types swapped`, () => {
    fc.assert(
      fc.property(swapped(text()), (mutated) => holds(name, mutated)),
      { numRuns },
    );
  });
}

for (const file of REAL)
  describeWithShared(`garbage in real files: ${file}`, `corpus/${file}`, () =>
    survives(file, () => readFileSync(shared(`corpus/${file}`), 'utf8'), 8),
  );

describe('garbage in: a document or a problem out', () => {
  for (const name of OWN) survives(name, () => fixture(name), 60);
  test.each([
    ['deep JSON', 'x.json', '['.repeat(200_000)],
    ['deep JSON that closes', 'x.json', '[{"items":'.repeat(50_000) + '1' + '}]'.repeat(50_000)],
    [
      'deep JSON inside blocks',
      'x.json',
      `{"pageId":"a/b","blocks":[{"id":"b","elements":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`,
    ],
    ['deep HTML', 'x.html', '<div>'.repeat(500_000) + 'x'],
    ['deep XML', 'x.xml', '<rss><channel>' + '<item>'.repeat(300_000)],
    [
      'deep JSON-LD',
      'x.html',
      `<script type="application/ld+json">${'{"a":['.repeat(20_000)}LiveBlogPosting`,
    ],
    ['one long line', 'x.html', '<p>' + 'word '.repeat(1_000_000)],
    ['only brackets', 'x.html', '<'.repeat(500_000)],
    ['nothing', 'x.html', ''],
  ])('%s', (_, path, text) => holds(path, text));
});

describe('cost grows with the size', () => {
  const guardian = (n: number) =>
    JSON.stringify({
      pageId: 'a/live',
      blocks: Array.from({ length: n }, (_, i) => ({
        id: `b${i}`,
        blockCreatedOn: 1_925_370_000_000 + i * 1000,
        elements: [
          {
            _type: 'TextBlockElement',
            html: `<p>Boat ${i} leaves on <a href="https://a.example/${i}">time</a>.</p>`,
          },
        ],
      })),
    });
  const page = (n: number) => {
    const updates = Array.from({ length: n }, (_, i) => i);
    const data = updates.map((i) => ({
      '@id': `u${i}`,
      headline: `Boat ${i}`,
      datePublished: '2031-01-01T10:00:00Z',
      articleBody: `It leaves. Boat ${i} was late.`,
    }));
    return (
      `<html><script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', url: 'https://a.example/live', liveBlogUpdate: data })}</script>` +
      updates
        .map(
          (i) =>
            `<article id="u${i}"><time datetime="2031-01-01T10:00:00Z">10.00</time><p>It leaves.</p><p>Boat ${i} was late.</p></article>`,
        )
        .join('')
    );
  };
  const feed = (n: number) =>
    '<rss><channel><title>t</title>' +
    Array.from(
      { length: n },
      (_, i) =>
        `<item><guid>g${i}</guid><title>Boat ${i}</title><description>&lt;p&gt;Late.&lt;/p&gt;</description></item>`,
    ).join('') +
    '</channel></rss>';
  const seconds = (path: string, text: string) => {
    const start = performance.now();
    const input = { path, text, hints: {} };
    const [parsed] = sourceOf(input).parse(input);
    expect(parsed?.document).toBeDefined();
    return performance.now() - start;
  };
  test.each([
    ['x.json', guardian],
    ['x.html', page],
    ['x.rss', feed],
  ])(
    '%s: four times as many updates don’t take much more than four times as long',
    (path, make) => {
      seconds(path, make(1_000));
      const least = (n: number) => Math.min(...[1, 2, 3].map(() => seconds(path, make(n))));
      // Linear is 4, quadratic 16; generous, because other tests run beside this one.
      expect(least(6_000)).toBeLessThan(9 * least(1_500) + 100);
    },
    60_000,
  );
});
