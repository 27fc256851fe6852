import { readQueryText } from '../query-text.ts';
import { words } from './words.ts';

/** Folded words that must stand together, one after the other; most terms are a single word. */
export type Term = readonly string[];

/** What to look for, in the words of the index. */
export interface Wording {
  wanted: Term[];
  excluded: Term[];
  /** The last word of the last term may be a beginning. */
  open: boolean;
  /** Words that may stand in the update or in the title of its live blog, which these documents have. */
  titled?: { word: string; open: boolean; documents: string[] }[];
  ignored: string[];
}

/** Reads a typed query into the words of the index: `al-Assad` becomes two words that stand together. */
export function wording(q: string): Wording {
  const { wanted, excluded, open, ignored } = readQueryText(q);
  const terms = (clauses: { text: string }[]) =>
    clauses.map(({ text }) => words(text)).filter((t) => t.length > 0);
  const asked = terms(wanted);
  return {
    wanted: asked,
    excluded: terms(excluded),
    open: open && !isShortNumber(asked.at(-1)?.at(-1)),
    ignored,
  };
}

/** `Geneva 2` isn't the beginning of `Geneva 2013`; `201` may still become a year. */
const isShortNumber = (word: string | undefined) => word !== undefined && /^\p{N}{1,2}$/u.test(word);

/** Is this term a word that may be corrected? Phrases are taken at their word. */
export const isSingleWord = (term: Term): term is readonly [string] => term.length === 1;

/** A word that may be corrected or left out. */
export interface AskedWord {
  word: string;
  /** It may be a beginning. */
  open: boolean;
}

/** The single wanted words, each once. */
export function askedWords(...wordings: readonly Wording[]): AskedWord[] {
  const asked = new Map<string, AskedWord>();
  for (const { wanted, open: isOpen } of wordings) {
    wanted.forEach((term, i) => {
      if (!isSingleWord(term)) return;
      const open = isOpen && i === wanted.length - 1;
      asked.set(term[0], { word: term[0], open: open || (asked.get(term[0])?.open ?? false) });
    });
  }
  return [...asked.values()];
}
