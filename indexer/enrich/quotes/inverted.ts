import { isPerson, nameIn, type Subject } from './subject.ts';
import { objectFrom } from './noun-phrase.ts';
import type { Piece } from './piece.ts';
import { isText, writerOf } from './texts.ts';
import { isAuxiliary, isBe, isDeterminer, isMark } from './word-classes.ts';

/** From a verb to its text: `said a joint press statement`. */
const LONGEST_PHRASE = 5;

/** Who comes after the verb at `verb`: `said Kerry`, `read a memo by Kerry`; not `told Kerry`, `said he` or `said Kerry was`. */
export function inverted(pieces: readonly Piece[], verb: number): Subject | undefined {
  const { text, verb: form } = pieces[verb]!;
  if (form?.ing || form?.base || /^t(?:old|ells)$/u.test(text)) return undefined;
  const writer = writerAfter(pieces, verb + 1);
  if (writer) return writer;
  const who = objectFrom(pieces, verb + 1);
  if (typeof who === 'object' && 'pronoun' in who) return undefined;
  const next = pieces[pieces.indexOf(nameIn(who)!) + 1];
  return isBe(next) || isAuxiliary(next) ? undefined : who;
}

/** `a statement on Kerry's website` from `from` on: whose words they are. */
export function writerAfter(pieces: readonly Piece[], from: number): Subject | undefined {
  const parts = pieces.findIndex(
    (piece, i) => i > from && (isMark(piece, ',.:;–—') || piece.kind === 'quote'),
  );
  const end = parts < 0 ? pieces.length : parts;
  const noun = pieces.findIndex((_, i) => i > from && isText(pieces, i));
  const isNear = noun > from && noun < end && noun < from + LONGEST_PHRASE;
  const isPhrase = isDeterminer(pieces[from]) && !pieces.slice(from, noun).some(isPerson);
  const who = isNear && isPhrase ? writerOf(pieces, noun, end) : undefined;
  return nameIn(who) ? who : undefined;
}
