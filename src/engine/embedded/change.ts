import type { SearchedWords } from '../searched-words.ts';
import { beginningsOf } from './beginnings.ts';
import { dictionaryOf, dictionaryOfLater, numberFor, type Dictionary } from './dictionary.ts';
import type { PreparedColumns, UpdateColumns } from './update-columns.ts';

/** An update in its row, with the beginnings of all its words (beginnings.ts). */
export interface AddedUpdate extends UpdateColumns {
  row: number;
  beginnings: number[];
}

/** What one write changed. */
export interface Change {
  /** Words, and in how many more (or fewer) updates each of them stands. */
  words: string[];
  counts: number[];
  beginnings: string[];
  /** Of facets and clock. */
  values: string[];
  removed: number[];
  added: AddedUpdate[];
}

/** A change in the making, of updates whose words and values are numbers of these lists. */
export function beginChange(words: string[], values: string[]) {
  const counts = words.map(() => 0);
  const change: Change = { words, counts, beginnings: [], values, removed: [], added: [] };
  const beginnings = beginningsIn(change);
  let later: Dictionary | undefined;
  return {
    change,
    remove(row: number, { title, text, media }: SearchedWords): void {
      later ??= dictionaryOfLater(words);
      for (const word of new Set([...title, ...text, ...media])) {
        const number = numberFor(later, word);
        change.counts[number] = (change.counts[number] ?? 0) - 1;
      }
      change.removed.push(row);
    },
    add(row: number, { words: own, ...columns }: PreparedColumns): void {
      for (const word of own) change.counts[word]!++;
      change.added.push({ ...columns, row, beginnings: beginnings(own) });
    },
  };
}

/** Gives the beginnings of words, each once, as numbers; words and beginnings are those of the change. */
function beginningsIn({ words, beginnings }: Change): (own: readonly number[]) => number[] {
  const list = dictionaryOfLater(beginnings);
  const ofWord: number[][] = [];
  const latest: (readonly number[] | undefined)[] = [];
  return (own) => {
    const found: number[] = [];
    for (const word of own) {
      ofWord[word] ??= beginningsOf(words[word]!).map((beginning) => numberFor(list, beginning));
      for (const beginning of ofWord[word]) {
        if (latest[beginning] !== own) found.push(beginning);
        latest[beginning] = own;
      }
    }
    return found;
  };
}

/**
 * The same change with such words only as stand in more or fewer updates than before, or in an added title, and with
 * the values of added updates: the lists also hold what belongs to updates that stay as they are.
 */
export function withoutUnchanged({ words, counts, values, added, ...rest }: Change): Change {
  const [keptWords, keptValues] = [dictionaryOf([]), dictionaryOf([])];
  const word = (number: number) => numberFor(keptWords, words[number]!);
  const value = (number: number) => numberFor(keptValues, values[number]!);
  const before = new Map(words.map((name, number) => [name, counts[number]!]));
  counts.forEach((difference, number) => void (difference !== 0 && word(number)));
  const renumbered = added.map(({ clock, facets, title, ...update }) => ({
    ...update,
    clock: value(clock),
    facets: facets.map((numbers) => numbers.map(value)),
    title: title.map(word),
  }));
  return {
    ...rest,
    words: keptWords.names,
    counts: keptWords.names.map((name) => before.get(name)!),
    values: keptValues.names,
    added: renumbered,
  };
}
