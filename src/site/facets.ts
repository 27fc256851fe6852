import { html } from 'hono/html';
import type { FacetValue, SearchResult } from '../query.ts';
import { FACETS, type FacetName } from '../facets.ts';
import { href, setting } from './address.ts';
import { isDay, number, valueLabel } from './labels.ts';
import type { Library } from './library.ts';
import { PAGE_FACETS, type SearchRequest } from './search-request.ts';

const MOST_VALUES = 100;

/** The rail of filters. Its fields belong to the search form in the masthead, wherever they stand. */
export function facetRail(
  { address, shownValues }: SearchRequest,
  facets: SearchResult['facets'],
  library: Library,
) {
  return html`<h2 class="unseen">Filters</h2>
    ${PAGE_FACETS.map((facet) => fieldset(facet, facets[facet]?.values ?? [], shownValues, address, library))}
    ${dates(address)} ${kept(address, facets)}
    <button class="apply" form="search">Apply filters</button>`;
}

function fieldset(
  facet: FacetName,
  values: FacetValue[],
  most: number,
  address: URLSearchParams,
  library: Library,
) {
  if (values.length === 0) return '';
  const { label } = FACETS[facet];
  const more = values.length > most && most < MOST_VALUES;
  return html`<fieldset class="facet" id="facet-${facet}">
    <legend>${label}</legend>
    ${shown(facet, values, most, address).map((value) => box(facet, value, address, library))}
    ${more && html`<a class="more" href="${href(setting(address, 'facetLimit', String(MOST_VALUES)))}" id="more-${facet}">More ${label.toLowerCase()}</a>`}
  </fieldset>`;
}

/** Chosen values first, then by count; days in the order of the calendar. */
function shown(facet: FacetName, values: FacetValue[], most: number, address: URLSearchParams): FacetValue[] {
  const chosen = values.filter(({ value }) => address.has(facet, value));
  const others = values.filter(({ value }) => !address.has(facet, value));
  const rest = others.slice(0, Math.max(0, most - chosen.length));
  if (facet === 'day') rest.sort((a, b) => (a.value < b.value ? 1 : -1));
  return [...chosen, ...rest];
}

function box(facet: FacetName, { value, count }: FacetValue, address: URLSearchParams, library: Library) {
  const chosen = address.has(facet, value);
  // An update has one day: another one adds its updates to those of the chosen day.
  const adds = !chosen && FACETS[facet].values === 'one' && address.has(facet);
  return html`<label class="box">
    <input
      type="checkbox"
      form="search"
      name="${facet}"
      value="${value}"
      id="${facet}-${encodeURIComponent(value)}"
      ${chosen && html`checked`}
    />
    <span class="value">${valueLabel(facet, value, library)}</span>
    <span class="count">${adds ? added(count) : number(count)}</span>
  </label>`;
}

const added = (count: number) =>
  html`<span aria-hidden="true">+${number(count)}</span><span class="unseen">${number(count)} more</span>`;

const dates = (address: URLSearchParams) =>
  html`<fieldset class="facet dates">
    <legend>Dates</legend>
    ${date('from', 'From', address)} ${date('to', 'To', address)}
  </fieldset>`;

/** A date field; a moment, which it couldn't hold, is kept as it is. */
function date(name: 'from' | 'to', label: string, address: URLSearchParams) {
  const value = address.get(name) ?? '';
  if (value !== '' && !isDay(value)) return hidden(name, value);
  return html`<label
    >${label} <input type="date" form="search" name="${name}" id="date-${name}" value="${value}"
  /></label>`;
}

/** What the form must not lose although it has no field for it. */
function kept(address: URLSearchParams, facets: SearchResult['facets']) {
  const asBox = ([name, value]: [string, string]) =>
    facets[name as FacetName]?.values.some((shownValue) => shownValue.value === value);
  const own = ['q', 'page', 'from', 'to'];
  return [...address]
    .filter((entry) => !own.includes(entry[0]) && !asBox(entry))
    .map(([name, value]) => hidden(name, value));
}

const hidden = (name: string, value: string) =>
  html`<input type="hidden" form="search" name="${name}" value="${value}" />`;
