import { html } from 'hono/html';
import type { Media, UpdateRecord } from '../record.ts';
import { withEvidence } from './evidence.ts';
import { dayName } from './moment.ts';

/** The text of an update, paragraph by paragraph, with its names as links, then its media and links. */
export function body({ text, evidence = [], media = [], links = [] }: UpdateRecord) {
  return html`${paragraphs(text).map(
    ({ paragraph, start }) => html`<p dir="auto">${withEvidence(paragraph, 'text', evidence, start)}</p>`,
  )}
  ${media.map((item, i) =>
    item.text.trim() === text.trim()
      ? credited(item)
      : embedded(item, withEvidence(item.text, `media.${i}.text`, evidence)),
  )}
  ${
    links.length > 0 &&
    html`<ul class="links">
      ${links.map(({ url, text: label }) => html`<li><a href="${url}" rel="noreferrer">${label}</a></li>`)}
    </ul>`
  }`;
}

/** Paragraphs with the offset where each starts, which evidence counts from. */
function paragraphs(text: string) {
  let start = 0;
  const cut = text.split('\n\n').map((paragraph) => {
    const here = { paragraph, start };
    start += paragraph.length + 2;
    return here;
  });
  return text === '' ? [] : cut;
}

/** An embedded post as a quote, a picture or a film as its caption: nothing is loaded from elsewhere. */
function embedded(item: Media, text: unknown[]) {
  const { type } = item;
  const by = source(item);
  return html`<figure class="media ${type}">
    ${type === 'post' ? html`<blockquote dir="auto">${text}</blockquote>` : html`<p dir="auto">${text}</p>`}
    <figcaption>${KIND[type]}${by && ` · ${by}`}</figcaption>
  </figure>`;
}

/** A medium whose caption is all that the update says: only where it is from is new. */
function credited(item: Media) {
  const by = source(item);
  return by && html`<p class="credit">${KIND[item.type]}: ${by}</p>`;
}

const KIND = { post: 'Post', image: 'Picture', video: 'Video' };

const source = ({ author, handle, date, credit }: Media) =>
  [author, handle && `@${handle.replace(/^@/, '')}`, date && dayName(date, 'd LLL yyyy'), credit]
    .filter(Boolean)
    .join(' · ');
