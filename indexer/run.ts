import { IdConflictError, type Refusal } from '../src/engine/engine.ts';
import { brokenOff } from './broken-off.ts';
import { entitiesOf } from './enrich/entities.ts';
import { indexedDocuments, type Item, type RunOptions, type RunParts } from './indexed-documents.ts';
import { indexedBlogs } from './indexed-blogs.ts';
import { InputError } from './inputs.ts';
import type { Pipeline } from './pipeline.ts';
import { refusals, refuse } from './refusals.ts';
import { emptyReport, type Report } from './report.ts';
import { createWindow, WRITES_AT_ONCE } from './window.ts';
import { dropSamples, isSample } from './samples.ts';

/**
 * Reads every input and brings the index in step with it. A bad document is a problem in the report
 * and the run goes on. @throws EngineError where the engine fails (BrokenOffError if something was written
 * before, which stays; a rebuild leaves the old index), StrictError, and the reason of `interrupted`.
 */
export async function run(options: RunOptions, parts: RunParts): Promise<Report> {
  const report = emptyReport();
  const start = performance.now();
  const documents = indexedDocuments(options, parts, report);
  if (options.rebuild && parts.writer) await rebuild(documents, parts, report);
  else await writeEach(documents, options, parts, report);
  report.seconds = (performance.now() - start) / 1000;
  return report;
}

async function rebuild(
  documents: AsyncGenerator<Item>,
  { reader, writer, pipeline, quarantine }: RunParts,
  report: Report,
): Promise<void> {
  const held = reader ? await indexedBlogs(reader) : [];
  const refused = await writer?.rebuild(withEntities(atLeastOne(documents), pipeline)).then(nobody, refusals);
  for (const refusal of refused ?? []) {
    const entry = report.documents.find(({ id }) => id === refusal.documentId);
    if (!entry) continue;
    refuse(entry, refusal);
    await quarantine?.settle(entry, entry);
  }
  const kept = new Set(report.documents.map(({ id }) => id));
  for (const { id, updateCount } of held) if (!kept.has(id)) report.removed += updateCount;
}

async function writeEach(
  documents: AsyncGenerator<Item>,
  options: RunOptions,
  parts: RunParts,
  report: Report,
): Promise<void> {
  const window = createWindow(options.strict ? 1 : WRITES_AT_ONCE);
  try {
    for await (const item of documents) await window.add(() => write(item, parts).then(item.finish));
    await window.done();
    if (!options.rebuild) await giveWay(options, parts, report);
  } catch (cause) {
    // What was under way beside it may have gone in, and then it counts.
    await window.done().catch(() => undefined);
    throw parts.writer ? brokenOff(report, cause) : cause;
  }
}

async function write({ document, records, entry }: Item, { writer, pipeline }: RunParts): Promise<void> {
  try {
    await writer?.replace(document, records, entitiesOf(records, pipeline.knowledge().entityOf));
  } catch (error) {
    if (error instanceof IdConflictError) {
      entry.problems.push({ message: error.message });
      entry.updates = 0;
    } else for (const refusal of refusals(error)) refuse(entry, refusal);
  }
}

const nobody = (): readonly Refusal[] => [];

async function* withEntities(documents: AsyncGenerator<Item>, { knowledge }: Pipeline) {
  for await (const item of documents) {
    yield { ...item, entities: entitiesOf(item.records, knowledge().entityOf) };
    // It is taken, and written when all are.
    await item.finish();
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

/** The samples give way to the first document of the newsroom's own. */
async function giveWay(
  { base }: RunOptions,
  { reader, writer, samples }: RunParts,
  report: Report,
): Promise<void> {
  const own = report.documents.some(({ path, updates }) => updates > 0 && !isSample(path, base, samples));
  if (!own || !reader || !writer) return;
  const dropped = await dropSamples({ reader, writer }, new Set(report.documents.map(({ id }) => id)));
  if (dropped.length === 0) return;
  report.removed += dropped.reduce((sum, { updateCount }) => sum + updateCount, 0);
  report.notes.push(`The ${dropped.length} sample live blogs have given way to your own.`);
}
