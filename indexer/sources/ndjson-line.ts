import { z } from 'zod';
import { ENTITY_FIELDS, identifier, updateFields } from '../../src/record.ts';
import type { Block, DocumentHints, Problem } from '../document.ts';
import { isZone } from '../split/zone.ts';

/** Fields that enrichment makes: records that Dateline wrote itself can be read back, these are made anew. */
const MADE = [
  'publishedTs',
  'order',
  'timePrecision',
  'timeNote',
  'day',
  'month',
  'year',
  'hour',
  'points',
  'quotes',
  'placePaths',
  'mentionedDays',
  'evidence',
  ...ENTITY_FIELDS,
];

/** One line: one update. `documentId`, `publishedAt` and `title` or `text` are needed, the rest is optional. */
const ndjsonUpdate = updateFields
  .partial()
  .required({ documentId: true, publishedAt: true })
  .extend({
    id: identifier.optional(),
    /** Only on the first line of a document: does the source hold the whole blog? */
    complete: z.boolean().optional(),
    timeZone: z.string().refine(isZone, 'must be an IANA time zone like Europe/Berlin').optional(),
  })
  .refine((update) => update.title || update.text, 'needs a title or a text');
type NdjsonUpdate = z.infer<typeof ndjsonUpdate>;

/** An update and the number of its line, from 1. */
export interface NdjsonRead {
  line: number;
  update: NdjsonUpdate;
}

/** A line: an update, or a problem; of which document, as far as that can be seen. */
export type NdjsonLine = { documentId?: string } & ({ read: NdjsonRead } | { problem: Problem });

/** Reads one line by itself; bad content is a problem, never an exception. */
export function readNdjsonLine(text: string, line: number): NdjsonLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: { line, message: `no JSON: ${(error as Error).message}` } };
  }
  const result = ndjsonUpdate.safeParse(withoutMade(value));
  if (result.success) return { documentId: result.data.documentId, read: { line, update: result.data } };
  const { path, message } = result.error.issues[0]!;
  const problem = { line, message: path.length > 0 ? `${path.join('.')}: ${message}` : message };
  const { documentId } = Object(value) as { documentId?: unknown };
  return { ...(typeof documentId === 'string' && { documentId }), problem };
}

function withoutMade(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => !MADE.includes(field)));
}

/** What the person who runs the indexer says about the document wins over what its lines say. */
export function toBlock({ line, update }: NdjsonRead, given: DocumentHints): Block {
  const {
    id,
    documentId: _,
    complete: __,
    publishedAt,
    title,
    text = '',
    kind = 'update',
    boundary = 'marked',
    media = [],
    ...own
  } = update;
  const more = { ...own };
  if (given.title) delete more.documentTitle;
  if (given.publisher) delete more.publisher;
  if (given.timeZone) delete more.timeZone;
  if (given.language) delete more.language;
  return {
    line,
    kind,
    boundary,
    text: text.replace(/\r\n?/g, '\n'),
    media,
    time: { iso: publishedAt },
    more: more as NonNullable<Block['more']>,
    ...(id && { sourceId: id }),
    ...(title && { title }),
  };
}
