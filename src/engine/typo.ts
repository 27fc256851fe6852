import { lacking, lettersOf } from './letters.ts';
import { ONE_TYPO_FROM, TWO_TYPOS_FROM } from './search-settings.ts';
import { SPELLINGS, spellingsOf } from './spellings.ts';

/** How many typos a word of this length may hold; none in numbers. */
export function typosAllowed(word: string): number {
  if (/\p{N}/u.test(word) || word.length < ONE_TYPO_FROM) return 0;
  return word.length < TWO_TYPOS_FROM ? 1 : 2;
}

/**
 * Edits between two folded words: a letter more, less or other, or two swapped neighbours, is one;
 * a wrong first letter counts two. Returns `limit + 1` as soon as it is clear that there are more.
 */
export function typos(typed: string, word: string, limit: number): number {
  const tooFar = limit + 1;
  const firstLetter = typed[0] === word[0] ? 0 : 1;
  if (Math.abs(typed.length - word.length) + firstLetter > limit) return tooFar;
  let [beforeLast, last, next]: [number[], number[], number[]] = [[], [], []];
  for (let column = 0; column <= word.length; column++) last[column] = column;
  for (let row = 1; row <= typed.length; row++) {
    next[0] = row;
    let fewest = row;
    for (let column = 1; column <= word.length; column++) {
      const same = typed[row - 1] === word[column - 1];
      let cost = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      next[column] = cost;
      if (cost < fewest) fewest = cost;
    }
    if (fewest > limit) return tooFar;
    [beforeLast, last, next] = [last, next, beforeLast];
  }
  return Math.min(last[word.length]! + firstLetter, tooFar);
}

/** The same for a word that is still being typed: the nearest beginning of `word` counts. */
function typosInPrefix(typed: string, word: string, limit: number): number {
  let fewest = limit + 1;
  for (let length = typed.length - limit; length <= Math.min(typed.length + limit, word.length); length++) {
    fewest = Math.min(fewest, typos(typed, word.slice(0, length), limit));
  }
  return fewest;
}

export interface KnownWord {
  word: string;
  /** In how many records it stands. */
  count: number;
}

/**
 * The known word that was most likely meant by an unknown one: the nearest within the allowed typos,
 * among equals the one in most records, then the first by letter. An open word is first compared
 * whole, then as a beginning. Both engines correct with this, so that their counts agree.
 */
export const nearest = (typed: string, known: Iterable<KnownWord>, open: boolean): string | undefined =>
  allNearest(typed, known, open)[0];

/** All words that are as near as the nearest, the likeliest first. */
export function allNearest(typed: string, known: Iterable<KnownWord>, open: boolean): string[] {
  let fewest = Infinity;
  let near: KnownWord[] = [];
  for (const other of known) {
    const distance = distanceBetween(typed, other.word, open) ?? Infinity;
    if (distance < fewest) near = [];
    fewest = Math.min(fewest, distance);
    if (distance === fewest && distance < Infinity) near.push(other);
  }
  return near.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1)).map(({ word }) => word);
}

/** May `typed` have been meant for this word, or be a beginning of it? */
export const isNear = (typed: string, word: string, open: boolean): boolean =>
  (open && word.startsWith(typed)) || distanceBetween(typed, word, open) !== undefined;

const ALL_SPELLINGS = SPELLINGS.flatMap((all) =>
  all.map((spelling) => ({ first: all[0]!, spelling, letters: lettersOf(spelling) })),
);
const BY_FIRST_LETTER = Map.groupBy(ALL_SPELLINGS, ({ spelling }) => spelling[0]);

/** The words of the index that stand for a spelling near to `typed`; an engine may have to look them up apart. */
export function nearSpellings(typed: string, open: boolean): string[] {
  const limit = typosAllowed(typed);
  if (limit === 0) return [];
  const own = lettersOf(typed);
  const near = new Set<string>();
  // A wrong first letter is two typos at least.
  const possible = limit < 2 ? (BY_FIRST_LETTER.get(typed[0]) ?? []) : ALL_SPELLINGS;
  for (const { first, spelling, letters } of possible) {
    const edits = limit - (spelling[0] === typed[0] ? 0 : 1);
    // Most lack too many letters.
    if (spelling.length < typed.length - edits || lacking(own, letters) > edits) continue;
    if (distanceToSpelling(typed, spelling, open, limit) < limit + 1) near.add(first);
  }
  return [...near];
}

/** The typos between a word and the nearest of its spellings; undefined where there are more than allowed. */
function distanceBetween(typed: string, word: string, open: boolean): number | undefined {
  const limit = typosAllowed(typed);
  if (limit === 0) return undefined;
  let fewest = Infinity;
  for (const spelling of spellingsOf(word))
    fewest = Math.min(fewest, distanceToSpelling(typed, spelling, open, limit));
  return fewest < limit + 1 ? fewest : undefined;
}

/** A beginning is half a step further away than a whole word with as many typos. */
function distanceToSpelling(typed: string, spelling: string, open: boolean, limit: number): number {
  const whole = typos(typed, spelling, limit);
  return whole <= limit || !open ? whole : typosInPrefix(typed, spelling, limit) + 0.5;
}
