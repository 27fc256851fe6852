import { serve, type ServerType } from '@hono/node-server';
import { accessSync, constants } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** A Chromium of this machine; undefined where there is none. */
export function findChromium(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
  return [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', ...onPath].find(
    (path) => path && isExecutable(path),
  );
}

/** The title of a browser suite, which says why it is skipped where it is. */
export const browserTitle = (what: string): string =>
  findChromium() ? what : `${what} (skipped: no Chromium; set CHROMIUM_PATH)`;

export function launch(): Promise<Browser> {
  // Chromium refuses to run sandboxed as root, which is what containers are.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: findChromium()!, args });
}

/** Serves an app on a free port of this machine; returns its origin. */
export function listen(app: {
  fetch: (request: Request) => Response | Promise<Response>;
}): Promise<{ origin: string; server: ServerType }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve({ origin: `http://127.0.0.1:${port}`, server }),
    );
  });
}

/** Whatever a page complains about: errors, and what its security policy refuses. */
export function complaints(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
  return said;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
