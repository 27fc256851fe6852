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
 * Reads the bytes of a document: UTF-8, UTF-16 with its mark, else what the page says of itself, else
 * Windows-1252. @throws RangeError for what is no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), note: readAs(marked) };
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
  const name = html ?? xml;
  try {
    const { encoding } = new TextDecoder(name);
    return name && encoding !== 'utf-8' ? encoding : undefined;
  } catch {
    return undefined;
  }
}
