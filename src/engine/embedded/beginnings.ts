import { withRoom } from './lists.ts';

/**
 * Beginnings of up to so many letters have lists of their own: so many words begin so that FTS5 takes ten times
 * as long to gather their updates, or a third more room and time for an index of its own.
 */
const LISTED_LETTERS = 2;

export const isListed = (beginning: string): boolean => beginning.length <= LISTED_LETTERS;

/** The rows of updates that came since the columns were stored, by the beginnings of their words, rising. */
export type LaterBeginnings = Map<string, { rows: Uint32Array; length: number }>;

/** The listed beginnings of words, each once. Half of a character outside Unicode's first plane is none. */
export function beginningsOf(words: Iterable<string>): string[] {
  // As numbers they are told apart several times as fast as strings cut out of words, and a load cuts out millions.
  const found = new Set<number>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    found.add(first);
    if (word.length > 1) found.add(first + word.charCodeAt(1) * CODE_UNITS);
  }
  return Array.from(found, lettersOf).filter((beginning) => beginning.isWellFormed());
}

const CODE_UNITS = 2 ** 16;

const lettersOf = (key: number): string =>
  key < CODE_UNITS
    ? String.fromCharCode(key)
    : String.fromCharCode(key % CODE_UNITS, Math.floor(key / CODE_UNITS));

export function addBeginnings(later: LaterBeginnings, row: number, beginnings: readonly string[]): void {
  for (const beginning of beginnings) {
    let list = later.get(beginning);
    if (!list) later.set(beginning, (list = { rows: new Uint32Array(4), length: 0 }));
    list.rows = withRoom(list.rows, list.length + 1);
    list.rows[list.length++] = row;
  }
}
