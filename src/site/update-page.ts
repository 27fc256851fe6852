import { html } from 'hono/html';
import type { UpdateRecord } from '../record.ts';
import { body } from './body.ts';
import { dateline } from './card.ts';
import { facetsAndWhy, withEvidence } from './evidence.ts';
import { documentPath, headline, kindLabel, language, updatePath } from './headline.ts';
import { counted } from './labels.ts';
import { clock, dayName } from './moment.ts';
import { standing } from './neighbours.ts';

const NEIGHBOURS = 3;

/** One update within its live blog. `timeline` is the whole blog, oldest first; `similar` come from anywhere. */
export function updatePage(update: UpdateRecord, timeline: UpdateRecord[], similar: UpdateRecord[]) {
  const here = standing(timeline, update.id, NEIGHBOURS);
  const { title, evidence = [], authors = [] } = update;
  return html`<div class="reading">
    <article class="update" ${language(update)}>
      ${dateline(update, here)}
      <h1>
        ${kindLabel(update)}${title === undefined ? headline(update) : withEvidence(title, 'title', evidence)}
      </h1>
      ${authors.length > 0 && html`<p class="byline">${authors.join(', ')}</p>`}
      ${update.timeNote && html`<p class="note">${update.timeNote}</p>`}
      <div class="text">${body(update)}</div>
      ${source(update)} ${facetsAndWhy(update)}
    </article>
    <nav class="neighbours" aria-label="Other updates">
      <h2>
        <a href="${documentPath(update.documentId, update.id)}">${here.title}</a>
      </h2>
      <ol>
        ${here.after.toReversed().map((other) => neighbour(other))} ${neighbour(update, true)}
        ${here.before.toReversed().map((other) => neighbour(other))}
      </ol>
      <p>
        <a href="${documentPath(update.documentId, update.id)}"
          >The whole live blog, ${counted(here.size, 'update')}</a
        >
      </p>
      ${
        similar.length > 0 &&
        html`<h2>Similar updates</h2>
          <ol>
            ${similar.map((other) => elsewhere(other))}
          </ol>`
      }
    </nav>
  </div>`;
}

const elsewhere = (update: UpdateRecord) =>
  html`<li>
    <time datetime="${update.publishedAt}">${dayName(update.day, 'd LLL yyyy')}</time>
    <a href="${updatePath(update)}">${headline(update)}</a>
  </li>`;

const source = ({ url, publisher }: UpdateRecord) =>
  url &&
  html`<p class="source">
    <a href="${url}" rel="noreferrer">Read it where it stood${publisher && `: ${publisher}`}</a>
  </p>`;

const neighbour = (update: UpdateRecord, current = false) =>
  html`<li ${current && html`class="current" aria-current="true"`}>
    ${clock(update)}
    ${current ? headline(update) : html`<a href="${updatePath(update)}">${headline(update)}</a>`}
  </li>`;
