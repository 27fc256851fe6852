import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';
import { problemNotes } from './errors.ts';

const ABOUT = {
  openapi: '3.1.0',
  info: { title: 'Dateline', version: '1', description: 'Full-text search over news updates.' },
};

interface Operation {
  summary?: string;
  parameters?: {
    name: string;
    in: string;
    description?: string;
    schema?: { default?: unknown; enum?: unknown[] };
  }[];
}

/** `/openapi.json`, and the same readable at `/docs`, without a script. */
export function docs(app: OpenAPIHono): void {
  app.doc31('/openapi.json', ABOUT);
  app.get('/docs', (c) => {
    const { paths = {} } = app.getOpenAPI31Document(ABOUT);
    const operations = Object.entries(paths).map(([path, item]) => operation(path, item?.get as Operation));
    return c.html(page(operations));
  });
}

const page = (operations: unknown[]) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Dateline API</title>
        <link rel="stylesheet" href="/site.css" />
      </head>
      <body class="docs">
        <main>
          <h1><a href="/">Dateline</a> API</h1>
          <p>
            Everything is a <code>GET</code> that answers JSON, from any origin. The same as
            <a href="/openapi.json">OpenAPI</a>.
          </p>
          ${operations}
          <h2>Errors</h2>
          <p>Errors are <code>application/problem+json</code> (RFC 9457) and name the offending parameter.</p>
          <dl>
            ${Object.entries(problemNotes).map(
              ([id, note]) =>
                html`<dt id="${id}">${id}</dt>
                  <dd>${note}</dd>`,
            )}
          </dl>
        </main>
      </body>
    </html>`;

const operation = (path: string, { summary, parameters = [] }: Operation) =>
  html`<section>
    <h2><code>GET ${path}</code></h2>
    <p>${summary}</p>
    ${
      parameters.length > 0 &&
      html`<dl>
        ${parameters.map(
          ({ name, description, schema }) =>
            html`<dt><code>${name}</code></dt>
              <dd>${description} ${choices(schema)}</dd>`,
        )}
      </dl>`
    }
  </section>`;

function choices(schema: { default?: unknown; enum?: unknown[] } | undefined): string {
  const of = schema?.enum ? `One of: ${schema.enum.join(', ')}.` : '';
  const otherwise =
    schema?.default === undefined || schema.default === '' ? '' : ` Default: ${String(schema.default)}.`;
  return of + otherwise;
}
