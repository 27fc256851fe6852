/** A text and how it was read, where that isn't plain UTF-8. */
export interface Decoded {
  text: string;
  note?: string;
}

/** How far into a page its own word about its encoding may stand (the HTML standard's limit). */
const SNIFFED_BYTES = 1024;
const DECLARED = /<meta[^>]{0,200}charset=["']?([\w-]{2,20})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,20})/i;
/** What old systems of Western newsrooms write where nothing says what it is. */
const FALLBACK = 'windows-1252';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the bytes of a document: UTF-16 by its mark, what its server says (`served`), UTF-8, what the page
 * says of itself, else Windows-1252. What the server says and the bytes are not is only noted.
 * @throws RangeError for what is no text.
 */
export function decode(bytes: Uint8Array, served?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), note: readAs(marked) };
  const { text, note } = served === undefined ? {} : asServed(bytes, served);
  if (text !== undefined) return { text, ...(note && { note }) };
  const guessed = asGuessed(bytes);
  const notes = [note, guessed.note].filter(Boolean).join('; ');
  return { text: guessed.text, ...(notes && { note: notes }) };
}

/** In the encoding that a server names; without a text where that is none, or not this one. */
function asServed(bytes: Uint8Array, label: string): Partial<Decoded> {
  const encoding = encodingOf(label);
  if (!encoding) return { note: `its server says ${label}, an encoding that nobody knows` };
  if (!encoding.startsWith('utf-16')) assertText(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'utf-8' ? { text } : { text, note: `read as ${encoding}, as its server says` };
  } catch {
    return { note: `its server says ${label}, which it is not` };
  }
}

function asGuessed(bytes: Uint8Array): Decoded {
  assertText(bytes);
  const text = inUtf8(bytes);
  if (text !== undefined) return { text };
  const encoding = declared(bytes) ?? FALLBACK;
  return { text: new TextDecoder(encoding).decode(bytes), note: `no UTF-8; read as ${encoding}` };
}

/** Reads one line of a longer text, all of whose encodings leave line ends alone; `encoding` where it isn't UTF-8. */
export function decodeLine(bytes: Uint8Array): { text: string; encoding?: string } {
  const text = inUtf8(bytes);
  return text === undefined
    ? { text: new TextDecoder(FALLBACK).decode(bytes), encoding: FALLBACK }
    : { text };
}

function inUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

export const readAs = (encoding: string): string => `read as ${encoding.toUpperCase()}`;

/** @throws RangeError for bytes that no text in UTF-8 or a code page has. */
export function assertText(bytes: Uint8Array): void {
  if (bytes.includes(0))
    throw new RangeError('holds NUL bytes, so it is no text (or UTF-16 without its mark)');
}

/** UTF-16, if the first bytes are its mark. */
export function byteOrderMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** The encoding that an HTML page or an XML feed names, if it is one that can be read. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED_BYTES));
  const [, html, xml] = DECLARED.exec(head) ?? [];
  const encoding = encodingOf(html ?? xml);
  return encoding === 'utf-8' ? undefined : encoding;
}

/** The encoding that a label names (`latin1` is Windows-1252); undefined for one that nobody knows. */
function encodingOf(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
