import { z } from '@hono/zod-openapi';
import { HISTOGRAM_UNITS, MAX_PER_PAGE, REACHABLE } from '../limits.ts';
import { facetName, type Box, type Circle, type Filters, type SearchQuery } from '../query.ts';
import { FACETS, FACET_NAMES, type FacetName } from '../facets.ts';
import { day, dayOrMoment } from '../record.ts';
import { typedText } from './contract.ts';
import { cursorParameter } from './cursor-parameter.ts';
import { fieldsParameter } from './fields-parameter.ts';
import { nameList } from './name-list.ts';
import { bbox, circleProblem, near, radius } from './geo-parameters.ts';

/** Facets that a search shows when it doesn't say which. */
export const SHOWN_FACETS: FacetName[] = [
  'person',
  'speaker',
  'organization',
  'place',
  'country',
  'publisher',
  'day',
];

const MAX_CHOICES = 20;
const MAX_VALUE_LENGTH = 200;

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number('a whole number')
    .int('a whole number')
    .min(least, `at least ${least}`)
    .max(most, `at most ${most}`);

/** A parameter that may stand several times: hono hands over one string or a list. */
const repeatable = z
  .union([z.string().transform((value) => [value]), z.array(z.string())])
  .pipe(
    z
      .array(z.string().min(1, 'must not be empty').max(MAX_VALUE_LENGTH))
      .max(MAX_CHOICES, `at most ${MAX_CHOICES} times`),
  );

const choice = (facet: FacetName, how: string) =>
  (facet === 'mentioned' ? repeatable.refine(isDay, 'must be a date (2014-01-22)') : repeatable)
    .optional()
    .openapi({
      type: 'array',
      items: { type: 'string' },
      description: `${FACETS[facet].label}: ${how}`,
    });

const isDay = (values: string[] | undefined) =>
  values?.every((value) => day.safeParse(value).success) ?? true;

const plainChoice = (facet: FacetName) =>
  choice(facet, FACETS[facet].values === 'many' ? 'updates with all of these' : 'updates with one of these');

type ChoiceParameter = FacetName | `${FacetName}.any` | `${FacetName}.not`;
const choiceParameters = Object.fromEntries(
  FACET_NAMES.flatMap((facet) => [
    [facet, plainChoice(facet)],
    [`${facet}.any`, choice(facet, 'updates with at least one of these')],
    [`${facet}.not`, choice(facet, 'updates with none of these')],
  ]),
) as Record<ChoiceParameter, ReturnType<typeof choice>>;

const facetList = nameList
  .pipe(z.array(facetName))
  .optional()
  .openapi({
    type: 'string',
    description: `Facets to count, with commas between: ${FACET_NAMES.join(', ')}`,
  });

const query = typedText
  .default('')
  .openapi({ description: 'Words, "phrases", -exclusions; the last word may be unfinished' });

/** What narrows a search, whatever is then asked of it. */
const narrowing = {
  match: z.enum(['auto', 'exact']).default('auto').openapi({ description: 'exact corrects no typos' }),
  ...choiceParameters,
  from: dayOrMoment.optional().openapi({ description: "First day on the blog's calendar, or first moment" }),
  to: dayOrMoment.optional().openapi({ description: "Last day on the blog's calendar, or last moment" }),
  bbox,
  near,
  radius,
};

const wholeCircle = (given: Parameters<typeof circleProblem>[0], context: z.core.$RefinementCtx) => {
  const wrong = circleProblem(given);
  if (wrong) context.addIssue({ code: 'custom', ...wrong });
};

/** Without a query there is no relevance, so the newest lead. */
const sortOf = ({ sort, q }: { sort?: SearchQuery['sort'] | undefined; q: string }) =>
  sort ?? (q.trim() === '' ? 'newest' : 'relevance');

export const searchParameters = z
  .object({
    q: query,
    ...narrowing,
    sort: z
      .enum(['relevance', 'newest', 'oldest'])
      .optional()
      .openapi({ description: 'Relevance; newest without a query' }),
    page: wholeNumber(1, REACHABLE).default(1),
    perPage: wholeNumber(1, MAX_PER_PAGE).default(20),
    cursor: cursorParameter,
    groupBy: z.enum(['document']).optional().openapi({ description: 'One hit for each live blog' }),
    facets: facetList,
    facetLimit: wholeNumber(1, 100).default(10),
    histogram: z.enum(['auto', ...HISTOGRAM_UNITS]).optional(),
    evidence: z
      .enum(['true', 'false'])
      .default('false')
      .openapi({ description: 'Add why each facet value is there' }),
    fields: fieldsParameter,
  })
  .refine(({ page, perPage }) => page * perPage <= REACHABLE, {
    path: ['page'],
    message: `pages reach ${REACHABLE.toLocaleString('en')} hits deep; narrow the search by date or facet instead`,
  })
  .refine(({ cursor, page }) => !cursor || page === 1, {
    path: ['cursor'],
    message: 'not together with page',
  })
  .refine(({ cursor, groupBy }) => !cursor || !groupBy, {
    path: ['cursor'],
    message: 'not together with groupBy',
  })
  .refine(({ cursor, sort, q }) => !cursor || sortOf({ sort, q }) !== 'relevance', {
    path: ['cursor'],
    message: 'needs sort=newest or sort=oldest',
  })
  .superRefine(wholeCircle);
export type SearchParameters = z.infer<typeof searchParameters>;

export const facetSearchParameters = z
  .object({
    q: typedText.default('').openapi({ description: 'Words inside the value: kerry finds John Kerry' }),
    query,
    ...narrowing,
    facetLimit: wholeNumber(1, 100).default(10),
  })
  .superRefine(wholeCircle);

/** The filters in checked parameters, in the engines' terms. */
export function toFilters(
  parameters: Partial<Record<ChoiceParameter, string[] | undefined>> & {
    from?: string | undefined;
    to?: string | undefined;
    bbox?: Box | undefined;
    near?: Omit<Circle, 'radius'> | undefined;
    radius?: number | undefined;
  },
): Filters {
  const facets: Filters['facets'] = {};
  for (const facet of FACET_NAMES) {
    const all = parameters[facet];
    const any = parameters[`${facet}.any`];
    const not = parameters[`${facet}.not`];
    if (all || any || not) facets[facet] = { ...(all && { all }), ...(any && { any }), ...(not && { not }) };
  }
  const { from, to, bbox: box, near: centre, radius: km } = parameters;
  return {
    facets,
    ...(from && { from }),
    ...(to && { to }),
    ...(box && { box }),
    ...(centre && km !== undefined && { circle: { ...centre, radius: km } }),
  };
}

/** A checked search, in the engines' terms. */
export function toSearchQuery(parameters: SearchParameters): SearchQuery {
  const { q, match, page, perPage, cursor, groupBy, facetLimit, histogram } = parameters;
  return {
    q,
    match,
    page,
    perPage,
    facetLimit,
    filters: toFilters(parameters),
    sort: sortOf(parameters),
    ...(cursor && { cursor }),
    ...(groupBy && { groupBy }),
    facets: parameters.facets ?? SHOWN_FACETS,
    ...(histogram && { histogram }),
    ...((parameters.evidence === 'true' || parameters.fields?.includes('evidence')) && { evidence: true }),
  };
}
