import { withRoom } from './lists.ts';

/**
 * Beginnings of up to so many letters have lists of their own: so many words begin so that FTS5 takes ten times
 * as long to gather their updates, or a third more room and time for an index of its own.
 */
const LISTED_LETTERS = 2;

export const isListed = (beginning: string): boolean => beginning.length <= LISTED_LETTERS;

/** The rows of updates that came since the columns were stored, by the beginnings of their words, rising. */
export type LaterBeginnings = Map<string, { rows: Uint32Array; length: number }>;

/** The listed beginnings of a word, each once. Half of a character outside Unicode's first plane is none. */
export const beginningsOf = (word: string): string[] =>
  [word.slice(0, 1), word.slice(0, LISTED_LETTERS)].filter(
    (beginning, i) => beginning.length > i && beginning.isWellFormed(),
  );

/** A way to put rows into the list of a beginning. */
export function rowsOf(later: LaterBeginnings, beginning: string): (row: number) => void {
  const list = later.get(beginning) ?? { rows: new Uint32Array(4), length: 0 };
  later.set(beginning, list);
  return (row) => {
    list.rows = withRoom(list.rows, list.length + 1);
    list.rows[list.length++] = row;
  };
}
