import { z } from '@hono/zod-openapi';
import { MAX_QUERY_LENGTH } from '../limits.ts';
import { facetName, facetSearchResult, facetValue, hit, searchResult } from '../query.ts';
import { documentInfo, identifier, updateRecord } from '../record.ts';

const count = z.int().nonnegative();

/** What somebody types. */
export const typedText = z.string().max(MAX_QUERY_LENGTH, `at most ${MAX_QUERY_LENGTH} characters`);

export const suggestParameters = z.object({ q: typedText.default('') });
export const documentsParameters = z.object({ q: typedText.default('') });
export const noParameters = z.object({});
export const updateParameters = z.object({
  similar: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'Add the updates that are most like it, at most five, from all live blogs' }),
});
export const idPath = z.object({ id: identifier });
export const facetPath = z.object({ facet: facetName });

/** RFC 9457 problem details, the one shape of every error. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameter: z.string().optional(),
    suggestion: z.string().optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problem>;

/** With `fields` only these of the update, and always its id. */
const shownHit = hit.extend({ update: updateRecord.partial().required({ id: true }) });

export const searchAnswer = searchResult
  .omit({ next: true })
  .extend({
    hits: z.array(shownHit),
    cursor: z
      .string()
      .optional()
      .openapi({ description: 'With newest or oldest: for the hits after these; absent after the last' }),
  })
  .openapi('SearchResult');
export const facetAnswer = facetSearchResult.openapi('FacetValues');
export const updateAnswer = z
  .object({
    update: updateRecord,
    /** The nearest before, oldest first. */
    before: z.array(updateRecord),
    after: z.array(updateRecord),
    position: count.openapi({
      description: 'From 1, oldest first; 0 for the introduction, which is not counted',
    }),
    documentSize: count.openapi({ description: 'Updates in the live blog, without its introduction' }),
    /** The most similar first; only where it was asked for. */
    similar: z.array(updateRecord).optional(),
  })
  .openapi('UpdateInContext');
export const documentsAnswer = z.object({ total: z.int(), hits: z.array(documentInfo) }).openapi('Documents');
export const documentAnswer = z
  .object({ document: documentInfo, updates: z.array(updateRecord) })
  .openapi('Timeline');
export const suggestAnswer = z
  .object({
    people: z.array(facetValue),
    organizations: z.array(facetValue),
    places: z.array(facetValue),
    updates: z.array(hit),
  })
  .openapi('Suggestions');
