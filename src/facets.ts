import type { UpdateRecord } from './record.ts';

/**
 * Every facet: the record field behind it, and whether an update has many values of it or one.
 * Values of a `many` facet combine with AND (an update about both), values of a `one` facet with OR.
 * API parameters, engine settings and labels derive from this list.
 */
export const FACETS = {
  person: { field: 'persons', values: 'many', label: 'People' },
  organization: { field: 'organizations', values: 'many', label: 'Organizations' },
  speaker: { field: 'speakers', values: 'many', label: 'Speakers' },
  place: { field: 'places', values: 'many', label: 'Places' },
  country: { field: 'countries', values: 'many', label: 'Countries' },
  placePath: { field: 'placePaths', values: 'many', label: 'Places by country' },
  mentioned: { field: 'mentionedDays', values: 'many', label: 'Days spoken of' },
  credit: { field: 'credits', values: 'many', label: 'Credits' },
  publisher: { field: 'publisher', values: 'one', label: 'Publishers' },
  document: { field: 'documentId', values: 'one', label: 'Live blogs' },
  kind: { field: 'kind', values: 'one', label: 'Kinds' },
  language: { field: 'language', values: 'one', label: 'Languages' },
  year: { field: 'year', values: 'one', label: 'Years' },
  month: { field: 'month', values: 'one', label: 'Months' },
  day: { field: 'day', values: 'one', label: 'Days' },
} as const satisfies Record<string, { field: keyof UpdateRecord; values: 'many' | 'one'; label: string }>;

export type FacetName = keyof typeof FACETS;
export const FACET_NAMES = Object.keys(FACETS) as FacetName[];

/** The values of one facet in a record: none, one or many, each once. */
export function facetValues(record: UpdateRecord, facet: FacetName): readonly string[] {
  const value = record[FACETS[facet].field];
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  // Paths of every depth are values: an update in `Syria > Aleppo` is also one in `Syria`.
  const values = Array.isArray(value) ? value : Object.values(value).flatMap((level) => level ?? []);
  return values.length < 2 ? values : [...new Set(values)];
}
