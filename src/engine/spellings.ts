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

function listed(lines: string): string[][] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(wordsOf);
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}
