import { z } from 'zod';

/** A calendar day (`2014-01-22`) that exists. */
export const day = z.iso.date();

/** A moment without seconds, as many systems write it. */
const minute = z.iso.datetime({ offset: true, precision: -1 });

/** A moment with the offset of the clock it was read from (`2014-01-22T15:15:00-05:00`), or a bare day. */
export const dayOrMoment = z.union([day, z.iso.datetime({ offset: true }), minute], {
  error: 'a date (2014-01-22) or a moment with its offset (2014-01-22T15:15:00-05:00)',
});

export const identifier = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'letters, digits, _ and -, 128 at most');

const strings = z.array(z.string().min(1));
const offset = z.int().nonnegative();
const httpUrl = z.url({ protocol: /^https?$/ });

export const link = z.strictObject({ url: httpUrl, text: z.string().min(1) });

/** An embedded post, picture or video, as data: its text is searchable below the update's own. */
export const media = z.strictObject({
  type: z.enum(['post', 'image', 'video']),
  text: z.string().min(1),
  author: z.string().min(1).optional(),
  handle: z.string().min(1).optional(),
  date: day.optional(),
  credit: z.string().min(1).optional(),
});
export type Media = z.infer<typeof media>;

/** A place on the map, the place the update is mainly about first. */
export const point = z.strictObject({
  placeId: z.string().min(1),
  name: z.string().min(1),
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  precision: z.enum(['country', 'region', 'city']),
});
export type Point = z.infer<typeof point>;

/** A quoted passage of `text` (JavaScript string offsets, without its quotation marks); no speaker where nobody can be sure. */
export const quote = z.strictObject({ start: offset, end: offset, speaker: z.string().min(1).optional() });
export type Quote = z.infer<typeof quote>;

/** The places of an update as paths from the country down: `Syria`, `Syria > Aleppo`, `Syria > Aleppo > Aleppo`. */
export const placePaths = z.strictObject({
  lvl0: strings,
  lvl1: strings.optional(),
  lvl2: strings.optional(),
});
export type PlacePaths = z.infer<typeof placePaths>;

export const ENTITY_FIELDS = [
  'persons',
  'organizations',
  'credits',
  'speakers',
  'places',
  'countries',
] as const;
export type EntityField = (typeof ENTITY_FIELDS)[number];

/** Why a facet value is there: `surface` stands in `field` from `start` to `end` (JavaScript string offsets). */
export const evidence = z.strictObject({
  facet: z.enum([...ENTITY_FIELDS, 'mentionedDays']),
  value: z.string().min(1),
  id: z.string().min(1).optional(),
  surface: z.string().min(1),
  field: z.string().regex(/^(title|text|media\.\d+\.(text|credit))$/),
  start: offset,
  end: offset,
  by: z.string().min(1),
  score: z.number().min(0).max(1).optional(),
});
export type Evidence = z.infer<typeof evidence>;

/** The part of a record that a source can know; the rest is derived. Absent means unknown. */
export const updateFields = z.strictObject({
  documentId: identifier,
  documentTitle: z.string().min(1).optional(),
  publisher: z.string().min(1).optional(),
  url: httpUrl.optional(),
  title: z.string().min(1).optional(),
  text: z.string(),
  kind: z.enum(['update', 'summary', 'intro']),
  keyEvent: z.boolean().optional(),
  pinned: z.boolean().optional(),
  authors: strings.optional(),
  links: z.array(link).optional(),
  media: z.array(media).optional(),
  boundary: z.enum(['marked', 'inferred']),
  publishedAt: dayOrMoment,
  timeZone: z.string().min(1),
  modifiedAt: dayOrMoment.optional(),
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or pt-BR'),
});

/** One update as an engine holds it and the API answers it: flat, no nulls, no empty lists. */
export const updateRecord = updateFields.extend({
  id: identifier,
  timePrecision: z.enum(['second', 'minute', 'day']),
  timeNote: z.string().min(1).optional(),
  /** Epoch seconds; with precision `day` the start of that day in `timeZone`. */
  publishedTs: z.int(),
  /** `publishedTs × 2²⁰ + place in the blog, oldest first`: the tie-break everywhere; negative before 1970. */
  order: z.int(),
  day,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  year: z.string().regex(/^\d{4}$/),
  /** The hour on the blog's own clock (`2014-01-22T15`); absent with precision `day`. */
  hour: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}$/)
    .optional(),
  persons: strings.optional(),
  organizations: strings.optional(),
  credits: strings.optional(),
  speakers: strings.optional(),
  quotes: z.array(quote).optional(),
  places: strings.optional(),
  countries: strings.optional(),
  placePaths: placePaths.optional(),
  mentionedDays: z.array(day).optional(),
  points: z.array(point).optional(),
  evidence: z.array(evidence).optional(),
});
export type UpdateRecord = z.infer<typeof updateRecord>;

/** A live blog, as the list of live blogs shows it. */
export const documentInfo = z.strictObject({
  id: identifier,
  title: z.string().min(1).optional(),
  url: httpUrl.optional(),
  publisher: z.string().min(1).optional(),
  language: z.string().min(2),
  timeZone: z.string().min(1),
  firstTs: z.int(),
  lastTs: z.int(),
  updateCount: z.int().positive(),
  /** Changes when the file, its side file or the options change: "a second start does nothing". */
  sourceHash: z.string().min(1),
  /** Changes when splitting or enrichment change what comes out of the same source. */
  pipelineVersion: z.string().min(1),
  /** One of the project's own samples, which give way to the first document of the newsroom's own. */
  sample: z.boolean().optional(),
});
export type DocumentInfo = z.infer<typeof documentInfo>;

export const ENTITY_TYPES = ['person', 'organization', 'place', 'country'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Someone, something or somewhere that updates name; `name` is the value in the facet of that type. */
export interface EntityInfo {
  id: string;
  type: EntityType;
  name: string;
  /** Other names and spellings that a person may type. */
  aliases: string[];
  lat?: number;
  lng?: number;
}

/** An entity with the updates that name it: how many, and when the latest was published (epoch seconds). */
export interface KnownEntity extends EntityInfo {
  updateCount: number;
  lastSeen: number;
}
