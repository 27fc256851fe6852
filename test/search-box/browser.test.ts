import type { ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserTitle, complaints, findChromium, launch, listen } from '../site/chromium.ts';
import { openSite, type SiteUnderTest } from '../site/site-under-test.ts';

const EXAMPLE = new URL('../../examples/embed.html', import.meta.url);

describe.skipIf(!findChromium())(
  browserTitle('the search box on a foreign page under a strict policy'),
  () => {
    let site: SiteUnderTest;
    let servers: ServerType[];
    let dateline: string;
    let foreign: string;
    let browser: Browser;
    let page: Page;
    let said: string[];

    beforeAll(async () => {
      site = await openSite();
      const ours = await listen(site.app);
      dateline = ours.origin;
      const example = (await readFile(EXAMPLE, 'utf8')).replaceAll('http://localhost:3000', dateline);
      const box = /<dateline-search.*?<\/dateline-search>/s.exec(example)![0];
      const pages = new Hono()
        .get('/', (c) => c.html(example))
        .get('/two', (c) => c.html(example.replace(box, box + box.replace(/ api="[^"]*"/, ''))))
        .get('/favicon.ico', (c) => c.body(null, 204));
      const theirs = await listen(pages);
      foreign = theirs.origin;
      servers = [ours.server, theirs.server];
      browser = await launch();
    });
    afterAll(async () => {
      await browser?.close();
      for (const server of servers ?? []) server.close();
      await site?.dispose();
    });
    afterEach(() => page.context().close());

    async function open(path = '/', options: BrowserContextOptions = {}): Promise<void> {
      page = await (await browser.newContext(options)).newPage();
      said = complaints(page);
      await page.goto(foreign + path);
    }
    const input = () => page.locator('input').first();
    const options = () => page.locator('dateline-search').first().locator('[role="option"]');
    async function type(text: string): Promise<void> {
      await input().pressSequentially(text);
      await options().first().waitFor();
    }

    test('suggests what is typed and says how much', async () => {
      await open();
      await type('ker');
      expect(await options().first().innerText()).toContain('John Kerry');
      expect(await input().getAttribute('role')).toBe('combobox');
      expect(await input().getAttribute('aria-expanded')).toBe('true');
      expect(await page.locator('dateline-search [role="status"]').innerText()).toMatch(/^\d suggestion/);
      const list = page.locator('[role="listbox"]');
      expect(await list.getAttribute('id')).toBe(await input().getAttribute('aria-controls'));
      expect(await list.evaluate((element) => getComputedStyle(element).position)).toBe('absolute');
      expect(said).toEqual([]);
    });

    test('arrows point, Escape closes, Enter without a choice searches', async () => {
      await open();
      await type('ker');
      await page.keyboard.press('ArrowDown');
      const first = await options().first().getAttribute('id');
      expect(await input().getAttribute('aria-activedescendant')).toBe(first);
      expect(await options().first().getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await page.locator('[role="listbox"]').isVisible()).toBe(false);
      expect(await input().inputValue()).toBe('ker');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${dateline}/?q=ker`);
      expect(said).toEqual([]);
    });

    test('Enter on a person leads to everything about them, a click on an update to it', async () => {
      await open();
      await type('ker');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${dateline}/?person=John+Kerry`);
      await page.goto(foreign);
      await type('talks op');
      await page.locator('[role="option"]', { hasText: 'Talks open in Montreux' }).click();
      await page.waitForURL(`${dateline}/updates/open`);
      expect(said).toEqual([]);
    });

    test('the list stands under the field, at least as wide, whatever the page is', async () => {
      for (const width of [1280, 360]) {
        await open('/', { viewport: { width, height: 700 } });
        await type('ker');
        const list = (await page.locator('[role="listbox"]').boundingBox())!;
        const field = (await input().boundingBox())!;
        expect(list.x).toBeCloseTo(field.x, 0);
        expect(list.y).toBeGreaterThanOrEqual(field.y + field.height);
        expect(list.width).toBeGreaterThanOrEqual(field.width - 1);
        expect(list.width).toBeLessThanOrEqual(512);
        expect(list.x + list.width).toBeLessThanOrEqual(width);
        await page.context().close();
      }
    });

    test('hostile names stay text', async () => {
      await open();
      await type('img');
      expect(await options().first().innerText()).toContain('<img src=x');
      expect(await page.locator('dateline-search img').count()).toBe(0);
    });

    test('several boxes have ids of their own; without `api` the form says where to ask', async () => {
      await open('/two');
      const second = page.locator('dateline-search').nth(1);
      await second.locator('input').pressSequentially('ker');
      await second.locator('[role="option"]').first().waitFor();
      const ids = await page.locator('[role="listbox"]').evaluateAll((lists) => lists.map(({ id }) => id));
      expect(new Set(ids).size).toBe(2);
      expect(said).toEqual([]);
    });

    test('without JavaScript the form searches', async () => {
      await open('/', { javaScriptEnabled: false });
      await input().fill('montreux');
      await input().press('Enter');
      await page.waitForURL(`${dateline}/?q=montreux`);
      expect(await page.locator('#results h1').innerText()).toBe('2 updates');
    });
  },
);
