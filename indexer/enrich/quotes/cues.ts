import { afterQuote, atEnd } from './after-quote.ts';
import { beforeQuote } from './before-quote.ts';
import type { Cue } from './cue.ts';
import { canSpeak, objectFrom } from './noun-phrase.ts';
import { isTitle, openingSubject } from './opening.ts';
import type { Piece } from './piece.ts';
import { isMark, isWord } from './word-classes.ts';

/** Who says the quote at `at` of a sentence, as that sentence says it. */
export const cueOf = (pieces: readonly Piece[], at: number): Cue | undefined =>
  isTitle(pieces, at)
    ? undefined
    : (inOpeningClause(pieces, at) ??
      afterQuote(pieces, at) ??
      afterColon(pieces, at) ??
      beforeQuote(pieces, at) ??
      atEnd(pieces, at) ??
      accordingTo(pieces) ??
      afterLead(pieces, at));

/** `When Kerry called it "weak", Lavrov laughed`. */
const inOpeningClause = (pieces: readonly Piece[], at: number): Cue | undefined =>
  isWord(pieces[0], 'when', 'while', 'although', 'though', 'as', 'after', 'before', 'because', 'since', 'if')
    ? beforeQuote(pieces, at)
    : undefined;

/** Who says what comes on the next line, by a sentence that ends with a colon. */
export function announcedBy(pieces: readonly Piece[]): Cue | undefined {
  const at = pieces.length;
  return isMark(pieces[at - 1], ':')
    ? (afterColon(pieces, at) ?? beforeQuote(pieces, at) ?? afterLead(pieces, at))
    : undefined;
}

/** `Kerry: "…"`. */
function afterColon(pieces: readonly Piece[], at: number): Cue | undefined {
  const name = pieces[at - 2];
  if (!isMark(pieces[at - 1], ':') || !canSpeak(name)) return undefined;
  const first = pieces[at - 3];
  return !first || isMark(first, '-–—,') ? { who: { name }, by: 'colon' } : undefined;
}

/** `Kerry had a message for them: "…"`. */
function afterLead(pieces: readonly Piece[], at: number): Cue | undefined {
  if (!isMark(pieces[at - 1], ':')) return undefined;
  const who = openingSubject(pieces.slice(0, at));
  return who && { who, by: 'lead' };
}

/** `according to Kerry`, `in the words of Kerry`, before or after the quote. */
function accordingTo(pieces: readonly Piece[]): Cue | undefined {
  const at = pieces.findIndex(
    (piece, i) =>
      (isWord(piece, 'according') && isWord(pieces[i + 1], 'to')) ||
      (isWord(piece, 'words', 'view', 'opinion') && isWord(pieces[i + 1], 'of')),
  );
  return at < 0 ? undefined : { who: objectFrom(pieces, at + 2), by: 'according to' };
}
