import { assertText, decode, decodeLine, type Decoded } from './decode.ts';
import { InputError } from './inputs.ts';
import type { TextLine } from './sources/source.ts';

/** The bytes of an input, as they arrive. */
export type Bytes = AsyncIterable<Uint8Array>;

/**
 * The most that is held at once, be it a line or a whole document, which is in memory several times over
 * as bytes, text and blocks. A live blog is seldom larger than 2 MB.
 */
export const MOST_BYTES = 200_000_000;
export const LINE_END = 0x0a;

/** Reads an input whole; `charset` is what its server says it is written in. @throws InputError for what is too large or no text. */
export async function readText(bytes: Bytes, charset?: string): Promise<Decoded> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new InputError(`larger than ${MEGABYTES} MB: only Dateline’s NDJSON is read line by line`);
    chunks.push(chunk);
  }
  return asInputError(() => decode(Buffer.concat(chunks), charset));
}

const MEGABYTES = MOST_BYTES / 1_000_000;

/**
 * Reads an input line by line, so that it may be of any length. Where no mark at its start names its
 * `encoding`, each line shows by itself whether it is UTF-8. @throws InputError for a line that is too
 * long and for what is no text.
 */
export async function* readLines(bytes: Bytes, encoding?: string): AsyncGenerator<TextLine> {
  let number = 0;
  for await (const line of linesIn(encoding ? toUtf8(bytes, encoding) : bytes)) {
    if (++number === 1) asInputError(() => assertText(line));
    yield { number, ...decodeLine(line) };
  }
}

async function* toUtf8(bytes: Bytes, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** The first line of an input that begins with these bytes; what is no text shows later. */
export function firstLineOf(start: Uint8Array, encoding = 'utf-8'): string {
  const text = new TextDecoder(encoding).decode(start);
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

async function* linesIn(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end)]);
      begun = [];
      size = 0;
      from = end + 1;
    }
    begun.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > MOST_BYTES) throw new InputError(`has a line of more than ${MEGABYTES} MB`);
  }
  if (size > 0) yield Buffer.concat(begun);
}

function asInputError<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new InputError((cause as Error).message, { cause });
  }
}
