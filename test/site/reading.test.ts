import { afterAll, beforeAll, expect, test } from 'vitest';
import { withEvidence } from '../../src/site/evidence.ts';
import { when } from '../../src/site/moment.ts';
import { openSite, words, type SiteUnderTest } from './site-under-test.ts';

let site: SiteUnderTest;
beforeAll(async () => void (site = await openSite()));
afterAll(() => site.dispose());

test('an update stands among its neighbours, with its source and why it is tagged', async () => {
  const { html, status } = await site.page('/updates/open');
  expect(status).toBe(200);
  expect(words(html)).toContain('update 1 of 3');
  expect(html).toContain('href="/updates/hostile"');
  expect(html).toContain('href="https://example.org/talks#open"');
  expect(html).toContain('href="/documents/talks#open"');
  expect(words(html)).toContain('Why these? John Kerry — “John Kerry”, “Kerry” (person table, surname)');
  expect(html).toMatch(
    /<a class="named"[^>]*href="\/\?person=John\+Kerry"[^>]*>John Kerry<\/a> and Sergei Lavrov arrive/,
  );
  expect(html).toMatch(
    /<blockquote dir="auto">We are here.<\/blockquote><figcaption>Post · Envoy · @envoy · 22 Jan 2014/,
  );
});

test('a live blog reads from the newest, under its days, with anchors', async () => {
  const { html } = await site.page('/documents/talks');
  expect(html.indexOf('id="sum"')).toBeLessThan(html.indexOf('id="open"'));
  expect(html).toContain('<a href="#day-2014-01-22">Wed 22 Jan</a>');
  expect(words(html)).toContain('3 updates and an introduction · times in ET');
  expect(words(html)).toContain('Days Wed 22 Jan 4');
  expect(html).toContain('<input type="hidden" name="document" value="talks" />');
});

test.each([
  ['1969-07-20T20:17:40Z', 'America/New_York', 'Sun 20 Jul 1969 · 4:17 pm ET'],
  ['2014-07-20T10:00:00Z', 'Europe/Berlin', 'Sun 20 Jul 2014 · 12:00 pm CEST'],
  ['2022-12-18T15:00:00Z', 'Asia/Qatar', 'Sun 18 Dec 2022 · 6:00 pm UTC+3'],
])('%s in %s is %s', (publishedAt, timeZone, shown) => {
  expect(words(String(when({ publishedAt, timeZone, timePrecision: 'minute' })))).toBe(shown);
});

test('why a country is there names the places that it follows from, on one line', async () => {
  const { html } = await site.page('/updates/open');
  expect(words(html)).toContain('Switzerland — “Swiss” (country table) , from Montreux, Geneva');
});

test('a day that a text speaks of is no facet to search by, so its words are no link', () => {
  const today = { surface: 'today', field: 'text', start: 6, end: 11, by: 'relative day' };
  const shown = withEvidence('Talks today', 'text', [
    { facet: 'mentionedDays', value: '2014-01-22', ...today },
  ]);
  expect(shown.join('')).toBe('Talks today');
});

test('a live blog without a title is named by its days, with its id in small print', async () => {
  const { html } = await site.page('/documents/untitled_59c3');
  expect(html).toContain('<h1>Live blog of 20 to 22 Jan 2014</h1>');
  expect(html).toContain('<title>Live blog of 20 to 22 Jan 2014 · Dateline</title>');
  expect(html).toContain('<small>untitled_59c3</small>');
  for (const path of ['/updates/u-first', '/?q=siege']) {
    const page = words((await site.page(path)).html);
    expect(page).toContain('Live blog of 20 to 22 Jan 2014');
    expect(page).not.toContain('untitled_59c3');
  }
});

test('a caption that is the whole text stands there once, with its credit', async () => {
  const { html } = await site.page('/documents/untitled_59c3');
  expect(html.match(/A photo of the lake\./g)).toHaveLength(1);
  expect(html).toContain('Picture: AFP');
});

test('the days beside a live blog count what the facet counts, and lead somewhere', async () => {
  const { html } = await site.page('/documents/untitled_59c3');
  const days = /<h2>Days<\/h2>.*?<\/nav>/.exec(html)![0];
  expect(words(days)).toBe('Days Wed 22 Jan 1 Tue 21 Jan 1 Mon 20 Jan 1');
  for (const [, id] of days.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
});

test('a link into a long live blog arrives at once', async () => {
  expect(await (await site.app.request('/site.css')).text()).not.toContain('scroll-behavior');
});

test('the API docs lead home and are in whole sentences', async () => {
  const { html } = await site.page('/docs');
  expect(html).toContain('<a class="wordmark" href="/">Dateline</a>');
  expect(words(html)).toContain('exact corrects no typos. One of: auto, exact. Default: auto.');
});

test('a live blog without clocks invents none', async () => {
  const { html } = await site.page('/documents/storm');
  expect(words(html)).toContain('only the days are known');
  expect(words(html)).not.toMatch(/\d [ap]m/);
});

test.each(['/updates/none', '/documents/none', '/updates/%3Cb%3E'])('%s is not there', async (path) => {
  const { html, status } = await site.page(path);
  expect(status).toBe(404);
  expect(words(html)).toContain('Nothing here');
  expect(html).not.toContain('<b>');
});

test('an unknown page is a page for people, a problem for programs', async () => {
  const headers = { Accept: 'text/html,*/*' };
  expect((await site.app.request('/nowhere', { headers })).headers.get('Content-Type')).toContain(
    'text/html',
  );
  expect((await site.app.request('/nowhere')).headers.get('Content-Type')).toContain('problem+json');
  expect((await site.app.request('/v1/nowhere', { headers })).headers.get('Content-Type')).toContain(
    'problem+json',
  );
});

test('the footer names the engine and its size', async () => {
  expect(words((await site.page('/')).html)).toContain('3 live blogs, 32 updates · engine: embedded SQLite');
});

test.each([
  ['/site.css', 'text/css'],
  ['/site.js', 'text/javascript'],
  ['/search-box.js', 'text/javascript'],
  ['/favicon.svg', 'image/svg+xml'],
])('%s is served, and not again while it is the same', async (path, type) => {
  const first = await site.app.request(path);
  expect(first.headers.get('Content-Type')).toContain(type);
  expect((await first.text()).length).toBeGreaterThan(100);
  const headers = { 'If-None-Match': first.headers.get('ETag')! };
  expect((await site.app.request(path, { headers })).status).toBe(304);
});

test('pages run nothing but their own script; the box loads from anywhere', async () => {
  const page = await site.app.request('/?place=Blantyre');
  expect(page.headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(await page.text()).not.toMatch(/<script(?! type="module" src)|\sstyle=|\son\w+=/);
  const box = await site.app.request('/search-box.js');
  expect(box.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(box.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
});
