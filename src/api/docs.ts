import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';
import { problemNotes } from './errors.ts';

const ABOUT = {
  openapi: '3.1.0',
  info: { title: 'Dateline', version: '1', description: 'Full-text search over news updates.' },
};

interface Schema {
  default?: unknown;
  enum?: unknown[];
}

interface Operation {
  summary?: string;
  parameters?: {
    name: string;
    in: string;
    description?: string;
    schema?: Schema;
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
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>API · Dateline</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
      </head>
      <body class="docs">
        <header class="masthead">
          <a class="wordmark" href="/">Dateline</a>
          <nav aria-label="Site"><a href="/">Search</a></nav>
        </header>
        <main>
          <h1>API</h1>
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
              <dd>${explained(description, schema)}</dd>`,
        )}
      </dl>`
    }
  </section>`;

/** What a parameter means, what it can be and what it is when absent, each as a sentence. */
function explained(description: string | undefined, schema: Schema = {}): string {
  const { enum: values, default: otherwise } = schema;
  const sentences = [
    description,
    values && `One of: ${values.join(', ')}`,
    otherwise !== undefined && otherwise !== '' && `Default: ${String(otherwise)}`,
  ];
  return sentences
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}
