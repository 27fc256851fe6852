import { z } from 'zod';
import { ENTITY_FIELDS, identifier, updateFields } from '../../src/record.ts';
import type { Block, DocumentHints, Problem, SourceDocument } from '../document.ts';
import { isZone } from '../split/zone.ts';
import type { Input, Parsed, Source } from './source.ts';

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
export const ndjsonUpdate = updateFields
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

interface Read {
  line: number;
  update: NdjsonUpdate;
}

/** Dateline's own NDJSON, the way in for any CMS: one update per line, the lines of a document together. */
export const datelineNdjson: Source = {
  name: 'dateline-ndjson',
  recognizes({ path, text }) {
    if (/\.(ndjson|jsonl)$/i.test(path)) return true;
    return /^\s*\{/.test(text) && /"documentId"/.test(text.slice(0, text.indexOf('\n') + 1 || undefined));
  },
  *parse(input) {
    const done = new Set<string>();
    let group: Group = { lines: [], problems: [], whole: true };
    for (const [i, text] of input.text.split('\n').entries()) {
      if (text.trim() === '') continue;
      const read = readLine(text, i + 1);
      if (read.documentId !== undefined && group.id !== undefined && read.documentId !== group.id) {
        yield toDocument(input, group, done);
        // A line that can't be read at all may have been the next document's.
        group = { lines: [], problems: [], whole: !group.endsInDoubt };
      }
      add(group, read);
    }
    if (group.id === undefined && group.problems.length === 0)
      group.problems.push({ message: 'there is no update in it' });
    yield toDocument(input, group, done);
  },
};

/** The lines of one document, as far as they can be read. */
interface Group {
  id?: string;
  lines: Read[];
  problems: Problem[];
  /** False where one of its updates may stand in a line that can't be read. */
  whole: boolean;
  endsInDoubt?: boolean;
}

/** A line: an update, or a problem; of which document, as far as that can be seen. */
type Line = { documentId?: string } & ({ read: Read } | { problem: Problem });

function add(group: Group, line: Line): void {
  group.endsInDoubt = line.documentId === undefined;
  if (line.documentId !== undefined) group.id = line.documentId;
  if ('read' in line) group.lines.push(line.read);
  else group.problems.push(line.problem);
}

function readLine(text: string, line: number): Line {
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

function toDocument({ path, hints }: Input, { lines, problems, whole }: Group, done: Set<string>): Parsed {
  const [first] = lines;
  if (!first) return { problems };
  const { documentId, documentTitle, publisher, language, complete = true } = first.update;
  if (done.has(documentId)) {
    const message = `the lines of ${documentId} do not stand together; sort the file by documentId`;
    return { problems: [...problems, { line: first.line, message }] };
  }
  done.add(documentId);
  const known = {
    ...(documentTitle && { title: documentTitle }),
    ...(publisher && { publisher }),
    ...(language && { language }),
  };
  const document: SourceDocument = {
    id: documentId,
    path,
    hints: { ...known, ...hints },
    complete: complete && whole,
    content: { blocks: lines.map((read) => toBlock(read, hints)) },
  };
  return { document, problems, notes: markupNotes(lines) };
}

const MARKUP = /<(?:p|br|div|a|b|strong|em|i|ul|li|img|span|h[1-6])\b[^<]*>|&(?:amp|lt|gt|quot|nbsp|#\d+);/i;

/** The text of an update is plain; what looks like HTML is shown as it stands, which nobody will want. */
function markupNotes(lines: Read[]): string[] {
  const marked = lines.filter(({ update }) => MARKUP.test(`${update.title ?? ''} ${update.text ?? ''}`));
  if (marked.length === 0) return [];
  return [`${marked.length} with HTML in title or text, like line ${marked[0]!.line}: send plain text`];
}

/** What the person who runs the indexer says about the document wins over what its lines say. */
function toBlock({ line, update }: Read, given: DocumentHints): Block {
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
