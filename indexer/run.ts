import { resolve, sep } from 'node:path';
import {
  IdConflictError,
  type EngineReader,
  type EngineWriter,
  type IndexedDocument,
} from '../src/engine/engine.ts';
import type { UpdateRecord } from '../src/record.ts';
import type { DocumentHints, Problem, SourceDocument } from './document.ts';
import { findInputs, InputError, readInput } from './inputs.ts';
import { describe, index, sourceHash, type Pipeline } from './pipeline.ts';
import { countChanges, emptyReport, type DocumentReport, type Report } from './report.ts';
import { documentId } from './sources/document-id.ts';
import { sourceOf } from './sources/sources.ts';

export interface RunOptions {
  paths: readonly string[];
  /** Folder that relative paths start from. */
  base: string;
  hints: DocumentHints;
  /** Afterwards the index holds only what this run read. */
  rebuild: boolean;
  /** Stop at the first problem. */
  strict: boolean;
}

/** Everything a run touches. Without `reader` and `writer` it is a dry run. */
export interface RunParts {
  pipeline: Pipeline;
  pipelineVersion: string;
  /** The folder of the project's own samples, whose documents are marked. */
  samples: string;
  engine?: { reader: EngineReader; writer: EngineWriter };
  /** Every finished record, where somebody wants them. */
  output?: (record: UpdateRecord) => Promise<void>;
  progress: (document: DocumentReport) => void;
  interrupted: AbortSignal;
}

/** Thrown by a strict run at its first problem. */
export class StrictError extends Error {
  override name = 'StrictError';
}

/**
 * Reads every input and brings the index in step with it. A bad document is a problem in the report
 * and the run goes on. @throws EngineError where the engine fails, StrictError, and the reason of
 * `interrupted`; what was written before stays, a rebuild leaves the old index.
 */
export async function run(options: RunOptions, parts: RunParts): Promise<Report> {
  const report = emptyReport();
  const start = performance.now();
  const documents = indexedDocuments(options, parts, report);
  if (options.rebuild && parts.engine) await parts.engine.writer.rebuild(atLeastOne(documents));
  else for await (const item of documents) await write(item, parts);
  if (!options.rebuild && parts.engine) await dropSamples(parts.engine, parts.samples, options, report);
  report.seconds = (performance.now() - start) / 1000;
  return report;
}

/** How many live blogs are looked at to tell samples from a newsroom's own; the latest come first. */
const MOST_DOCUMENTS = 10_000;

interface Item extends IndexedDocument {
  entry: DocumentReport;
}

async function write({ document, records, entry }: Item, { engine }: RunParts): Promise<void> {
  try {
    await engine?.writer.replace(document, records);
  } catch (error) {
    if (!(error instanceof IdConflictError)) throw error;
    entry.problems.push({ message: error.message });
    entry.updates = 0;
  }
}

/** A rebuild from nothing would empty the index: then nothing is done. */
async function* atLeastOne(documents: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let any = false;
  for await (const item of documents) {
    any = true;
    yield item;
  }
  if (!any) throw new InputError('nothing could be read, so the index was left as it is');
}

async function* indexedDocuments(options: RunOptions, parts: RunParts, report: Report): AsyncGenerator<Item> {
  const seen = new Set<string>();
  for await (const { document, problems, path } of readDocuments(options)) {
    parts.interrupted.throwIfAborted();
    const entry: DocumentReport = {
      id: document?.id ?? documentId(path, options.hints) ?? path,
      path,
      updates: 0,
      problems,
      notes: [],
    };
    report.documents.push(entry);
    if (document && seen.has(document.id))
      problems.push({ message: `another input of this run has the id ${document.id} already` });
    else if (document) {
      seen.add(document.id);
      const item = await indexDocument(document, entry, options, parts, report);
      if (item) yield item;
    }
    // After the yield the document is written, and a write may have found one more problem.
    parts.progress(entry);
    const [problem] = problems;
    if (options.strict && problem)
      throw new StrictError(`${path}${problem.line ? ` line ${problem.line}` : ''}: ${problem.message}`);
  }
}

interface ReadDocument {
  path: string;
  document?: SourceDocument;
  problems: Problem[];
}

async function* readDocuments({ paths, base, hints }: RunOptions): AsyncGenerator<ReadDocument> {
  for await (const { path, error } of findInputs(paths, base)) {
    try {
      if (error) throw error;
      const input = await readInput(path, base, hints);
      for (const parsed of sourceOf(input).parse(input)) yield { path, ...parsed };
    } catch (cause) {
      if (!(cause instanceof InputError) && !(cause as NodeJS.ErrnoException).code) throw cause;
      yield { path, problems: [{ message: (cause as Error).message }] };
    }
  }
}

/** Cuts, enriches and describes a document; undefined where there is nothing to write. */
async function indexDocument(
  document: SourceDocument,
  entry: DocumentReport,
  options: RunOptions,
  parts: RunParts,
  report: Report,
): Promise<Item | undefined> {
  const versions = { sourceHash: sourceHash(document), pipelineVersion: parts.pipelineVersion };
  const [known] = (await parts.engine?.reader.lookup({ collection: 'documents', id: document.id })) ?? [];
  const unchanged =
    known?.sourceHash === versions.sourceHash && known.pipelineVersion === versions.pipelineVersion;
  const before = known && parts.engine ? await parts.engine.reader.timeline(document.id) : [];
  if (unchanged && !parts.output) {
    Object.assign(entry, { unchanged: true, updates: known.updateCount });
    return options.rebuild ? { document: known, records: before, entry } : undefined;
  }
  const sample = isSample(document.path, options.base, parts.samples);
  if (sample && !options.rebuild && parts.engine && (await holdsOwn(parts.engine.reader))) {
    entry.notes.push('a sample: left out, because the index holds live blogs of your own');
    return undefined;
  }
  const { split, records } = index(document, before, parts.pipeline);
  entry.problems.push(...split.problems);
  entry.notes.push(...split.notes);
  if (records.length === 0) return undefined;
  Object.assign(entry, { dialect: split.dialect, updates: records.length });
  countChanges(report, before, records);
  for (const record of records) await parts.output?.(record);
  return {
    document: { ...describe(document, records, versions), ...(sample && { sample }) },
    records,
    entry,
  };
}

const isSample = (path: string, base: string, samples: string) =>
  resolve(base, path).startsWith(samples + sep);

const allDocuments = (reader: EngineReader) =>
  reader.lookup({ collection: 'documents', prefix: '', limit: MOST_DOCUMENTS });

/** Does the index hold anything but samples? */
export const holdsOwn = async (reader: EngineReader): Promise<boolean> =>
  (await allDocuments(reader)).some(({ sample }) => !sample);

/** The samples give way to the first document of the newsroom's own. */
async function dropSamples(
  { reader, writer }: { reader: EngineReader; writer: EngineWriter },
  samples: string,
  { base }: RunOptions,
  report: Report,
): Promise<void> {
  const own = report.documents.some(({ path, updates }) => updates > 0 && !isSample(path, base, samples));
  if (!own) return;
  const read = new Set(report.documents.map(({ id }) => id));
  const left = (await allDocuments(reader)).filter(({ sample, id }) => sample && !read.has(id));
  for (const { id, updateCount } of left) {
    await writer.remove(id);
    report.removed += updateCount;
  }
  if (left.length > 0) report.notes.push(`The ${left.length} sample live blogs have given way to your own.`);
}
