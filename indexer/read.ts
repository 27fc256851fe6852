import type { DocumentHints, Problem, SourceDocument } from './document.ts';
import { readAs } from './decode.ts';
import { readLines, readText } from './input-text.ts';
import { findInputs, InputError, isUrl } from './inputs.ts';
import { openInput, type OpenInput } from './open-input.ts';
import type { Parsed } from './sources/source.ts';
import { LINE_SOURCE, sourceOf } from './sources/sources.ts';

/** What an input turned out to hold: a document, or only what is wrong with it. */
export interface ReadDocument {
  path: string;
  document?: SourceDocument;
  problems: Problem[];
  notes: string[];
  /** Name of the source that read it. */
  format?: string;
  /** Its part of the input, all of it where the source reads it whole. */
  excerpt?: { text: string; firstLine: number };
}

export interface ReadOptions {
  paths: readonly string[];
  /** Folder that relative paths start from. */
  base: string;
  /** What the person says about the document; wins over side files. */
  hints: DocumentHints;
}

/** Reads every input, one after the other, so that memory doesn't grow with their number. */
export async function* readDocuments(
  { paths, base, hints }: ReadOptions,
  signal: AbortSignal,
): AsyncGenerator<ReadDocument> {
  for await (const { path, error } of findInputs(paths, base)) {
    signal.throwIfAborted();
    try {
      if (error) throw error;
      yield* parse(path, base, hints, signal);
    } catch (cause) {
      signal.throwIfAborted();
      yield { path, problems: [toProblem(cause)], notes: [] };
    }
  }
}

async function* parse(
  path: string,
  base: string,
  hints: DocumentHints,
  signal: AbortSignal,
): AsyncGenerator<ReadDocument> {
  const opened = await openInput(path, base, hints, signal);
  const inLines = LINE_SOURCE.recognizes(path, opened.firstLine);
  for await (const { format, notes, parsed } of inLines ? readInLines(opened) : readWhole(opened)) {
    const told = [...notes, ...(parsed.notes ?? [])];
    yield { path, format, ...withoutLoss(located(parsed, path)), notes: told };
  }
}

/** A document as its source reads it; the notes are true of the whole input. */
interface Reading {
  format: string;
  parsed: Parsed;
  notes: string[];
}

/** JSON is UTF-8 whatever a server says, so only its own mark counts. */
async function* readInLines({ path, hints, bytes, encoding }: OpenInput): AsyncGenerator<Reading> {
  const notes = encoding ? [readAs(encoding)] : [];
  const lines = readLines(bytes, encoding);
  for await (const parsed of LINE_SOURCE.parse({ path, hints, lines }))
    yield { format: LINE_SOURCE.name, parsed, notes };
}

async function* readWhole({ path, hints, bytes, charset }: OpenInput): AsyncGenerator<Reading> {
  const { text, note } = await readText(bytes, charset);
  const input = { path, hints, text };
  const source = sourceOf(input);
  const notes = note ? [note] : [];
  for (const parsed of source.parse(input))
    yield { format: source.name, parsed: { excerpt: { text, firstLine: 1 }, ...parsed }, notes };
}

/** A page that doesn't name its own address has the one that it was fetched from. */
function located(parsed: Parsed, path: string): Parsed {
  const { document } = parsed;
  if (!document || document.hints.url || !isUrl(path)) return parsed;
  return { ...parsed, document: { ...document, hints: { ...document.hints, url: path } } };
}

/** A document of which an update could not be read is not whole: what the index has of it must not vanish. */
const withoutLoss = (parsed: Parsed): Parsed =>
  parsed.document && parsed.problems.length > 0
    ? { ...parsed, document: { ...parsed.document, complete: false } }
    : parsed;

/** What went wrong with one document, so that the others go on. */
export function toProblem(cause: unknown): Problem {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (cause instanceof InputError || code !== undefined) return { message };
  return { message: `Dateline failed on it, which is a fault of Dateline's own: ${String(cause)}` };
}
