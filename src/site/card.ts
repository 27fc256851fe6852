import { html } from 'hono/html';
import type { Hit } from '../query.ts';
import type { UpdateRecord } from '../record.ts';
import { choosing, href } from './address.ts';
import { documentPath, headline, kindLabel, language, marked, updatePath } from './headline.ts';
import { clock, when } from './moment.ts';
import type { Standing } from './neighbours.ts';

const MOST_CHIPS = 4;

/** One result: when and where it was said, its headline, the paragraph that answers, who and where. */
export function card({ update, highlight, snippet }: Hit, standing: Standing, address: URLSearchParams) {
  const title = highlight.title ? marked(highlight.title) : headline(update);
  return html`<li>
    <article class="card" ${language(update)}>
      ${dateline(update, standing)}
      <h2>${kindLabel(update)}<a href="${updatePath(update)}">${title}</a></h2>
      ${snippet && html`<p class="snippet">${marked(snippet.segments)}</p>`} ${clockNote(update)}
      ${chips(update, address)} ${around(update, standing)}
    </article>
  </li>`;
}

/** What had to be repaired in a clock. That a blog knows only its days is said once, on its own page. */
const clockNote = ({ timeNote, timePrecision }: UpdateRecord) =>
  timeNote && timePrecision !== 'day' ? html`<p class="note">${timeNote}</p>` : '';

/** When an update was published, which one it is, and of which live blog. */
export const dateline = (update: UpdateRecord, { position, size, title }: Standing) =>
  html`<p class="dateline">
    <span
      >${when(update)}${update.kind !== 'intro' && ` · update ${position} of\u00a0${size}`}${'\u00a0·'}</span
    >
    <a href="${documentPath(update.documentId, update.id)}" title="${title}"><cite>${title}</cite></a>
  </p>`;

/** The people and places of an update that aren't chosen yet, as links that choose them. */
function chips({ persons = [], places = [], countries = [] }: UpdateRecord, address: URLSearchParams) {
  const people = persons.map((value) => ({ name: 'person', value }));
  const where = [
    ...places.map((value) => ({ name: 'place', value })),
    ...countries.map((value) => ({ name: 'country', value })),
  ];
  // Two of each, so that a long list of names doesn't hide where it happened; either fills up the other.
  const mixed = [...people.slice(0, 2), ...where.slice(0, 2), ...people.slice(2), ...where.slice(2)];
  const shown = mixed.filter(({ name, value }) => !address.has(name, value)).slice(0, MOST_CHIPS);
  if (shown.length === 0) return '';
  return html`<ul class="chips" aria-label="People and places">
    ${shown.map(
      ({ name, value }) =>
        html`<li>
          <a class="chip ${name}" rel="nofollow" href="${href(choosing(address, name, value))}">${value}</a>
        </li>`,
    )}
  </ul>`;
}

/** The neighbours in the live blog, opened in place. */
function around(update: UpdateRecord, { before, after }: Standing) {
  if (before.length + after.length === 0) return '';
  return html`<details class="around" id="around-${update.id}">
    <summary>Before and after</summary>
    <ul>
      ${before.map((other) => neighbour('Before', other))}${after.map((other) => neighbour('After', other))}
    </ul>
  </details>`;
}

const neighbour = (which: string, update: UpdateRecord) =>
  html`<li>
    <span>${which}</span> ${clock(update)} <a href="${updatePath(update)}">${headline(update)}</a>
  </li>`;
