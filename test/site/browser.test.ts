import type { ServerType } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserTitle, complaints, findChromium, launch, listen } from './chromium.ts';
import { openSite, type SiteUnderTest } from './site-under-test.ts';

describe.skipIf(!findChromium())(browserTitle('the pages in a browser'), () => {
  let site: SiteUnderTest;
  let server: ServerType;
  let origin: string;
  let browser: Browser;
  let page: Page;
  let said: string[];

  beforeAll(async () => {
    site = await openSite();
    ({ origin, server } = await listen(site.app));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await site?.dispose();
  });
  afterEach(() => page.context().close());

  async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage();
    said = complaints(page);
    await page.goto(origin + path);
  }
  const heading = () => page.locator('#results h1').innerText();
  const shows = (text: string) => page.locator('#results h1', { hasText: text }).waitFor();
  /** A mark that a reload would wipe out. */
  const stain = () => page.evaluate('window.stain = true');
  const stained = () => page.evaluate('window.stain === true');

  test('typing shows results without a reload, keeps the focus and the address', async () => {
    await open('/');
    await stain();
    await page.locator('#q').pressSequentially('montreux');
    await shows('2 updates');
    expect(await stained()).toBe(true);
    expect(page.url()).toBe(`${origin}/?q=montreux`);
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    expect(await page.locator('[role="status"]').innerText()).toBe('2 updates');
    expect(await page.title()).toBe('montreux · Dateline');
    expect(said).toEqual([]);
  });

  test('Back leads to before the typing, not to each stop in it', async () => {
    await open('/');
    for (const [part, total] of [
      ['montreux', '2 updates'],
      [' open', '1 update'],
    ] as const) {
      await page.locator('#q').pressSequentially(part);
      await shows(total);
    }
    await page.locator('#q').press('Enter');
    await page.goBack();
    await shows('Newest updates');
    expect(page.url()).toBe(`${origin}/`);
    expect(await page.locator('#q').inputValue()).toBe('');
    await page.locator('#q').fill('montreux');
    await shows('2 updates');
    await page.goBack();
    await shows('Newest updates');
    expect(said).toEqual([]);
  });

  test.each([360, 900, 1280])('at %i px no labels of the time line run into each other', async (width) => {
    await open('/', { viewport: { width, height: 800 } });
    const boxes = await page
      .locator('.histogram text:visible')
      .evaluateAll((texts) =>
        texts.map((text) => text.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
      );
    expect(boxes.length).toBeGreaterThan(1);
    for (const [i, { left }] of boxes.entries()) expect(left).toBeGreaterThan(boxes[i - 1]?.right ?? 0);
    expect(boxes.at(-1)!.right).toBeLessThan(width);
    const bars = await page
      .locator('.histogram .bar')
      .evaluateAll((drawn) => drawn.map((bar) => bar.getBoundingClientRect().width));
    expect(Math.max(...bars)).toBeLessThanOrEqual(36);
  });

  test('a facet holds what its count says; Back and Forward restore both states', async () => {
    await open('/');
    await stain();
    const box = page.locator('.box', { hasText: 'John Kerry' });
    const count = await box.locator('.count').innerText();
    await box.click();
    await shows(`${count} updates`);
    expect(page.url()).toBe(`${origin}/?person=John+Kerry`);
    expect(await page.evaluate('document.activeElement.id')).toBe('person-John%20Kerry');
    await page.locator('.box', { hasText: 'Sergei Lavrov' }).click();
    await shows('1 update');
    await page.goBack();
    await shows(`${count} updates`);
    expect(await page.locator('.box', { hasText: 'Sergei Lavrov' }).locator('input').isChecked()).toBe(false);
    await page.goBack();
    await shows('Newest updates');
    await page.goForward();
    await shows(`${count} updates`);
    expect(await page.locator('.box', { hasText: 'John Kerry' }).locator('input').isChecked()).toBe(true);
    expect(await stained()).toBe(true);
    expect(said).toEqual([]);
  });

  test('links of the search (chips, order, pages, the drawing) swap in place; the rest leave', async () => {
    await open('/?q=rain&place=Blantyre');
    await stain();
    await page.locator('.chosen .chip').first().click();
    await page.waitForURL(`${origin}/?q=rain`);
    await page.locator('#sort-oldest').click();
    await page.waitForURL(/sort=oldest/);
    await page.locator('a[rel="next"]').click();
    await page.locator('.pager', { hasText: 'page 2 of 2' }).waitFor();
    expect(await stained()).toBe(true);
    await page.locator('.card h2 a').first().click();
    await page.locator('.update h1').waitFor();
    expect(await stained()).toBe(false);
    await page.goBack();
    await page.locator('.pager', { hasText: 'page 2 of 2' }).waitFor();
    expect(said).toEqual([]);
  });

  test('while a search runs the old results stay, dimmed; a late answer never replaces a newer one', async () => {
    await open('/');
    await page.route(/q=rain$/, async (route) => {
      await new Promise((done) => setTimeout(done, 600));
      await route.continue().catch(() => {});
    });
    await page.locator('#q').fill('rain');
    await page.locator('#results[aria-busy="true"]').waitFor();
    expect(await heading()).toContain('Newest updates');
    await page.locator('#q').fill('montreux');
    await shows('2 updates');
    await page.waitForTimeout(700);
    expect(await heading()).toBe('2 updates');
    expect(await page.locator('#results').getAttribute('aria-busy')).toBe('false');
  });

  test('when the service goes away the results stay and the page says so', async () => {
    await open('/?q=montreux');
    await page.route('**/?q=**', (route) => route.abort());
    await page.locator('#q').fill('rain');
    await page.locator('.trouble-note').waitFor();
    expect(await heading()).toBe('2 updates');
  });

  test('on a phone the filters open in a dialog that shows the total', async () => {
    await open('/?q=montreux', { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.locator('#facets').isVisible()).toBe(false);
    await page.locator('.open-filters').click();
    await page.locator('dialog .box', { hasText: 'John Kerry' }).click();
    const button = page.locator('dialog .show', { hasText: 'Show 1 update' });
    await button.click();
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(await page.locator('.open-filters').innerText()).toBe('Filters (1)');
    expect(await heading()).toBe('1 update');
    expect(said).toEqual([]);
  });

  test('without JavaScript the form, the filters and the pages work', async () => {
    await open('/', { javaScriptEnabled: false });
    await page.locator('.box', { hasText: 'John Kerry' }).click();
    await page.locator('.apply').click();
    await shows('2 updates');
    await page.locator('#q').fill('montreux');
    await page.locator('#q').press('Enter');
    await shows('1 update');
    expect(new URL(page.url()).searchParams.get('person')).toBe('John Kerry');
    await page.locator('.around summary').click();
    await page.locator('.around a').first().click();
    await page.locator('.update h1').waitFor();
    expect(said).toEqual([]);
  });

  test.each(['/updates/open', '/documents/talks', '/docs', '/?q=zebra'])(
    '%s complains about nothing',
    async (path) => {
      await open(path, { viewport: { width: 360, height: 740 } });
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(said).toEqual([]);
    },
  );
});
