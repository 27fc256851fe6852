import { html } from 'hono/html';
import { counted } from './labels.ts';
import type { Library } from './library.ts';

export type Html = ReturnType<typeof html>;

export interface Shell {
  title: string;
  engineName: string;
  main: Html;
  /** Absent where the engine doesn't answer. */
  library?: Library;
  /** What stands in the search field. */
  q?: string;
  /** The page whose results change in place while somebody types. */
  live?: boolean;
}

/** The frame of every page: masthead with the search field, the page itself, the footer. */
export const layout = ({ title, engineName, main, library, q = '', live = false }: Shell) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
        <script type="module" src="/site.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${masthead(q, live)}
        <main id="main">
          ${live && html`<p class="trouble-note" role="alert" hidden>The search doesn’t answer; these are the results from before.</p>`}
          ${main}
        </main>
        ${footer(engineName, library)} ${live && forTheScript}
      </body>
    </html>`;

/** Empty until the script uses them. */
const forTheScript = html`<p class="unseen" role="status" data-shows="total"></p>
  <dialog class="filter-dialog" aria-label="Filters">
    <header>Filters <button type="button" class="close">Close</button></header>
    <div class="place"></div>
    <footer><button type="button" class="show" data-shows="total" data-button></button></footer>
  </dialog>`;

const masthead = (q: string, live: boolean) =>
  html`<header class="masthead">
    <a class="wordmark" href="/">Dateline</a>
    <form id="search" action="/" role="search" ${live && html`data-live`}>
      <label class="unseen" for="q">Search updates</label>
      <input
        id="q"
        name="q"
        type="search"
        value="${q}"
        maxlength="200"
        placeholder="Search updates, not pages"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
      />
      <button>Search</button>
    </form>
    <nav aria-label="Site"><a href="/docs">API</a></nav>
  </header>`;

const footer = (engineName: string, library: Library | undefined) =>
  html`<footer class="colophon">
    <p><strong>Dateline</strong> searches live blogs update by update.</p>
    <p>${library && html`${size(library)} · `}engine: ${engineName} · <a href="/docs">API docs</a></p>
  </footer>`;

const size = ({ documents, updates, more }: Library) =>
  `${more ? 'more than ' : ''}${counted(documents, 'live blog')}, ${counted(updates, 'update')}`;
