import type { z } from 'zod';
import { type Problem } from '../api/contract.ts';
import {
  SHOWN_FACETS,
  searchParameters,
  toSearchQuery,
  type SearchParameters,
} from '../api/search-parameters.ts';
import { badParameter, unknownParameter } from '../api/errors.ts';
import { readQueryText } from '../query-text.ts';
import type { SearchQuery } from '../query.ts';
import type { FacetName } from '../facets.ts';

/** The facets beside the results, in this order. */
export const PAGE_FACETS: FacetName[] = [...SHOWN_FACETS, 'document'];

/** How many values a facet shows before "More". */
const SHOWN_VALUES = 8;

export interface SearchRequest {
  /** As sent, without what is empty or unused: links to other states start from here. */
  address: URLSearchParams;
  parameters: SearchParameters;
  query: SearchQuery;
  /** How many values each facet shows; the query asks for one more, to know whether there are more. */
  shownValues: number;
}

export type ReadRequest = { ok: true; request: SearchRequest } | { ok: false; problem: Problem };

/**
 * Reads the address of a search page. Its parameters are the API's, checked like the API's; an empty
 * one counts as absent, because that is how a browser sends an empty field of a form.
 */
export function readRequest(sent: URLSearchParams): ReadRequest {
  const address = new URLSearchParams([...sent].filter(([, value]) => value !== ''));
  const known = Object.keys(searchParameters.shape);
  const stranger = [...address.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined) return { ok: false, problem: unknownParameter(stranger, known) };
  const checked = searchParameters.safeParse(listed(address));
  if (!checked.success) return { ok: false, problem: badParameter(checked.error as z.core.$ZodError) };
  return { ok: true, request: toRequest(address, checked.data) };
}

/** The search behind an address that was made from a checked one. */
export function queryOf(address: URLSearchParams): SearchQuery {
  return toSearchQuery(searchParameters.parse(listed(address)));
}

function toRequest(address: URLSearchParams, parameters: SearchParameters): SearchRequest {
  const shownValues = address.has('facetLimit') ? parameters.facetLimit : SHOWN_VALUES;
  const query = {
    ...toSearchQuery(hasWords(parameters.q) ? parameters : { ...parameters, q: '' }),
    facets: PAGE_FACETS,
    facetLimit: shownValues + 1,
    histogram: 'day' as const,
  };
  return { address, parameters, query, shownValues };
}

/** Signs alone ask for nothing. */
function hasWords(q: string): boolean {
  const { wanted, excluded } = readQueryText(q);
  return wanted.length + excluded.length > 0;
}

/** One value as a string, several as a list: what the API's schema expects. */
function listed(address: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(address.keys())];
  return Object.fromEntries(names.map((name) => [name, single(address.getAll(name))]));
}

const single = (values: string[]) => (values.length === 1 ? values[0]! : [...new Set(values)]);
