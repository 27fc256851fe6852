import type { EngineReader, EngineWriter, IndexedDocument } from '../src/engine/engine.ts';
import type { UpdateRecord } from '../src/record.ts';
import type { SourceDocument, SplitDocument } from './document.ts';
import { describe, index, sourceHash, type Pipeline } from './pipeline.ts';
import type { Quarantine } from './quarantine.ts';
import { readDocuments, toProblem, type ReadDocument, type ReadOptions } from './read.ts';
import { countChanges, type DocumentReport, type Report } from './report.ts';
import { holdsOwn, isSample } from './samples.ts';
import { documentId as nameOf } from './sources/document-id.ts';

export interface RunOptions extends ReadOptions {
  /** Afterwards the index holds only what this run read. */
  rebuild?: boolean;
  /** Stop at the first problem. */
  strict?: boolean;
}

/** Everything a run touches. Without a `writer` nothing is written; without a `reader` ids are provisional. */
export interface RunParts {
  pipeline: Pipeline;
  pipelineVersion: string;
  /** The folder of the project's own samples, whose documents are marked. */
  samples: string;
  reader?: EngineReader;
  writer?: EngineWriter;
  /** Where bad documents and updates are put aside. */
  quarantine?: Quarantine;
  /** Every finished record, where somebody wants them. */
  output?: (record: UpdateRecord) => Promise<void>;
  /** More to say about a document, for `check`. */
  inspect?: (document: SourceDocument, split: SplitDocument, records: UpdateRecord[]) => string[];
  progress: (document: DocumentReport) => void;
  interrupted: AbortSignal;
}

/** Thrown by a strict run at its first problem. */
export class StrictError extends Error {
  override name = 'StrictError';
}

export interface Item extends Omit<IndexedDocument, 'entities'> {
  entry: DocumentReport;
  /** What the index held of it. */
  before: UpdateRecord[];
  /** To be called when it is written, and what that brought is among the problems of `entry`. */
  finish: () => Promise<void>;
}

type Read = Omit<Item, 'finish'>;

/** Every input as it goes into the index, with its entry in the report, which `finish` completes. */
export async function* indexedDocuments(
  options: RunOptions,
  parts: RunParts,
  report: Report,
): AsyncGenerator<Item> {
  const claims: Claims = { documents: new Set(), updates: new Map(), indexed: new Set() };
  for await (const read of readDocuments(options, parts.interrupted)) {
    parts.interrupted.throwIfAborted();
    const entry = entryOf(read, options);
    report.documents.push(entry);
    const item =
      (await readOnce(read, claims, entry, options, parts)) ?? (await asItWas(entry, claims, options, parts));
    if (item) claims.indexed.add(entry.id);
    const finish = async () => {
      if (item && entry.updates > 0) countChanges(report, item.before, item.records);
      await parts.quarantine?.settle(read, entry);
      parts.progress(entry);
      if (options.strict) assertGood(entry);
    };
    if (item) yield { ...item, finish };
    else await finish();
  }
}

/** What this run has given away already: each id once. */
interface Claims {
  documents: Set<string>;
  /** From the id of an update to its document. */
  updates: Map<string, string>;
  /** Documents that went into the index. */
  indexed: Set<string>;
}

/** A rebuild keeps what the index has of a document that can't be read this time. */
async function asItWas(
  entry: DocumentReport,
  { indexed }: Claims,
  { rebuild: all }: RunOptions,
  { reader }: RunParts,
): Promise<Read | undefined> {
  if (!all || !reader || entry.problems.length === 0 || indexed.has(entry.id)) return undefined;
  const [document] = await reader.lookup({ collection: 'documents', id: entry.id });
  if (!document) return undefined;
  entry.notes.push('kept as the index had it');
  const records = await reader.timeline(document.id);
  return { document, records, before: records, entry };
}

