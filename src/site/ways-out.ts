import { html } from 'hono/html';
import type { EngineReader } from '../engine/engine.ts';
import { readQueryText, type Clause } from '../query-text.ts';
import { dropping, href, setting } from './address.ts';
import { choices, type Choice } from './chosen.ts';
import { counted } from './labels.ts';
import type { Library } from './library.ts';
import { queryOf, type SearchRequest } from './search-request.ts';

interface Way {
  label: string;
  address: URLSearchParams;
  total: number;
}

/** Where nothing was found: smaller searches that do find something, each with what it finds. */
export async function waysOut(
  reader: EngineReader,
  { address, query }: SearchRequest,
  library: Library,
): Promise<Way[]> {
  const near = await finding(reader, [
    ...withoutOne(address, library),
    ...withoutWords(address, query.q, library),
  ]);
  return near.length > 0 ? near : finding(reader, singleClauses(query.q));
}

async function finding(reader: EngineReader, ways: Suggested[]): Promise<Way[]> {
  const distinct = new Map(ways.map((way) => [href(way.address), way]));
  const counts = await Promise.all([...distinct.values()].map((way) => countOf(reader, way)));
  return counts.filter(({ total }) => total > 0);
}

type Suggested = Omit<Way, 'total'>;

function withoutOne(address: URLSearchParams, library: Library): Suggested[] {
  const chosen = choices(address, library);
  const places = chosen.filter(({ name }) => name !== 'from' && name !== 'to');
  const ways = places.map(({ name, value, label }) => ({
    label: name === 'match' ? 'also similar spellings' : `without ${label}`,
    address: dropping(address, name, value),
  }));
  const dateless = dropping(dropping(address, 'from'), 'to');
  if (places.length < chosen.length) ways.push({ label: 'without dates', address: dateless });
  if (chosen.length > 1) {
    const free = chosen.reduce((rest, { name }) => dropping(rest, name), address);
    ways.push({ label: 'without any filter', address: free });
  }
  return ways;
}

function withoutWords(address: URLSearchParams, q: string, library: Library): Suggested[] {
  const { wanted, excluded } = readQueryText(q);
  const searching = (clauses: Clause[]) => {
    const typed = [...clauses.map(asTyped), ...excluded.map((clause) => `-${asTyped(clause)}`)].join(' ');
    return typed ? setting(address, 'q', typed) : dropping(dropping(address, 'q'), 'match');
  };
  const ways: Suggested[] = [];
  if (wanted.some(isSeveralWords)) {
    const words = wanted.map(({ text }) => ({ text, phrase: false }));
    ways.push({ label: `${named(words)} without quotes`, address: searching(words) });
  }
  const fewer = wanted.slice(0, -1);
  const smaller = searching(fewer);
  if (fewer.length > 0) ways.push({ label: `only ${named(fewer)}`, address: smaller });
  // Without its only word and without filters a search is the newest updates, which are offered anyway.
  else if (wanted.length > 0 && (smaller.has('q') || choices(smaller, library).length > 0))
    ways.push({ label: `without ${named(wanted)}`, address: smaller });
  return ways;
}

/** The last resort: each word or phrase alone, without any filter. */
const singleClauses = (q: string): Suggested[] =>
  readQueryText(q).wanted.map((clause) => ({
    label: `only ${named([clause])}, everywhere`,
    address: new URLSearchParams({ q: asTyped(clause) }),
  }));

const isSeveralWords = ({ text, phrase }: Clause) => phrase && /\s/.test(text);

const asTyped = ({ text, phrase }: Clause) => (phrase ? `"${text}"` : text);

/** In quotes; a phrase among words has its own. */
function named(clauses: Clause[]): string {
  if (clauses.length > 1 && clauses.some(isSeveralWords))
    return clauses.map(({ text, phrase }) => (phrase ? `“${text}”` : text)).join(' ');
  return `“${clauses.map(({ text }) => text).join(' ')}”`;
}

async function countOf(reader: EngineReader, way: Suggested): Promise<Way> {
  const { total } = await reader.search({ ...queryOf(way.address), page: 1, perPage: 1, facets: [] });
  return { ...way, total };
}

/** The page's words when nothing was found. */
export const nothingFound = ({ address, query }: SearchRequest, ways: Way[], library: Library) =>
  html`<div class="empty">
    <p>${why(query.q.trim(), choices(address, library))}</p>
    <ul class="ways">
      ${ways.map((way) => html`<li><a href="${href(way.address)}">${way.label}</a> <span>${counted(way.total, 'update')}</span></li>`)}
      <li><a href="/">the newest updates</a> <span>${counted(library.updates, 'update')}</span></li>
    </ul>
  </div>`;

function why(q: string, chosen: Choice[]) {
  const filtered = chosen.some(({ name }) => name !== 'match');
  if (q === '') return 'No update fits these filters.';
  const { wanted } = readQueryText(q);
  return html`No update holds
  ${wanted.length > 1 && 'all of '}<strong>${q}</strong>${filtered && ' under these filters'}.`;
}
