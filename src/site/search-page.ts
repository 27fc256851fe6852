import { html } from 'hono/html';
import type { EngineReader } from '../engine/engine.ts';
import type { SearchResult } from '../query.ts';
import { href, setting, turning } from './address.ts';
import { card } from './card.ts';
import { choices, chosenChips } from './chosen.ts';
import { facetRail } from './facets.ts';
import { histogram } from './histogram.ts';
import { counted, number } from './labels.ts';
import type { Html } from './layout.ts';
import type { Library, ReadLibrary } from './library.ts';
import { standings } from './neighbours.ts';
import { queryNotes } from './query-notes.ts';
import type { SearchRequest } from './search-request.ts';
import { nothingFound, waysOut } from './ways-out.ts';

/**
 * The search page: results beside the filters. The script swaps the contents of `#results` and
 * `#facets`; `data-total` is what it announces.
 */
export async function searchPage(
  reader: EngineReader,
  request: SearchRequest,
  readLibrary: ReadLibrary,
): Promise<Html> {
  const result = await reader.search(request.query);
  const library = await readLibrary(namedBlogs(request, result));
  return html`<div class="search">
    <div id="results" tabindex="-1" data-total="${counted(result.total, 'update')}">
      ${heading(request, result, library)} ${queryNotes(request, result)}
      ${chosenChips(request.address, library)} ${histogram(result.histogram, request.address)}
      ${await list(reader, request, result, library)} ${pager(request.address, result)}
    </div>
    <aside id="facets" aria-label="Filters">${facetRail(request, result.facets, library)}</aside>
  </div>`;
}

/** The live blogs whose titles stand on the page: as values of the facet, and as what is chosen. */
function namedBlogs({ query }: SearchRequest, { facets }: SearchResult): string[] {
  const { all = [], any = [], not = [] } = query.filters.facets.document ?? {};
  const listed = facets.document?.values ?? [];
  return [...new Set([...listed.map(({ value }) => value), ...all, ...any, ...not])];
}

/** The title of the page, which is also its entry in the browser's history. */
export const searchTitle = (q: string): string =>
  q.trim() ? `${q.trim()} · Dateline` : 'Dateline: search live blogs';

function heading({ address, query }: SearchRequest, { total }: SearchResult, library: Library) {
  const filters = choices(address, library).length;
  const newest = total > 0 && query.q.trim() === '' && filters === 0 && query.sort === 'newest';
  const found = total > 0 ? counted(total, 'update') : 'No updates found';
  return html`<div class="bar">
    <h1>${newest ? html`Newest updates <small>of ${number(total)}</small>` : found}</h1>
    <a class="open-filters" href="#facets">Filters${filters > 0 && ` (${filters})`}</a>
    ${total > 0 && sorting(address, query)}
  </div>`;
}

function sorting(address: URLSearchParams, { q, sort }: SearchRequest['query']) {
  const orders = [...(q.trim() ? (['relevance'] as const) : []), 'newest', 'oldest'] as const;
  return html`<nav class="sort" aria-label="Order">
    ${orders.map(
      (order) =>
        html`<a
          href="${href(setting(address, 'sort', order))}"
          id="sort-${order}"
          ${order === sort && html`aria-current="true"`}
          >${order[0]!.toUpperCase() + order.slice(1)}</a
        >`,
    )}
  </nav>`;
}

async function list(reader: EngineReader, request: SearchRequest, result: SearchResult, library: Library) {
  if (result.hits.length > 0) return cards(reader, request, result);
  if (library.documents === 0)
    return html`<p class="empty">
      Nothing is indexed yet. Load a live blog with <code>npm run index -- PATH</code>.
    </p>`;
  if (result.total > 0)
    return html`<p class="empty">
      There are only ${number(result.pages)} pages.
      <a href="${href(turning(request.address, 1))}">Back to the first</a>
    </p>`;
  return nothingFound(request, await waysOut(reader, request, library), library);
}

async function cards(reader: EngineReader, { address }: SearchRequest, { hits }: SearchResult) {
  const standing = await standings(
    reader,
    hits.map(({ update }) => update),
  );
  return html`<ol class="cards">
    ${hits.map((hit) => card(hit, standing.get(hit.update.id)!, address))}
  </ol>`;
}

function pager(address: URLSearchParams, { page, pages }: SearchResult) {
  if (pages < 2 || page > pages) return '';
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 && html`<a rel="prev" href="${href(turning(address, page - 1))}">Previous</a>`}
    <span>page ${number(page)} of ${number(pages)}</span>
    ${page < pages && html`<a rel="next" href="${href(turning(address, page + 1))}">Next</a>`}
  </nav>`;
}