const entryOf = (
  { document, path, format, problems, notes }: ReadDocument,
  { hints }: RunOptions,
): DocumentReport => ({
  id: document?.id ?? nameOf(path, hints) ?? path,
  path,
  ...(format && { format }),
  updates: 0,
  problems,
  notes,
});

function assertGood({ path, problems: [problem] }: DocumentReport): void {
  if (!problem) return;
  throw new StrictError(`${path}${problem.line ? ` line ${problem.line}` : ''}: ${problem.message}`);
}

async function readOnce(
  { document }: ReadDocument,
  claims: Claims,
  entry: DocumentReport,
  options: RunOptions,
  parts: RunParts,
): Promise<Read | undefined> {
  if (!document) return undefined;
  if (claims.documents.has(document.id)) {
    entry.problems.push({ message: `another input of this run has the id ${document.id} already` });
    return undefined;
  }
  const { title, url } = options.hints;
  if (claims.documents.size > 0 && (title ?? url)) {
    entry.problems.push({ message: '--title and --url are for one document, and this is another' });
    return undefined;
  }
  claims.documents.add(document.id);
  const { known, versions, unchanged } = await whatIsKnown(document, parts);
  const skipped = unchanged && known && !parts.output && !parts.inspect;
  if (skipped) Object.assign(entry, { unchanged: true, updates: known.updateCount });
  if (skipped && !options.rebuild) return undefined;
  const before = known && parts.reader ? await parts.reader.timeline(document.id) : [];
  if (skipped) return { document: known, records: before, before, entry };
  const sample = isSample(document.path, options.base, parts.samples);
  if (sample && !options.rebuild && parts.reader && (await holdsOwn(parts.reader))) {
    entry.notes.push(
      'a sample: left out, because the index holds live blogs of your own (a copy of the file would be one)',
    );
    return undefined;
  }
  const records = claim(claims, document.id, toRecords(document, before, entry, parts), entry);
  if (records.length === 0) return undefined;
  for (const record of records) await parts.output?.(record);
  // A document with problems is read again next time, and they are reported again.
  const hash = entry.problems.length > 0 ? { sourceHash: `${versions.sourceHash}-with-problems` } : {};
  const info = { ...describe(document, records, { ...versions, ...hash }), ...(sample && { sample }) };
  return { document: info, records, before, entry };
}

/** The records, unless one of them has an id that another document of this run has. */
function claim(
  { updates }: Claims,
  documentId: string,
  records: UpdateRecord[],
  entry: DocumentReport,
): UpdateRecord[] {
  const taken = records.find(({ id }) => (updates.get(id) ?? documentId) !== documentId);
  if (taken) {
    const message = `the id ${taken.id} already belongs to an update of ${updates.get(taken.id)}; give each update its own`;
    entry.problems.push({ message });
    entry.updates = 0;
    return [];
  }
  for (const { id } of records) updates.set(id, documentId);
  return records;
}

/** What the index holds of a document, and whether that came from the very same source. */
async function whatIsKnown(document: SourceDocument, { reader, pipeline, pipelineVersion }: RunParts) {
  const versions = { sourceHash: sourceHash(document, pipeline), pipelineVersion };
  const [known] = (await reader?.lookup({ collection: 'documents', id: document.id })) ?? [];
  const unchanged = known?.sourceHash === versions.sourceHash && known.pipelineVersion === pipelineVersion;
  return { versions, known, unchanged };
}

function toRecords(
  document: SourceDocument,
  known: UpdateRecord[],
  entry: DocumentReport,
  parts: RunParts,
): UpdateRecord[] {
  try {
    const { split, records } = index(document, known, parts.pipeline);
    entry.problems.push(...split.problems);
    entry.notes.push(...split.notes, ...(parts.inspect?.(document, split, records) ?? []));
    const { dialect, confidence } = split;
    Object.assign(entry, { dialect, confidence, updates: records.length });
    return records;
  } catch (cause) {
    entry.problems.push(toProblem(cause));
    return [];
  }
}
