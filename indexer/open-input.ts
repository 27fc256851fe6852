import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { addAbortSignal, Readable } from 'node:stream';
import { byteOrderMark } from './decode.ts';
import type { DocumentHints } from './document.ts';
import { fetchPage } from './fetch-page.ts';
import { firstLineOf, LINE_END, MOST_BYTES, type Bytes } from './input-text.ts';
import { InputError, isUrl } from './inputs.ts';
import { readSideFile } from './side-file.ts';
import type { NamedInput } from './sources/source.ts';

/** An input of which only the beginning has been read, to see what it is. */
export interface OpenInput extends NamedInput {
  firstLine: string;
  /** What a mark at its start says it is written in. */
  encoding?: string;
  /** What its server says it is written in. */
  charset?: string;
  /** All its bytes, from the first. */
  bytes: Bytes;
}

const CHUNK_BYTES = 1 << 18;

/**
 * Opens a file, an address or standard input, with its side file. What `given` says wins over the side
 * file. @throws InputError for what can't be reached, or has a side file that doesn't fit.
 */
export async function openInput(
  path: string,
  base: string,
  given: DocumentHints,
  signal: AbortSignal,
): Promise<OpenInput> {
  const { source, hints = {}, charset } = await find(path, base, signal);
  const read = await peek(source);
  return { path, hints: { ...hints, ...given }, ...(charset && { charset }), ...read };
}

interface Found {
  source: Bytes;
  hints?: DocumentHints;
  charset?: string;
}

async function find(path: string, base: string, signal: AbortSignal): Promise<Found> {
  if (path === '-') return { source: addAbortSignal(signal, process.stdin) };
  if (isUrl(path)) return await fetched(path, signal);
  const file = resolve(base, path);
  const hints = await readSideFile(file);
  return { source: createReadStream(file, { signal, highWaterMark: CHUNK_BYTES }), hints };
}

async function fetched(url: string, signal: AbortSignal): Promise<Found> {
  try {
    const { bytes, charset } = await fetchPage(url, signal);
    return { source: Readable.from([bytes]), ...(charset && { charset }) };
  } catch (cause) {
    if (cause instanceof RangeError) throw new InputError(cause.message, { cause });
    throw cause;
  }
}

/** Reads as far as the end of the first line, or as far as anything is read at once. */
async function peek(source: Bytes): Promise<Pick<OpenInput, 'firstLine' | 'encoding' | 'bytes'>> {
  const rest = source[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let size = 0;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    start.push(next.value);
    size += next.value.length;
    if (size > MOST_BYTES || next.value.includes(LINE_END)) break;
  }
  const read = Buffer.concat(start);
  const encoding = byteOrderMark(read);
  return {
    firstLine: firstLineOf(read, encoding),
    ...(encoding && { encoding }),
    bytes: resumed(read, rest),
  };
}

async function* resumed(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield start;
    yield* { [Symbol.asyncIterator]: () => rest };
  } finally {
    await rest.return?.();
  }
}
