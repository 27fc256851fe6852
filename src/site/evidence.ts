import { html } from 'hono/html';
import { FACETS, type FacetName } from '../facets.ts';
import type { Evidence, UpdateRecord } from '../record.ts';
import { choosing, href } from './address.ts';
import { dayName } from './moment.ts';

/** The facets whose values are names, which are links where they stand in the text. */
const NAMED = ['person', 'organization', 'place', 'country', 'credit'] as const satisfies FacetName[];
/** The facets that an update page lists, with the reasons. */
const LISTED = [
  'person',
  'speaker',
  'organization',
  'place',
  'country',
  'mentioned',
  'credit',
] as const satisfies FacetName[];

const FACET_OF_FIELD = new Map<string, FacetName>(NAMED.map((name) => [FACETS[name].field, name]));

const search = (facet: FacetName, value: string) => href(choosing(new URLSearchParams(), facet, value));

/** One field of a record with the words that its facets come from as links to what else is about them. */
export function withEvidence(text: string, field: string, evidence: Evidence[], from = 0) {
  const pieces = [];
  let done = from;
  for (const { start, end, facet, value } of spansIn(evidence, field, from, from + text.length)) {
    if (start < done) continue;
    const name = FACET_OF_FIELD.get(facet)!;
    const surface = text.slice(start - from, end - from);
    pieces.push(text.slice(done - from, start - from));
    pieces.push(
      html`<a class="named" rel="nofollow" href="${search(name, value)}" title="${value}">${surface}</a>`,
    );
    done = end;
  }
  return [...pieces, text.slice(done - from)];
}

/** Evidence of those facets inside a stretch of a field, in order; where two overlap, the longer one first. */
const spansIn = (evidence: Evidence[], field: string, from: number, to: number) =>
  evidence
    .filter((e) => FACET_OF_FIELD.has(e.facet) && e.field === field && e.start >= from && e.end <= to)
    .filter(({ by }) => by !== 'derived')
    .sort((a, b) => a.start - b.start || b.end - a.end);

/** The facets of an update, and why each value is there. */
export function facetsAndWhy(update: UpdateRecord) {
  const listed = LISTED.filter((facet) => (update[FACETS[facet].field] ?? []).length > 0);
  if (listed.length === 0) return '';
  return html`<section class="about" aria-label="What it is about">
    <dl>
      ${listed.map(
        (facet) =>
          html`<dt>${FACETS[facet].label}</dt>
            <dd>${values(update, facet)}</dd>`,
      )}
    </dl>
    ${why(update.evidence ?? [])}
  </section>`;
}

const values = (update: UpdateRecord, facet: (typeof LISTED)[number]) =>
  html`<ul class="chips">
    ${(update[FACETS[facet].field] ?? []).map(
      (value) =>
        html`<li><a class="chip ${facet}" href="${search(facet, value)}">${label(facet, value)}</a></li>`,
    )}
  </ul>`;

const label = (facet: FacetName, value: string) =>
  facet === 'mentioned' ? dayName(value, 'd LLL yyyy') : value;

/** One line for each value: the words it was read from, and what it follows from. */
function why(evidence: Evidence[]) {
  if (evidence.length === 0) return '';
  const lines = Map.groupBy(inOrder(evidence), ({ facet, value }) => `${facet} ${value}`);
  return html`<details class="why" id="why">
    <summary>Why these?</summary>
    <ul>
      ${[...lines.values()].map(reason)}
    </ul>
  </details>`;
}

function reason(ofValue: Evidence[]) {
  const { read = [], derived = [] } = Object.groupBy(ofValue, ({ by }) => (by === 'derived' ? by : 'read'));
  const knowing = [...new Set(read.map(({ by }) => by))].join(', ');
  const quotes = surfaces(read).map((surface) => `“${surface}”`);
  const from = derived.length > 0 && `from ${surfaces(derived).join(', ')}`;
  return html`<li>
    <strong>${valueOf(ofValue[0]!)}</strong> —
    ${quotes.join(', ')}${knowing && html` <small>(${knowing})</small>`}${
      quotes.length > 0 && from && ', '
    }${from}
  </li>`;
}

const valueOf = ({ facet, value }: Evidence) =>
  facet === FACETS.mentioned.field ? label('mentioned', value) : value;

const surfaces = (evidence: Evidence[]) => [...new Set(evidence.map(({ surface }) => surface))];

/** In the order in which the facets stand above. */
const inOrder = (evidence: Evidence[]) =>
  LISTED.flatMap((name) => evidence.filter(({ facet }) => facet === FACETS[name].field));
