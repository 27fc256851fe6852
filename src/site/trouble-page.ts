import { html } from 'hono/html';
import type { Problem } from '../api/contract.ts';

/** A page that says what went wrong; `#results` lets the script show it in place of results. */
const trouble = (title: string, text: unknown) =>
  html`<div class="search trouble">
    <div id="results" tabindex="-1" data-total="${title}">
      <h1>${title}</h1>
      ${text}
    </div>
    <aside id="facets" hidden></aside>
  </div>`;

/** A parameter that can't be: its name, what it must be, the one that was probably meant. */
export function badAddress({ detail, parameter, suggestion }: Problem, address: URLSearchParams) {
  return trouble(
    'This address doesn’t work',
    html`<p>${detail}</p>
      <ul class="ways">
        ${
          suggestion &&
          html`<li>
            <a href="${renamed(address, parameter!, suggestion)}"
              >Use <strong>${suggestion}</strong> instead</a
            >
          </li>`
        }
        <li>
          <a href="/?${without(address, parameter)}">Leave <strong>${parameter}</strong> out</a>
        </li>
        <li><a href="/docs">What an address can hold</a></li>
      </ul>`,
  );
}

/** The engine doesn't answer: plain words and a way to try again. */
export const engineDown = (again: string) =>
  trouble(
    'The search is down for the moment',
    html`<p>
        The search engine behind these pages doesn’t answer. Nothing is lost; it is usually back within a
        minute.
      </p>
      <ul class="ways">
        <li><a href="${again}">Try again</a></li>
      </ul>`,
  );

/** The engine can't be used, and waiting won't help: somebody has to read its message. */
export const engineBroken = (again: string) =>
  trouble(
    'The search can’t be used at the moment',
    html`<p>
        Something is wrong with the search index behind these pages. Whoever runs them finds in the server’s
        log what it is and what to do.
      </p>
      <ul class="ways">
        <li><a href="${again}">Try again</a></li>
      </ul>`,
  );

/** There is nothing under this address. */
export const nothingHere = (what: string) =>
  trouble(
    'Nothing here',
    html`<p>${what}</p>
      <ul class="ways">
        <li><a href="/">The newest updates</a></li>
      </ul>`,
  );

const renamed = (address: URLSearchParams, from: string, to: string) =>
  `/?${new URLSearchParams([...address].map(([name, value]) => [name === from ? to : name, value]))}`;

const without = (address: URLSearchParams, parameter: string | undefined) =>
  new URLSearchParams([...address].filter(([name]) => name !== parameter));
