import { describe, expect, test } from 'vitest';
import { fieldText } from '../../../indexer/sources/field-text.ts';
import { htmlText } from '../../../indexer/sources/html-text.ts';
import { repairMojibake } from '../../../indexer/mojibake.ts';
import { sourceTime } from '../../../indexer/sources/source-time.ts';
import { updateId } from '../../../indexer/sources/update-id.ts';

describe('HTML as text', () => {
  test.each([
    ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['One.<br>Still one.<br><br>Two.', 'One.\nStill one.\n\nTwo.'],
    ['<ul><li>a</li><li><p>b</p></li></ul>', 'a\n\nb'],
    ['<p>Fish &amp;amp; chips&nbsp;&pound;5</p>', 'Fish &amp; chips £5'],
    ['<p>a</p><style>p{}</style><script>x</script><aside>Ad</aside><div class="ad-slot">Ad</div>', 'a'],
    [
      '<p>Read more: <a href="https://a.example/">Old</a></p><p>Read more about it in the morning.</p>',
      'Read more about it in the morning.',
    ],
    ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n\n3'],
    ['<p>un<b>bold</b>ed', 'unbolded'],
    ['<article class="has-ads">news</article>', 'news'],
  ])('%s', (html, text) => expect(htmlText(html).text).toBe(text));

  test.each([
    'share-prices',
    'ad-hoc',
    'hidden-gems',
    'related-to-storm',
    'hidden md:block',
    'md:flex hidden',
    'has-ad-slot',
    'comments-by-the-mayor',
    'promo-code-fraud',
    'readmission',
  ])('class %s is news', (name) =>
    expect(htmlText(`<div class="${name}">news</div><p>more</p>`).text).toBe('news\n\nmore'),
  );
  test.each([
    'share',
    'Share-Bar',
    'share-buttons',
    'article-share-buttons',
    'ad-slot',
    'ad_container',
    'js-ad-slot',
    'div-gpt-ad-vip',
    'ad-slot--mpu-banner',
    'related-stories',
    'relatedarticles',
    'box related-articles',
    'social-icons',
    'comments__list',
    'hidden',
    'sr-only',
    'element-rich-link',
    'element element--skip-link',
    'hidden md:text-lg',
  ])('class %s is furniture', (name) =>
    expect(htmlText(`<div class="${name}">box</div><p>more</p>`).text).toBe('more'),
  );

  test('links: absolute ones, relative ones with a base, no others', () => {
    const html =
      '<a href="/x">one</a> <a href="mailto:a@b.example">two</a> <a href="#t">three</a> <a href="https://b.example/"></a>';
    expect(htmlText(html, 'https://a.example/p').links).toEqual([
      { url: 'https://a.example/x', text: 'one' },
    ]);
    expect(htmlText(html).links).toEqual([]);
  });
  test('a page nested a hundred thousand deep', () => {
    expect(htmlText('<div>'.repeat(100_000) + 'deep').text).toBe('deep');
  });
  test('a field without markup keeps its lines as paragraphs and is decoded as often as it was encoded', () => {
    expect(fieldText('A &amp;quot;b&amp;quot;\n5 < 6').text).toBe('A "b"\n\n5 < 6');
  });
});

describe('mojibake', () => {
  test.each([
    ['Â£5 â€“ itâ€™s cafÃ© time', '£5 – it’s café time'],
    ['â‚¬ ðŸ˜€ ÃœberprÃ¼fung', '€ 😀 Überprüfung'],
  ])('%s', (broken, whole) => expect(repairMojibake(broken).text).toBe(whole));
  test.each(['AMANHÃ”', 'CAFÉ”', '“é”', 'São Tomé', 'Château “âge”', 'naïve'])('%s stays', (text) =>
    expect(repairMojibake(text).text).toBe(text),
  );
});

describe('times of structured sources', () => {
  test.each([
    ['2031-02-03T07:41:10.5+01:00', { iso: '2031-02-03T07:41:10+01:00' }],
    ['2031-02-03 07:41:10Z', { iso: '2031-02-03T07:41:10Z' }],
    ['2031-02-03T07:41:10+0000', { iso: '2031-02-03T07:41:10Z' }],
    ['2031-02-03', { iso: '2031-02-03' }],
    ['2031-02-03T07:41:10', { shown: { year: 2031, month: 2, day: 3, hour: 7, minute: 41 } }],
    ['Mon, 03 Feb 2031 07:41:10 CEST', { iso: '2031-02-03T07:41:10+01:00' }],
    ['Thu, 03 Jul 31 07:41 PST', { iso: '2031-07-03T07:41:00-08:00' }],
    ['3 Feb 2031 07:41 XYZ', { shown: { year: 2031, month: 2, day: 3, hour: 7, minute: 41 }, zone: 'XYZ' }],
    [1_925_373_600_000, { iso: '2031-01-05T10:00:00Z' }],
    [1_925_373_600, { iso: '2031-01-05T10:00:00Z' }],
    ['2031-02-30', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['25:00', undefined],
    [Infinity, undefined],
  ])('%s', (written, time) => expect(sourceTime(written)).toEqual(time));
});

describe('ids', () => {
  test('the source’s own where it is legal, else a digest that depends on both', () => {
    expect(updateId('doc', 'b1')).toBe('doc-b1');
    expect(updateId('doc', 'urn:x:1')).toMatch(/^doc-[0-9a-f]{20}$/);
    expect(updateId('doc', 'urn:x:1')).not.toBe(updateId('doc', 'urn:x:2'));
    expect(updateId('d'.repeat(120), 'b'.repeat(20))).toHaveLength(121);
  });
});
