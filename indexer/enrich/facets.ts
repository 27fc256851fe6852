import type { Evidence, UpdateRecord } from '../../src/record.ts';

type Facets = Pick<UpdateRecord, Evidence['facet'] | 'evidence'>;

/** The facet values of an update: those that its evidence gives, each once, in order of first mention. */
export function toFacets(evidence: Evidence[]): Facets {
  if (evidence.length === 0) return {};
  const facets: Facets = { evidence };
  for (const { facet, value } of evidence) {
    const values = (facets[facet] ??= []);
    if (!values.includes(value)) values.push(value);
  }
  return facets;
}
