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
 */
export function likelyPlaces(text: string, wanted: readonly Term[], open: boolean): Span[] {
  const lower = text.toLowerCase();
  // A letter that gets longer in lower case would shift what follows it.
  if (lower.length !== text.length) return [{ start: 0, end: text.length }];
  const places: number[] = [];
  for (const beginning of beginnings(wanted, open)) {
    for (let at = lower.indexOf(beginning); at >= 0; at = lower.indexOf(beginning, at + 1)) places.push(at);
  }
  for (const { index } of text.matchAll(UNPLAIN)) places.push(index);
  return stretches(
    text,
    places.sort((a, b) => a - b),
  );
}

/** A sign or letter beyond plain ones, or a dot or comma inside a word. */
const UNPLAIN = /[^ -~\s]|[A-Za-z0-9][.,][A-Za-z0-9]/g;

/** What the first words of the terms begin with, however they are spelt. */
function beginnings(wanted: readonly Term[], open: boolean): Set<string> {
  const found = new Set(wanted.flatMap(([word]) => writtenAs(word!)));
  const last = wanted.at(-1);
  if (open && last?.length === 1) for (const other of othersBeginning(last[0]!)) found.add(other);
  return found;
}

/** Spellings of words that begin so, which themselves begin otherwise. */
function othersBeginning(beginning: string): string[] {
  const known = remembered?.beginning === beginning ? remembered : undefined;
  remembered = known ?? {
    beginning,
    others: SPELLINGS.filter(([first]) => first!.startsWith(beginning))
      .flat()
      .filter((spelling) => !spelling.includes(beginning)),
  };
  return remembered.others;
}

/** A page of hits asks for the same beginning again and again. */
let remembered: { beginning: string; others: string[] } | undefined;

const SPACE = /\s/;

/** The stretches between two spaces around these places, which are in order. */
function stretches(text: string, places: readonly number[]): Span[] {
  const found: Span[] = [];
  for (const place of places) {
    if (place < (found.at(-1)?.end ?? 0)) continue;
    let [start, end] = [place, place];
    while (start > 0 && !SPACE.test(text[start - 1]!)) start--;
    while (end < text.length && !SPACE.test(text[end]!)) end++;
    found.push({ start, end });
  }
  return found;
}
