import { build } from 'esbuild';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#a8321a"/><path d="M9 7h6.5C21 7 24 10.5 24 16s-3 9-8.5 9H9z" fill="#fff"/><path d="M4 14.5h24v3H4z" fill="#a8321a"/></svg>`;

/**
 * The style sheet, the scripts and the icon. Scripts are bundled from their `.ts` once, when first
 * asked for; browsers ask again each time and get 304 until a new version starts.
 */
export function assets(): Hono {
  const app = new Hono();
  const file = (name: string, type: string, read: () => Promise<string>) => {
    let content: Promise<string> | undefined;
    app.get(name, etag(), async (c) =>
      c.body(await (content ??= read()), 200, {
        'Content-Type': `${type}; charset=utf-8`,
        'Cache-Control': 'no-cache',
      }),
    );
  };
  // Another newsroom's page loads the box as a module, which browsers only do with CORS.
  app.use('/search-box.js', cors({ origin: '*', allowMethods: ['GET'] }));
  file('/site.css', 'text/css', () => readFile(path('site.css'), 'utf8'));
  file('/site.js', 'text/javascript', () => bundle(path('site.client.ts')));
  file('/search-box.js', 'text/javascript', () => bundle(path('../search-box/register.ts')));
  // Browsers ask for the second address where a page names no icon.
  for (const name of ['/favicon.svg', '/favicon.ico']) file(name, 'image/svg+xml', async () => FAVICON);
  return app;
}

/** One minified ES module out of an entry and what it imports. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0]!.text;
}
