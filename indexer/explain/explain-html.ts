import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { UpdateRecord } from '../../src/record.ts';
import { textsOf } from '../enrich/mention.ts';
import { piecesOf, type Piece } from './marks.ts';
import { LABELS, quotesOf, reasonsOf } from './reasons.ts';

/** A page that stands alone: every update with its marks, and below each the reasons. It needs no network and no script. */
export async function explainAsHtml(title: string, records: readonly UpdateRecord[]): Promise<string> {
  return String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'sha256-${styleHash}'"
          />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          ${styleElement}
        </head>
        <body>
          <h1>${title}</h1>
          <p class="legend">
            ${Object.entries(LABELS).map(([facet, label]) => html`<mark class="${facet}">${label}</mark> `)}
          </p>
          ${records.map(article)}
        </body>
      </html>`,
  );
}

const article = (record: UpdateRecord) =>
  html`<article id="${record.id}">
    <header><time>${record.publishedAt}</time> · ${record.id} · ${record.language}</header>
    ${textsOf(record).map(({ field, text }) => passage(field, piecesOf(record, field, text)))}
    <table>
      ${reasonsOf(record).map(
        ({ facet, value, because }) =>
          html`<tr>
            <th><mark class="${facet}">${LABELS[facet]}</mark></th>
            <td>${value}</td>
            <td>${because.join('; ')}</td>
          </tr>`,
      )}
    </table>
    ${quotesOf(record).map(({ passage: said, by }) => html`<p class="said">“${said}” — ${by}</p>`)}
  </article>`;

const passage = (field: string, pieces: Piece[]) =>
  field === 'title'
    ? html`<h2>${pieces.map(mark)}</h2>`
    : html`<div class="passage ${field === 'text' ? '' : 'media'}">${pieces.map(mark)}</div>`;

function mark({ text, evidence, quoted }: Piece) {
  const own = evidence.find(({ by }) => by !== 'derived');
  const why = evidence.map(({ facet, value, by }) => `${LABELS[facet]}: ${value} (${by})`).join('\n');
  const shown = own ? html`<mark class="${own.facet}" title="${why}">${text}</mark>` : text;
  return quoted ? html`<q title="${quoted.speaker ?? 'nobody sure'}">${shown}</q>` : shown;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid #8886; padding: 1rem 0; }
header, table, .said { color: light-dark(#555, #aaa); font-size: .85rem; }
h2 { font-size: 1.1rem; }
.passage { white-space: pre-wrap; }
.media { border-left: 3px solid #8886; padding-left: .8rem; margin-top: .8rem; }
mark { color: inherit; border-radius: .2em; padding: 0 .15em; }
.persons { background: light-dark(#d6e8ff, #17406b); }
.organizations { background: light-dark(#eadcff, #43246f); }
.credits { background: light-dark(#e5e5e5, #444); }
.speakers { background: light-dark(#c3f3f7, #0d4d53); }
.places { background: light-dark(#d5f2d5, #1d4d1d); }
.countries { background: light-dark(#eef3b4, #4b4f13); }
.mentionedDays { background: light-dark(#ffe6c2, #5c3b07); }
p.said { margin: .3rem 0 0; }
q { quotes: none; border-bottom: 1px dotted; }
th { text-align: left; font-weight: normal; white-space: nowrap; padding-right: .5rem; vertical-align: top; }
td { padding-right: .8rem; vertical-align: top; }
`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

// The hash is of the text between the tags, to the letter.
// prettier-ignore
const styleElement = html`<style>${STYLE}</style>`;
