import type { EngineReader } from '../src/engine/engine.ts';
import { updateFields, updateRecord, type DocumentInfo, type UpdateRecord } from '../src/record.ts';
import type { Update } from './document.ts';
import { enrich, type Enrichment } from './enrich/enrich.ts';
import { brokenOff } from './broken-off.ts';
import { entitiesOf } from './enrich/entities.ts';
import type { RunParts } from './indexed-documents.ts';
import { indexedBlogs } from './indexed-blogs.ts';
import { InputError } from './inputs.ts';
import { SEQUENCES, type Pipeline } from './pipeline.ts';
import { refacetedVersion } from './pipeline-version.ts';
import { toProblem } from './read.ts';
import { refusals, refuse } from './refusals.ts';
import { countChanges, emptyReport, type DocumentReport, type Report } from './report.ts';
import { createWindow, WRITES_AT_ONCE } from './window.ts';

export interface RefacetParts extends Pick<
  RunParts,
  'pipeline' | 'pipelineVersion' | 'writer' | 'progress' | 'interrupted'
> {
  reader: EngineReader;
}

/**
 * Enriches every live blog of the index anew from its records, without its source: ids, times and texts
 * stay, facets and evidence follow the knowledge of today. Without a `writer` nothing is written.
 * @throws InputError where the index is empty, EngineError where the engine fails (BrokenOffError if something was
 * written before, which stays), and the reason of `interrupted`.
 */
export async function refacet(parts: RefacetParts): Promise<Report> {
  const start = performance.now();
  const report = emptyReport();
  const documents = await indexedBlogs(parts.reader);
  if (documents.length === 0)
    throw new InputError('the index holds no live blog that could be enriched anew');
  const window = createWindow(WRITES_AT_ONCE);
  try {
    for (const document of documents) {
      parts.interrupted.throwIfAborted();
      await window.add(async () => {
        const entry = await refacetDocument(document, parts, report);
        report.documents.push(entry);
        parts.progress(entry);
      });
    }
    await window.done();
  } catch (cause) {
    // What was under way beside it may have gone in, and then it counts.
    await window.done().catch(() => undefined);
    throw parts.writer ? brokenOff(report, cause) : cause;
  }
  report.seconds = (performance.now() - start) / 1000;
  return report;
}

async function refacetDocument(
  document: DocumentInfo,
  { reader, writer, pipeline, pipelineVersion }: RefacetParts,
  report: Report,
): Promise<DocumentReport> {
  const { id, updateCount } = document;
  // There is no path: what is read is the index.
  const entry: DocumentReport = { id, path: id, updates: updateCount, problems: [], notes: [] };
  const version = refacetedVersion(document.pipelineVersion, pipelineVersion);
  if (version !== pipelineVersion)
    entry.notes.push('cut by another version of Dateline: the next run over its source reads it again');
  if (version === document.pipelineVersion) return { ...entry, unchanged: true };
  const before = await reader.timeline(id);
  const { records, problem } = enrichAnew(before, pipeline);
  if (problem) return { ...entry, updates: 0, problems: [problem] };
  const entities = entitiesOf(records, pipeline.knowledge().entityOf);
  const refused = await writer
    ?.replace({ ...document, pipelineVersion: version }, records, entities)
    .then(() => [], refusals);
  for (const refusal of refused ?? []) refuse(entry, refusal);
  countChanges(report, before, records);
  return entry;
}

/** A document that enrichment fails on stays as it is. */
function enrichAnew(before: readonly UpdateRecord[], { knowledge }: Pipeline) {
  try {
    const enrichments = enrich(before.map(toUpdate), knowledge());
    const records = before.map((record, i): UpdateRecord => ({
      ...withoutEnrichment(record),
      ...enrichments[i]!,
    }));
    for (const record of records) updateRecord.parse(record);
    return { records };
  } catch (cause) {
    return { records: [], problem: toProblem(cause) };
  }
}

type SplitRecord = Omit<UpdateRecord, keyof Enrichment>;

/** What reading and splitting gave the record; all its other fields come from enrichment. */
const SPLIT_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(updateFields.shape),
  'id',
  'timePrecision',
  'timeNote',
  'publishedTs',
  'order',
]);

/** A record is flat, so what is left of it lacks only what enrichment adds. */
const withoutEnrichment = (record: UpdateRecord) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => SPLIT_FIELDS.has(field))) as SplitRecord;

/** The update that a record was made of; there is no file, so its line is its place in the blog. */
function toUpdate(record: UpdateRecord, place: number): Update {
  const { title, media = [], order, publishedTs, timeNote, ...own } = record;
  const { kind, boundary, text, publishedAt, timeZone, timePrecision } = own;
  return {
    line: place + 1,
    kind,
    boundary,
    ...(title !== undefined && { title }),
    text,
    media,
    more: own,
    publishedAt,
    publishedTs,
    timeZone,
    timePrecision,
    ...(timeNote !== undefined && { timeNote }),
    sequence: order - publishedTs * SEQUENCES,
  };
}
