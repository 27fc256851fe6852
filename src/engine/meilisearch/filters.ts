import type { FacetChoice, Filters } from '../../query.ts';
import { FACETS, FACET_NAMES, type FacetName } from '../../facets.ts';
import { encode } from './facet-value.ts';
import { boxFilter, circleFilter } from './geo-filters.ts';
import { dayNumber } from './stored-update.ts';

/** Filter expressions, all of which must hold; `lifted` is the facet whose own plain choice doesn't count. */
export function filterExpressions({ facets, from, to, box, circle }: Filters, lifted?: FacetName): string[] {
  const clauses = FACET_NAMES.flatMap((facet) => {
    const { all = [], any = [], not = [] } = facets[facet] ?? {};
    return facetClauses(facet, { all: facet === lifted ? [] : all, any, not });
  });
  if (from) clauses.push(bound(from, '>='));
  if (to) clauses.push(bound(to, '<='));
  if (box) clauses.push(boxFilter(box));
  if (circle) clauses.push(circleFilter(circle));
  return clauses;
}

/** The facets whose plain choice is an OR, so that their own counts must not feel it. */
export const liftable = (filters: Filters, facets: readonly FacetName[]): FacetName[] =>
  facets.filter((facet) => FACETS[facet].values === 'one' && filters.facets[facet]?.all?.length);

/** A filter that holds for exactly this value of a facet. */
export const facetIs = (facet: FacetName, value: string) => `facet.${facet} = ${quote(encode(value))}`;

export const facetIsOneOf = (facet: FacetName, values: readonly string[]) =>
  `facet.${facet} IN ${list(values)}`;

function facetClauses(facet: FacetName, { all, any, not }: Required<FacetChoice>): string[] {
  const clauses = FACETS[facet].values === 'many' ? all.map((value) => facetIs(facet, value)) : [];
  if (FACETS[facet].values === 'one' && all.length > 0) clauses.push(facetIsOneOf(facet, all));
  if (any.length > 0) clauses.push(facetIsOneOf(facet, any));
  if (not.length > 0) clauses.push(`facet.${facet} NOT IN ${list(not)}`);
  return clauses;
}

const list = (values: readonly string[]) => `[${values.map((value) => quote(encode(value))).join(', ')}]`;

/** A value as the filter language reads it: one string, whatever is inside. */
export const quote = (value: string) => `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;

const isDay = (limit: string) => limit.length === 'YYYY-MM-DD'.length;

/** A bare day compares on the blog's own calendar, a moment in time. */
const bound = (limit: string, operator: '>=' | '<=') =>
  isDay(limit)
    ? `dayNumber ${operator} ${dayNumber(limit)}`
    : `publishedTs ${operator} ${Date.parse(limit) / 1000}`;
