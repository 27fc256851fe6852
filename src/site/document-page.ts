import { html } from 'hono/html';
import type { DocumentInfo, UpdateRecord } from '../record.ts';
import { blogTitle } from './blog-title.ts';
import { body } from './body.ts';
import { headline, kindLabel, language, updatePath } from './headline.ts';
import { counted } from './labels.ts';
import { bareClock, dayName, dayOf, span, zoneOf } from './moment.ts';

/** A whole live blog, newest first like the blog itself, with its days beside it. */
export function documentPage(document: DocumentInfo, timeline: UpdateRecord[]) {
  const intros = timeline.filter(({ kind }) => kind === 'intro');
  const updates = timeline.filter(({ kind }) => kind !== 'intro');
  const days = Map.groupBy(updates.toReversed(), ({ day }) => day);
  const shared = sharedNote(updates);
  return html`<div class="blog" ${language(document)}>
    <header>
      <p class="dateline">${facts(document, updates, intros.length)}</p>
      <h1>${blogTitle(document)}</h1>
      ${shared && html`<p class="note">All times: ${shared}</p>`}
      ${intros.map((intro) => html`<div class="standfirst" id="${intro.id}">${body(intro)}</div>`)}
      ${searchInside(document)}
    </header>
    ${rail(timeline, days)}
    <div class="timeline">${[...days].map(([day, ofDay]) => section(day, ofDay, updates, shared))}</div>
  </div>`;
}

function facts(document: DocumentInfo, updates: UpdateRecord[], intros: number) {
  const { id, title, publisher, firstTs, lastTs, timeZone, url } = document;
  const clocked = updates.some(({ timePrecision }) => timePrecision !== 'day');
  return html`${publisher && html`${publisher} · `}${title !== undefined && `${span(dayOf(firstTs, timeZone), dayOf(lastTs, timeZone))} · `}
  ${counted(updates.length, 'update')}${intros === 1 ? ' and an introduction' : intros > 1 && ` and ${counted(intros, 'introduction')}`}
  ·
  ${clocked ? `times in ${zoneOf(lastTs, timeZone)}` : 'only the days are known'}${
    url && html` · <a href="${url}" rel="noreferrer">original page</a>`
  }${title === undefined && html` · <small>${id}</small>`}`;
}

const searchInside = ({ id }: DocumentInfo) =>
  html`<form class="inside" action="/" role="search" aria-label="In this live blog">
    <input type="hidden" name="document" value="${id}" />
    <label class="unseen" for="inside">Search in this live blog</label>
    <input id="inside" name="q" type="search" maxlength="200" placeholder="Search in this live blog" />
    <button>Search</button>
  </form>`;

/** Days with as many records as the facet counts, the introduction among them. */
function rail(timeline: UpdateRecord[], sections: Map<string, UpdateRecord[]>) {
  const days = Map.groupBy(timeline.toReversed(), ({ day }) => day);
  const key = [...sections.values()].flat().filter(({ keyEvent }) => keyEvent);
  return html`<nav class="rail" aria-label="Days and key events">
    <h2>Days</h2>
    <ol>
      ${[...days].map(
        ([day, records]) =>
          html`<li>
            <a href="#${sections.has(day) ? `day-${day}` : records[0]!.id}">${dayName(day, 'ccc d LLL')}</a>
            <span class="count">${records.length}</span>
          </li>`,
      )}
    </ol>
    ${
      key.length > 0 &&
      html`<h2>Key events</h2>
        <ol class="keys">
          ${key.map((update) => html`<li>${bareClock(update)} <a href="#${update.id}">${headline(update)}</a></li>`)}
        </ol>`
    }
  </nav>`;
}

/** What is noted about every time of a blog is said once. */
function sharedNote(updates: UpdateRecord[]): string | undefined {
  const [first, ...others] = new Set(updates.map(({ timeNote }) => timeNote));
  return others.length === 0 && updates.length > 1 ? first : undefined;
}

const section = (day: string, ofDay: UpdateRecord[], all: UpdateRecord[], shared: string | undefined) =>
  html`<section aria-labelledby="day-${day}">
    <h2 id="day-${day}">${dayName(day)}</h2>
    ${ofDay.map((update) => entry(update, `${all.indexOf(update) + 1} of ${all.length}`, shared))}
  </section>`;

const entry = (update: UpdateRecord, position: string, shared: string | undefined) =>
  html`<article class="entry" id="${update.id}">
    <p class="dateline">${bareClock(update)} <span>${position}</span></p>
    <div>
      <h3>${kindLabel(update)}<a href="${updatePath(update)}">${headline(update)}</a></h3>
      ${update.timeNote !== shared && html`<p class="note">${update.timeNote}</p>`}
      <div class="text">${body(update)}</div>
    </div>
  </article>`;
