import { canSpeak, type Subject } from './subject.ts';
import { clauseStart, ownName } from './own-name.ts';
import type { Piece } from './piece.ts';
import { isDeterminer, isPreposition, isTime, isWord } from './word-classes.ts';

/** `on Monday`, `a few days ago`. */
export const leadsToTime = (pieces: readonly Piece[], at: number): boolean =>
  (isTime(pieces[at + 1]) &&
    (isPreposition(pieces[at]) || isDeterminer(pieces[at]) || isWord(pieces[at], 'few'))) ||
  (isWord(pieces[at], 'a') && isWord(pieces[at + 1], 'few') && isTime(pieces[at + 2]));

/** `Trump on Thursday in Ohio said`: the name that begins the clause of the word at `at`, with a time or place after it. */
export function nameWithTime(pieces: readonly Piece[], at: number): Subject | undefined {
  const start = clauseStart(pieces, at);
  const name = pieces.findIndex((piece, i) => i >= start && i <= at && canSpeak(piece));
  const next = pieces[name + 1];
  return name >= 0 && (isPreposition(next) || isTime(next)) ? ownName(pieces, name) : undefined;
}
