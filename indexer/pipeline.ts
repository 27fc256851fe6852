import { createHash } from 'node:crypto';
import { updateRecord, type DocumentInfo, type UpdateRecord } from '../src/record.ts';
import type { Problem, SourceDocument, SplitDocument, Update } from './document.ts';
import { enrich, type Enrichment } from './enrich/enrich.ts';
import type { Knowledge } from './enrich/knowledge.ts';
import { reconcile } from './reconcile.ts';
import { split } from './split/split.ts';

export interface Pipeline {
  knowledge: () => Knowledge;
  /** Zone of clocks for which neither page nor newsroom names one. */
  defaultZone: string;
}

export interface Indexed {
  split: SplitDocument;
  /** Oldest first; empty where the document could not be cut. */
  records: UpdateRecord[];
}

/** `publishedTs × 2²⁰ + place in the blog`: leaves room for a million updates of the same second. */
const SEQUENCES = 2 ** 20;
/** Until languages are detected, a document that doesn't say its language is taken as English. */
const DEFAULT_LANGUAGE = 'en';

/** The main path: a document is cut into updates, these are enriched and keep the ids that the index (`known`) has for them. */
export function index(
  document: SourceDocument,
  known: readonly UpdateRecord[],
  { knowledge, defaultZone }: Pipeline,
): Indexed {
  const cut = split(document, defaultZone);
  const enrichments = enrich(cut.updates, knowledge(), {
    english: /^en\b/i.test(document.hints.language ?? DEFAULT_LANGUAGE),
  });
  const ids = reconcile(
    cut.updates.map((update) => ({ ...update, documentId: document.id })),
    known,
  );
  const made = cut.updates.map((update, i) => toRecord(document, cut, update, enrichments[i]!, ids[i]!));
  const records = made.filter((record, i) => isSound(record, cut.updates[i]!.line, cut.problems));
  // An update that could not be read is not one that vanished.
  const whole = document.complete && cut.problems.length === 0;
  return { split: cut, records: whole ? records : withKnown(records, known) };
}

/** Nothing goes into an index that doesn't fit the record; what doesn't is a problem of its line. */
function isSound(record: UpdateRecord, line: number, problems: Problem[]): boolean {
  const { success, error } = updateRecord.safeParse(record);
  const issue = error?.issues[0];
  if (issue) problems.push({ line, message: `${issue.path.join('.')}: ${issue.message}` });
  return success;
}

function toRecord(
  { id: documentId, hints }: SourceDocument,
  cut: SplitDocument,
  update: Update,
  enrichment: Enrichment,
  id: string,
): UpdateRecord {
  const { sourceId: _, line: __, sequence, media, more, ...own } = update;
  const documentTitle = hints.title ?? cut.title;
  return {
    id,
    documentId,
    ...(documentTitle && { documentTitle }),
    ...(hints.publisher && { publisher: hints.publisher }),
    ...(hints.url && { url: hints.url }),
    language: hints.language ?? DEFAULT_LANGUAGE,
    ...more,
    ...own,
    ...(media.length > 0 && { media }),
    order: own.publishedTs * SEQUENCES + sequence,
    ...enrichment,
  };
}

/**
 * A source that holds only a part of the blog adds and changes, but never removes. What it adds stands
 * after known updates of the same moment.
 */
function withKnown(records: UpdateRecord[], known: readonly UpdateRecord[]): UpdateRecord[] {
  const read = new Set(records.map(({ id }) => id));
  const all = [...known.filter(({ id }) => !read.has(id)), ...records];
  return all
    .sort((a, b) => a.publishedTs - b.publishedTs)
    .map((record, sequence) => ({ ...record, order: record.publishedTs * SEQUENCES + sequence }));
}

/** What the list of live blogs says of a document. `records` are not empty, oldest first. */
export function describe(
  { id, hints }: SourceDocument,
  records: UpdateRecord[],
  versions: Pick<DocumentInfo, 'sourceHash' | 'pipelineVersion'>,
): DocumentInfo {
  const [first, last] = [records[0]!, records.at(-1)!];
  const { documentTitle: title, publisher, language, timeZone } = first;
  return {
    id,
    ...(title && { title }),
    ...(hints.url && { url: hints.url }),
    ...(publisher && { publisher }),
    language,
    timeZone,
    firstTs: first.publishedTs,
    lastTs: last.publishedTs,
    updateCount: records.length,
    ...versions,
  };
}

/** Changes with the source's content and with everything that was said about it, the default zone included. */
export const sourceHash = (
  { content, hints, complete }: SourceDocument,
  { defaultZone }: Pick<Pipeline, 'defaultZone'>,
): string =>
  createHash('sha256')
    .update(JSON.stringify({ content, hints, complete, defaultZone }))
    .digest('hex')
    .slice(0, 16);
