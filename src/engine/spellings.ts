import { FAMILIES, PAIRS } from './british-american.ts';
import { TRANSLITERATIONS } from './transliterations.ts';

/**
 * Words in several spellings that count as one word: in index, query, phrase, exclusion, count and
 * highlight, on both engines alike, because `tokenize` puts the first spelling for all. (An engine's own
 * synonyms would be left out of phrases and counted otherwise.) A pair is a class only if both spellings
 * nearly always mean the same; words of one meaning (jail, prison), forms of one word (speak, spoke) and
 * new names of old places (Mumbai, Bombay) are not spellings. test/engine/spellings.test.ts lints them.
 */
export const SPELLINGS: readonly (readonly string[])[] = [
  ...[TRANSLITERATIONS, PAIRS].flatMap(listed),
  ...FAMILIES.flatMap(({ stems, endings }) =>
    wordsOf(stems).flatMap((stem) => endings.map((pair) => pair.map((ending) => stem + ending))),
  ),
];

const CLASS_OF = new Map(SPELLINGS.flatMap((spellings) => spellings.map((word) => [word, spellings])));

/** The word under which all spellings of a folded word are indexed and searched; most words have one only. */
export const oneSpelling = (word: string): string => CLASS_OF.get(word)?.[0] ?? word;

/** All spellings of a word, the one that stands for all first. */
export const spellingsOf = (word: string): readonly string[] => CLASS_OF.get(word) ?? [word];

/** A shorter beginning is that of too many other words. */
const SHORTEST_BEGINNING = 5;

/** The classes with a spelling that begins with these letters, so many of them. */
const BEGINNING_WITH = new Map<string, Set<readonly string[]>>();
for (const spellings of SPELLINGS) {
  for (const letters of spellings.map((word) => word.slice(0, SHORTEST_BEGINNING)))
    BEGINNING_WITH.set(letters, (BEGINNING_WITH.get(letters) ?? new Set()).add(spellings));
}

/**
 * A word that is still being typed, as the spelling that stands for all begins: `organiz` is `organis`, because no
 * indexed word begins like that any more. What begins a first spelling too (`organ`) stays as it is.
 */
export function oneBeginning(typed: string): string {
  if (typed.length < SHORTEST_BEGINNING || CLASS_OF.has(typed)) return typed;
  const possible = [...(BEGINNING_WITH.get(typed.slice(0, SHORTEST_BEGINNING)) ?? [])];
  const meant = possible.filter((spellings) => spellings.some((word) => word.startsWith(typed)));
  const first = meant.map(([word]) => word!);
  return first.length === 0 || first.some((word) => word.startsWith(typed)) ? typed : commonBeginning(first);
}

function commonBeginning(words: readonly string[]): string {
  const [shortest = ''] = words.toSorted((a, b) => a.length - b.length);
  let length = shortest.length;
  while (!words.every((word) => word.startsWith(shortest.slice(0, length)))) length--;
  return shortest.slice(0, length);
}

function listed(lines: string): string[][] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(wordsOf);
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}
