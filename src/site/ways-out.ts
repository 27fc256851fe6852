import { html } from 'hono/html';
import type { EngineReader } from '../engine/engine.ts';
import { dropping, href, setting } from './address.ts';
import { choices } from './chosen.ts';
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
  return near.length > 0 ? near : finding(reader, singleWords(query.q));
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
  const words = q.trim().split(/\s+/);
  if (words.length > 1) {
    const fewer = words.slice(0, -1).join(' ');
    return [{ label: `only “${fewer}”`, address: setting(address, 'q', fewer) }];
  }
  const wordless = dropping(dropping(address, 'q'), 'match');
  // Without its only word and without filters a search is the newest updates, which are offered anyway.
  return words[0] === '' || choices(wordless, library).length === 0
    ? []
    : [{ label: `without “${words[0]}”`, address: wordless }];
}

/** The last resort: each word alone, without any filter. */
const singleWords = (q: string): Suggested[] =>
  [...new Set(q.trim().split(/\s+/))].map((word) => ({
    label: `only “${word}”, everywhere`,
    address: new URLSearchParams({ q: word }),
  }));

async function countOf(reader: EngineReader, way: Suggested): Promise<Way> {
  const { total } = await reader.search({ ...queryOf(way.address), page: 1, perPage: 1, facets: [] });
  return { ...way, total };
}

/** The page's words when nothing was found. */
export const nothingFound = (q: string, ways: Way[], library: Library) =>
  html`<div class="empty">
    <p>
      ${q.trim() ? html`No update holds all of <strong>${q.trim()}</strong> under these filters.` : 'No update fits these filters.'}
    </p>
    <ul class="ways">
      ${ways.map((way) => html`<li><a href="${href(way.address)}">${way.label}</a> <span>${counted(way.total, 'update')}</span></li>`)}
      <li><a href="/">the newest updates</a> <span>${counted(library.updates, 'update')}</span></li>
    </ul>
  </div>`;
