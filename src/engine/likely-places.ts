import { SPELLINGS } from './spellings.ts';
import { writtenAs } from './words.ts';
import type { Term } from './wording.ts';

/** From one string offset to another. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Stretches of a text, between two spaces, in which one of the terms may begin: those that hold its first word
 * in some spelling, and those with accents or with signs inside a word, of which only reading them tells. What
 * is left out is most of a text, and reading its words one by one would take longer than the whole search.
 *
 * @param beginnings what the terms may begin with (`beginningsOf`)
 */
export function likelyPlaces(text: string, beginnings: readonly string[]): Span[] {
  const lower = text.toLowerCase();
  // A letter that gets longer in lower case would shift what follows it.
  if (lower.length !== text.length) return [{ start: 0, end: text.length }];
  const places: number[] = [];
  for (const beginning of beginnings) {
    for (let at = lower.indexOf(beginning); at >= 0; at = lower.indexOf(beginning, at + 1))
      if (!isPlain(lower.charCodeAt(at - 1))) places.push(at);
  }
  for (UNPLAIN.lastIndex = 0; UNPLAIN.test(text);) places.push(UNPLAIN.lastIndex - 1);
  places.sort((a, b) => a - b);
  return stretches(text, places);
}

/**
 * What may belong to a word but is no plain letter or digit: anything beyond ASCII but spaces, quotes and dashes, and
 * a dot or comma before a letter. (Naming the classes of letters would be exact and take eight times as long.)
 */
const UNPLAIN = /[^\0-~\s\u2000-\u206f]|[.,][A-Za-z0-9]/g;

/** A lower-case letter or digit: what follows one begins no word, but after thousands (`130,000km`), which are unplain. */
const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** What the first words of the terms begin with, however they are spelt, in lower case. */
export function beginningsOf(wanted: readonly Term[], open: boolean): string[] {
  const found = new Set(wanted.flatMap(([word]) => writtenAs(word!)));
  const last = wanted.at(-1);
  if (open && last?.length === 1) for (const other of othersBeginning(last[0]!)) found.add(other);
  return [...found];
}

/** Spellings of words that begin so, which themselves begin otherwise. */
const othersBeginning = (beginning: string): string[] =>
  SPELLINGS.filter(([first]) => first!.startsWith(beginning))
    .flat()
    .filter((spelling) => !spelling.startsWith(beginning));

const SPACE = /\s/;

/** Looking at the number of a character is quicker than asking a pattern, and most are letters. */
const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code <= 32 || code > 126 ? SPACE.test(text[at]!) : false;
};

/** The stretches between two spaces around these places, which are in order. */
function stretches(text: string, places: readonly number[]): Span[] {
  const found: Span[] = [];
  let done = 0;
  for (const place of places) {
    if (place < done) continue;
    let [start, end] = [place, place];
    while (start > 0 && !isSpace(text, start - 1)) start--;
    while (end < text.length && !isSpace(text, end)) end++;
    found.push({ start, end });
    done = end;
  }
  return found;
}
