import type { Quote } from '../../../src/record.ts';
import { CLOSERS, marksIn, mayStayOpen, type Mark } from './marks.ts';

/** A quoted passage: what stands between the marks (`start` to `end`), and the marks with it (`from` to `to`). */
export interface Passage extends Pick<Quote, 'start' | 'end'> {
  from: number;
  to: number;
  /** Is Every Word of It Written Like This? Then it is the name of a show, a book or a song. */
  isTitle: boolean;
}

/** In characters. */
const LONGEST_TITLE = 80;

/** No closing mark is looked for further away than this; a longer passage is taken to end with its line. */
const LONGEST_PARAGRAPH = 5_000;

/**
 * The quoted passages of a text, in order. A passage inside another belongs to it; one that is opened
 * anew in each paragraph is a single one; one that is never closed ends with its line.
 */
export function findPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  const marks = marksIn(text);
  /** Up to where it is known that nothing closes a mark. */
  const unclosed = new Map<string, number>();
  let next = 0;
  marks.forEach((mark, i) => {
    if (mark.at < next || !canOpen(mark) || mark.at < (unclosed.get(mark.text) ?? 0)) return;
    const passage = passageAt(text, marks, i);
    if (!passage) unclosed.set(mark.text, endOfLine(text, mark.at));
    else next = Math.max(passage.to, mark.at + 1);
    if (passage && /[\p{L}\p{N}]/u.test(text.slice(passage.start, passage.end))) passages.push(passage);
  });
  return passages;
}

const canOpen = ({ text, opens }: Mark): boolean => opens && text in CLOSERS;

function passageAt(text: string, marks: readonly Mark[], first: number): Passage | undefined {
  const from = marks[first]!;
  let opened = first;
  let close = closeOf(text, marks, opened);
  while (!close) {
    const next = openedAnew(text, marks, opened);
    if (next === undefined) break;
    opened = next;
    close = closeOf(text, marks, opened);
  }
  if (close) return trimmed(text, from, close);
  const end = endOfLine(text, marks[opened]!.at);
  return opened > first || mayStayOpen(from) ? trimmed(text, from, { at: end, end }) : undefined;
}

/** The same mark at the beginning of the next line with words, if it is there. */
function openedAnew(text: string, marks: readonly Mark[], opened: number): number | undefined {
  const mark = marks[opened]!;
  const start = startOfLine(text, endOfLine(text, mark.at));
  if (text[start] !== mark.text) return undefined;
  let next = opened + 1;
  while (marks[next]!.at < start) next++;
  return next;
}

type Span = Pick<Mark, 'at' | 'end'>;

/** Without the spaces that French puts inside its marks. */
function trimmed(text: string, open: Span, close: Span): Passage {
  const inside = text.slice(open.end, close.at);
  const start = open.end + (inside.length - inside.trimStart().length);
  return {
    from: open.at,
    start,
    end: Math.max(start, open.end + inside.trimEnd().length),
    to: close.end,
    isTitle: isTitle(inside),
  };
}

/** Short words may be small in a title. */
const isTitle = (words: string): boolean =>
  /^\s*\p{Lu}/u.test(words) &&
  !/(?:^|\s)\p{Ll}[\p{L}'’]{4}/u.test(words.slice(0, LONGEST_TITLE)) &&
  words.length < LONGEST_TITLE;

function firstAt(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)!.index;
}
const endOfLine = (text: string, from: number) => firstAt(/\n|$/gu, text, from);
const startOfLine = (text: string, from: number) => firstAt(/\S|$/gu, text, from);

/**
 * Where the passage that a mark opens is closed, if that is in its paragraph. If marks don't pair up, one
 * of them is missing: then the first that closes on the same line.
 */
function closeOf(text: string, marks: readonly Mark[], opened: number): Mark | undefined {
  const mark = marks[opened]!;
  const closers = CLOSERS[mark.text]!;
  const limit = Math.min(mark.paragraphEnd, mark.at + LONGEST_PARAGRAPH);
  let depth = 0;
  let first: Mark | undefined;
  for (let i = opened + 1; marks[i] && marks[i]!.at < limit; i++) {
    const { text: other, opens, closes } = marks[i]!;
    if (other === mark.text && opens) depth++;
    else if (closes && closers.includes(other)) {
      first ??= marks[i];
      if (depth-- === 0) return marks[i];
    }
  }
  return first && first.at < endOfLine(text, mark.at) ? first : undefined;
}
