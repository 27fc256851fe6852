import { readQueryText, type Clause } from '../query-text.ts';
import { oneBeginning } from './spellings.ts';
import { words } from './words.ts';

/** Folded words that must stand together, one after the other; most terms are a single word. */
export type Term = readonly string[];

/** What to look for, in the words of the index. */
export interface Wording {
  wanted: Term[];
  /** Those of the wanted terms that stood in quotes: they are taken at their word. */
  quoted?: ReadonlySet<Term>;
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
  const asked = terms(wanted);
  const last = asked.at(-1);
  const mayGoOn = open && last !== undefined && !isShortNumber(last.term.at(-1)) && !isGenitive(last.text);
  return {
    wanted: asked.map(({ term }, i) => (mayGoOn && i === asked.length - 1 ? unfinished(term) : term)),
    quoted: new Set(asked.filter(({ phrase }) => phrase).map(({ term }) => term)),
    excluded: terms(excluded).map(({ term }) => term),
    open: mayGoOn,
    ignored,
  };
}

/** Words of a name that is being typed: only the last one may be a beginning. */
export const namedBy = (prefix: string): Term => unfinished(words(prefix));

const terms = (clauses: readonly Clause[]) =>
  clauses
    .map(({ text, phrase }) => ({ text, term: words(text), phrase }))
    .filter(({ term }) => term.length > 0);

const unfinished = (term: Term): Term => [...term.slice(0, -1), ...term.slice(-1).map(oneBeginning)];

/** `Geneva 2` isn't the beginning of `Geneva 2013`; `201` may still become a year. */
const isShortNumber = (word: string | undefined) => word !== undefined && /^\p{N}{1,2}$/u.test(word);

/** The `s` of `Meghan's` stands with its name and begins no other word; that of `O's` may become O'Sullivan's. */
const isGenitive = (typed: string) => /[\p{L}\p{N}]{2}['’ʼ]s$/iu.test(typed);

/** A word that may be corrected, and left out if it is a term of its own. */
export interface AskedWord {
  word: string;
  /** It may be a beginning. */
  open: boolean;
}

/** Is this term one word, not in quotes? */
export const isWord = ({ quoted }: Wording, term: Term): term is readonly [string] =>
  term.length === 1 && !quoted?.has(term);

/** The wanted words that don't stand in quotes, each once; also the parts of `al-Assad`. */
export function askedWords(...wordings: readonly Wording[]): AskedWord[] {
  const asked = new Map<string, AskedWord>();
  for (const { wanted, quoted, open: isOpen } of wordings) {
    for (const term of wanted.filter((one) => !quoted?.has(one))) {
      for (const [i, word] of term.entries()) {
        const open = isOpen && term === wanted.at(-1) && i === term.length - 1;
        asked.set(word, { word, open: open || (asked.get(word)?.open ?? false) });
      }
    }
  }
  return [...asked.values()];
}
