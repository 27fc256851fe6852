import type { Wording } from '../wording.ts';
import type { Columns } from './columns.ts';
import { laterBeginning, numberOf, rangeOf, type Dictionary } from './dictionary.ts';
import type { Criterion } from './rank.ts';

/** As many levels as there can be terms that don't stand in the title. */
export function byTitle({ titles, vocabulary: { words } }: Columns, { wanted, open }: Wording): Criterion {
  const { starts, values } = titles;
  const terms = wanted.map((term, i) =>
    term.map((word, j) => {
      const isOpen = open && i === wanted.length - 1 && j === term.length - 1;
      return isOpen ? beginningWith(words, word) : only(words, word);
    }),
  );
  const level = (slot: number): number => {
    let lacking = 0;
    for (let i = 0; i < terms.length; i++)
      if (!stands(values, terms[i]!, starts[slot]!, starts[slot + 1]!)) lacking++;
    return lacking;
  };
  return { levels: terms.length + 1, level };
}

/** Numbers of the vocabulary: those of sorted words from one up to another, and those of some later words. */
interface Fitting {
  from: number;
  to: number;
  later: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

function only(dictionary: Dictionary, word: string): Fitting {
  const number = numberOf(dictionary, word) ?? -1;
  return { from: number, to: number + 1, later: NONE };
}

function beginningWith(dictionary: Dictionary, word: string): Fitting {
  const [from, to] = rangeOf(dictionary.names, word, dictionary.sorted);
  return { from, to, later: new Set(laterBeginning(dictionary, word)) };
}

/** Does a term stand among the words from one place up to another? */
function stands(words: Uint32Array, term: readonly Fitting[], from: number, to: number): boolean {
  for (let at = from; at + term.length <= to; at++) {
    let length = 0;
    while (length < term.length && fits(term[length]!, words[at + length]!)) length++;
    if (length === term.length) return true;
  }
  return false;
}

const fits = ({ from, to, later }: Fitting, number: number): boolean =>
  (number >= from && number < to) || (later.size > 0 && later.has(number));
