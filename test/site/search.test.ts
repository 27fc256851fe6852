import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { EngineError, EngineUnavailableError } from '../../src/engine/engine.ts';
import { openSite, words, type SiteUnderTest } from './site-under-test.ts';

let site: SiteUnderTest;
beforeAll(async () => void (site = await openSite()));
afterAll(() => site.dispose());

const cards = (html: string) => html.match(/<article class="card".*?<\/article>/g) ?? [];
/** The counts of links out of nothing, by where they lead. */
const ways = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<li><a href="([^"]*)">[^<]*<\/a><span>([\d,]+) updates?<\/span>/g)].map((m) => [
      m[1],
      m[2],
    ]),
  );

describe('the search page', () => {
  test('without a query shows the newest updates', async () => {
    const { html, status } = await site.page('/');
    expect(status).toBe(200);
    expect(words(html)).toContain('Newest updates of 32');
    expect(cards(html)).toHaveLength(20);
    expect(words(html)).toContain('page 1 of 2');
    expect(html).toContain('<a rel="next" href="/?page=2">');
  });
  test('says when, which update of how many, and of which live blog', async () => {
    const { html } = await site.page('/?q=talks+open');
    expect(words(cards(html)[0]!)).toContain(
      'Wed 22 Jan 2014 · 8:00 am ET · update 1 of 3 · Talks in Montreux',
    );
    expect(html).toContain('<time datetime="2014-01-22T13:00:00Z">');
  });
  test('shows no clock where only the day is known', async () => {
    const { html } = await site.page('/?q=rain+report+7');
    expect(words(cards(html)[0]!)).toMatch(/^Tue 14 Mar 2023 · update \d+ of 25 ·/);
  });
  test('labels summaries, notes repaired times, opens neighbours in place', async () => {
    const { html } = await site.page('/?document=talks');
    expect(html).toContain('<span class="kind">Summary</span>');
    expect(html).toContain('<p class="note">The source says 1:45 AM.</p>');
    expect(words(html)).toContain('Before 1:45 pm ET');
  });
  test('never lets text be markup', async () => {
    for (const path of [
      '/?document=talks',
      '/updates/hostile',
      '/documents/talks',
      '/?q=%3Cimg+src%3Dx%3E&person=%3Cb%3E',
    ]) {
      const { html } = await site.page(path);
      expect(html).not.toMatch(/<img|<b>/);
    }
    expect((await site.page('/updates/hostile')).html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
  test('marks what matches and offers at most four people and places', async () => {
    const { html } = await site.page('/?q=montreux');
    expect(html).toContain('Talks open in <mark>Montreux</mark>');
    expect(cards(html)[0]!.match(/class="chip /g)).toHaveLength(4);
    expect(html).toContain('href="/?q=montreux&amp;person=John+Kerry"');
  });
  test('says what it corrected and offers to search exactly', async () => {
    const { html } = await site.page('/?q=motreux');
    expect(words(html)).toContain('Showing montreux for motreux');
    expect(html).toContain('<a href="/?q=motreux&amp;match=exact">search exactly</a>');
  });
  test('shows every choice as a chip that takes it away, and keeps the rest', async () => {
    const { html } = await site.page(
      '/?q=talks&person=John+Kerry&from=2014-01-01&place.not=Geneva&sort=oldest',
    );
    const chips = /<ul class="chips chosen".*?<\/ul>/.exec(html)![0];
    expect(words(chips)).toBe('Remove John Kerry Remove from 1 Jan 2014 Remove not Geneva Clear all');
    expect(chips).toContain('href="/?q=talks&amp;from=2014-01-01&amp;place.not=Geneva&amp;sort=oldest"');
    expect(chips).toContain('href="/?q=talks&amp;sort=oldest"');
    expect(html).toContain('<input type="hidden" form="search" name="place.not" value="Geneva" />');
    expect(html).toContain('<input type="hidden" form="search" name="sort" value="oldest" />');
  });
  test('gives the counts of a facet inside labels, chosen values first', async () => {
    const { html } = await site.page('/?person=Sergei+Lavrov');
    const people = /<fieldset class="facet" id="facet-person">.*?<\/fieldset>/.exec(html)![0];
    expect(words(people)).toBe('People Sergei Lavrov 1 John Kerry 1');
    expect(people).toMatch(/value="Sergei Lavrov"[^>]* checked/);
  });
  test('each count of a facet is the total after choosing it', async () => {
    const { html } = await site.page('/');
    const boxes = [...html.matchAll(/name="(\w+)" value="([^"&]+)".*?<span class="count">(\d+)<\/span>/g)];
    expect(boxes.length).toBeGreaterThan(8);
    for (const [, name, value, count] of boxes) {
      const chosen = await site.page(`/?${new URLSearchParams({ [name!]: value! })}`);
      expect(chosen.html).toContain(`data-total="${count} update`);
    }
  });
  test('beside a chosen day the others say how many more they add', async () => {
    const { html } = await site.page('/?day=2014-01-22');
    const days = /<fieldset class="facet" id="facet-day">.*?<\/fieldset>/.exec(html)![0];
    expect(words(days)).toBe(
      'Days 22 Jan 2014 5 14 Mar 2023 +25 25 more 21 Jan 2014 +1 1 more 20 Jan 2014 +1 1 more',
    );
    const both = await site.page('/?day=2014-01-22&day=2023-03-14');
    expect(both.html).toContain('data-total="30 updates"');
    const people = await site.page('/?person=Sergei+Lavrov');
    expect(people.html).not.toContain(' more</span>');
  });
  test('a query without words shows the newest updates and says so', async () => {
    for (const q of ['…', '😀', '"', ' - ']) {
      const { html } = await site.page(`/?q=${encodeURIComponent(q)}`);
      expect(words(html)).toContain('Newest updates of 32');
      expect(words(html)).toContain(`no words to search for in “${q.trim().replace('"', '&quot;')}”`);
      expect(html).not.toContain('id="sort-relevance"');
    }
    expect(words((await site.page('/?q=-rain')).html)).not.toContain('no words to search for');
  });
  test('draws when updates were published: a link for each day, a break and a label for each year', async () => {
    expect((await site.page('/?q=rain')).html).not.toContain('<figure class="histogram">');
    const figure = /<figure class="histogram">.*?<\/figure>/.exec((await site.page('/')).html)![0];
    expect(figure).toContain('aria-label="Updates per day, 20 Jan 2014 to 14 Mar 2023"');
    expect(figure.match(/<a href="[^"]*" aria-label="[^"]*"/g)).toEqual([
      '<a href="/?from=2014-01-20&amp;to=2014-01-20" aria-label="20 Jan 2014: 1 update"',
      '<a href="/?from=2014-01-21&amp;to=2014-01-21" aria-label="21 Jan 2014: 1 update"',
      '<a href="/?from=2014-01-22&amp;to=2014-01-22" aria-label="22 Jan 2014: 5 updates"',
      '<a href="/?from=2023-03-14&amp;to=2023-03-14" aria-label="14 Mar 2023: 25 updates"',
    ]);
    expect([...figure.matchAll(/<text[^>]*>(\w+)/g)].map(([, text]) => text)).toEqual(['2014', '2023']);
    expect(figure).toContain('<svg width="180"');
  });
  test('a page after the last leads back', async () => {
    const { html } = await site.page('/?page=9');
    expect(words(html)).toContain('There are only 2 pages');
  });
});

describe('when nothing is found', () => {
  test('offers smaller searches, each with exactly what it finds', async () => {
    const { html } = await site.page('/?q=rain+zebra&place=Blantyre&match=exact');
    expect(ways(html)).toEqual({
      '/?q=rain+zebra&amp;place=Blantyre': '25',
      '/?q=rain&amp;place=Blantyre&amp;match=exact': '25',
      '/?q=rain+zebra': '25',
      '/': '32',
    });
  });
  test('drops one choice at a time, and the dates', async () => {
    const { html } = await site.page('/?q=montreux&person=John+Kerry&from=2020-01-01');
    expect(ways(html)).toEqual({ '/?q=montreux&amp;person=John+Kerry': '1', '/?q=montreux': '2', '/': '32' });
  });
  test('forgives spelling again', async () => {
    expect(ways((await site.page('/?q=motreux&match=exact')).html)).toEqual({
      '/?q=motreux': '2',
      '/': '32',
    });
  });
  test('keeps phrases whole and exclusions out, and passes over signs', async () => {
    expect(ways((await site.page('/?q=%22talks+open%22+zebra+-storm&match=exact')).html)).toEqual({
      '/?q=%22talks+open%22+zebra+-storm': '1',
      '/?q=%22talks+open%22+-storm&amp;match=exact': '1',
      '/': '32',
    });
    expect(ways((await site.page('/?q=%22open+talks%22')).html)).toEqual({
      '/?q=open+talks': '1',
      '/': '32',
    });
    const signs = await site.page('/?q=O%27Neil+%22&person=Nobody');
    expect(ways(signs.html)).toEqual({ '/?q=O%27Neil+%22': '1', '/': '32' });
    expect(signs.html).not.toContain('“&quot;”');
    const far = await site.page('/?q=%22talks+open%22+%22zebra+lion%22+%22lion+zebra%22&person=Nobody');
    expect(words(far.html)).toContain('only “talks open”, everywhere 1 update');
  });
  test('speaks of filters only where there are some', async () => {
    expect(words((await site.page('/?q=rain+zebra&match=exact')).html)).toContain(
      'No update holds all of rain zebra .',
    );
    expect(words((await site.page('/?q=zebra&match=exact')).html)).toContain('No update holds zebra .');
    expect(words((await site.page('/?q=zebra&place=Blantyre')).html)).toContain(
      'No update holds zebra under these filters.',
    );
  });
  test('leaves words out and says so, before it gives up', async () => {
    const { html } = await site.page('/?q=rain+zebra');
    expect(words(html)).toContain('No update has all these words. Searched without zebra . Search exactly');
  });
  test('falls back to what finds something', async () => {
    const { html } = await site.page('/?q=zebra+rain+lion&person=Nobody');
    expect(ways(html)).toEqual({ '/?q=zebra+rain+lion': '25', '/': '32' });
  });
  test('an empty index says how to fill it', async () => {
    const empty = await openSite([]);
    expect(words((await empty.page('/')).html)).toContain('npm run index');
    await empty.dispose();
  });
});

describe('addresses that cannot be', () => {
  test('name the parameter and the one that was meant', async () => {
    const { html, status } = await site.page('/?q=talks&persn=Kerry');
    expect(status).toBe(400);
    expect(words(html)).toContain('There is no parameter persn. Did you mean person?');
    expect(html).toContain('href="/?q=talks&amp;person=Kerry"');
  });
  test('say what a value must be', async () => {
    const { html, status } = await site.page('/?from=yesterday');
    expect(status).toBe(400);
    expect(words(html)).toContain('from: a date');
  });
  test('an empty field of the form counts as absent', async () => {
    expect((await site.page('/?q=&from=&to=')).status).toBe(200);
  });
});

test('an engine that is away is said in plain words, with a way to try again', async () => {
  const away = async () => {
    throw new EngineUnavailableError('no answer');
  };
  const reader = {
    search: away,
    facetValues: away,
    get: away,
    timeline: away,
    lookup: away,
    entities: away,
    version: away,
    close: async () => {},
  };
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const response = await createApp({ reader, engineName: 'Meilisearch' }).request('/?q=talks&sort=oldest');
  log.mockRestore();
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('5');
  const html = await response.text();
  expect(html).toContain('href="/?q=talks&amp;sort=oldest">Try again');
});

test('an index that can not be used is said to people, and what is wrong with it to the log alone', async () => {
  const broken = async () => {
    throw new EngineError('The index in /srv/data is damaged');
  };
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const app = createApp({ reader: { ...site.reader, search: broken }, engineName: 'embedded SQLite' });
  const response = await app.request('/?q=talks');
  expect(log).toHaveBeenCalledWith('The index in /srv/data is damaged');
  log.mockRestore();
  expect(response.status).toBe(503);
  const html = await response.text();
  expect(words(html)).toContain('Whoever runs them finds in the server’s log what it is and what to do.');
  expect(html).not.toContain('/srv/data');
});

test('any other failure is answered by the API as its own', async () => {
  const broken = async () => {
    throw new Error('bug');
  };
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const response = await createApp({ reader: { ...site.reader, search: broken }, engineName: 'x' }).request(
    '/',
  );
  log.mockRestore();
  expect(response.status).toBe(500);
  expect(response.headers.get('Content-Type')).toContain('application/problem+json');
});
