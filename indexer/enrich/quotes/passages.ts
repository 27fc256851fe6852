import type { Quote } from '../../../src/record.ts';

/** A quoted passage: what stands between the marks (`start` to `end`), and the marks with it (`from` to `to`). */
export interface Passage extends Pick<Quote, 'start' | 'end'> {
  from: number;
  to: number;
}

/** Marks that open a passage, each with those that close it: English, German, French, Nordic and typewritten ones. */
const CLOSERS: Record<string, string> = {
  '"': '"”',
  '“': '”“"',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  "'": "'",
  '‘': '’',
};
/** Marks that are apostrophes as well. */
const SINGLE = "'‘’";
const GUILLEMETS = '«»';

/** No closing mark is looked for further away than this; a longer passage is taken to end with its line. */
const LONGEST_PARAGRAPH = 5_000;

/**
 * The quoted passages of a text, in order. A passage inside another belongs to it; one that is opened
 * anew in each paragraph is a single one; one that is never closed ends with its line.
 */
export function findPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  const openers = /["“”„«»'‘]/gu;
  /** Up to where it is known that nothing closes a mark. */
  const unclosed = new Map<string, number>();
  for (let match = openers.exec(text); match; match = openers.exec(text)) {
    const { 0: mark, index } = match;
    if (index < (unclosed.get(mark) ?? 0) || !opens(text, index)) continue;
    const passage = passageAt(text, index);
    if (!passage) unclosed.set(mark, endOfLine(text, index));
    else openers.lastIndex = Math.max(passage.to, index + 1);
    if (passage && /[\p{L}\p{N}]/u.test(text.slice(passage.start, passage.end))) passages.push(passage);
  }
  return passages;
}

/** A mark opens after a space, bracket, dash or other mark and before a word: `the "deal"`, not `6' 2"`, `'tis` or `the '90s`. */
function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  const next = text.slice(at + 1, at + 6);
  if (!/[\s([{<\-–—/:;,.…"“‘']/u.test(text[at - 1] ?? ' ') || next.startsWith(mark)) return false;
  if (SINGLE.includes(mark)) return /^[^\s\d.,;:!?)\]]/u.test(next) && !ELISION.test(next);
  return GUILLEMETS.includes(mark) ? /^\s?\S/u.test(next) : /^[^\s,;:!?)\]]/u.test(next);
}

const ELISION = /^(?:tis|twas|em|til|cause|bout|round|n)(?!\p{L})/iu;

function passageAt(text: string, from: number): Passage | undefined {
  let opened = from;
  let close = closeOf(text, opened);
  while (close === undefined) {
    const next = startOfLine(text, endOfLine(text, opened));
    if (text[next] !== text[from]) break;
    opened = next;
    close = closeOf(text, opened);
  }
  if (close !== undefined) return trimmed(text, from, close, close + 1);
  const end = endOfLine(text, opened);
  const mayStayOpen = opened > from || !(SINGLE + GUILLEMETS).includes(text[from]!);
  return mayStayOpen ? trimmed(text, from, end, end) : undefined;
}

/** Without the spaces that French puts inside its marks. */
function trimmed(text: string, from: number, close: number, to: number): Passage {
  const inside = text.slice(from + 1, close);
  const start = from + 1 + (inside.length - inside.trimStart().length);
  return { from, start, end: Math.max(start, from + 1 + inside.trimEnd().length), to };
}

function firstAt(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)!.index;
}
const endOfLine = (text: string, from: number) => firstAt(/\n|$/gu, text, from);
const startOfLine = (text: string, from: number) => firstAt(/\S|$/gu, text, from);
const endOfParagraph = (text: string, from: number) => firstAt(/\n\s*\n|$/gu, text, from);

/**
 * Where the passage that is opened at `from` is closed, if that is in its paragraph. If marks don't pair
 * up, one of them is missing: then the first that closes on the same line.
 */
function closeOf(text: string, from: number): number | undefined {
  const mark = text[from]!;
  const limit = Math.min(endOfParagraph(text, from), from + LONGEST_PARAGRAPH);
  let depth = 0;
  let first: number | undefined;
  for (let at = from + 1; at < limit; at++) {
    if (text[at] === mark && opens(text, at)) depth++;
    else if (CLOSERS[mark]!.includes(text[at]!) && closes(text, at, limit)) {
      first ??= at;
      if (depth-- === 0) return at;
    }
  }
  return first !== undefined && first < endOfLine(text, from) ? first : undefined;
}

/** A single mark before a letter, or after the s of `the ministers' plan`, is an apostrophe. */
function closes(text: string, at: number, limit: number): boolean {
  const mark = text[at]!;
  if (!SINGLE.includes(mark)) return GUILLEMETS.includes(mark) || !/\s/u.test(text[at - 1]!);
  if (/\s/u.test(text[at - 1]!) || /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3))) return false;
  const plural = text[at - 1] === 's' && /^ \p{Ll}/u.test(text.slice(at + 1, at + 4));
  return !plural || !closedLater(text.slice(at + 1, Math.min(limit, at + 1_000)), mark);
}

/** Does a mark after the end of a sentence or clause close the passage, before another one opens? */
function closedLater(rest: string, mark: string): boolean {
  const [piece] = rest.split(/(?<=\s)['‘]/u);
  return new RegExp(`[,.?!…]${mark}(?![\\p{L}\\p{N}])`, 'u').test(piece!);
}
