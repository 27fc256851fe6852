import { isNews } from '../credits.ts';
import { afterQuote, atEnd, isSaying } from './after-quote.ts';
import { beforeQuote, nearNames } from './before-quote.ts';
import type { Cue } from './cue.ts';
import { writerAfter } from './inverted.ts';
import { canSpeak, isPerson, nameIn, type Subject } from './subject.ts';
import { objectFrom } from './noun-phrase.ts';
import { isTitle, openingSubject } from './opening.ts';
import type { Piece } from './piece.ts';
import { isInscription } from './texts.ts';
import { isMark, isPreposition, isTime, isWord } from './word-classes.ts';

/** `asked City Councilman José Solorio,`: in pieces. */
const LONGEST_LEAD = 6;

/** `read in red letters,`: in pieces, up to the quote. */
const LONGEST_VERB = 5;

/** Who says the quote at `at` of a sentence, as that sentence says it. */
export const cueOf = (pieces: readonly Piece[], at: number): Cue | undefined =>
  isTitle(pieces, at) || isName(pieces, at)
    ? undefined
    : (relative(pieces, at) ??
      inOpeningClause(pieces, at) ??
      introduced(pieces, at) ??
      tagged(pieces, at) ??
      afterColon(pieces, at) ??
      inscription(pieces, at) ??
      beforeQuote(pieces, at) ??
      atEnd(pieces, at) ??
      accordingTo(pieces) ??
      signature(pieces, at) ??
      afterLead(pieces, at));

/** `the so-called "Islamic State"`, `known as "the Road"`: the words of nobody here. */
const isName = (pieces: readonly Piece[], at: number): boolean =>
  isNickname(pieces, at) ||
  isWord(pieces[at - 1], 'so-called', 'nicknamed') ||
  (isWord(pieces[at - 1], 'as') && isWord(pieces[at - 2], 'known'));

/** `Isaac "Ike" Stone`. */
const isNickname = (pieces: readonly Piece[], at: number): boolean =>
  [pieces[at - 1], pieces[at], pieces[at + 1]].every((piece) => piece?.capital) &&
  pieces[at - 1]!.kind !== 'quote' &&
  pieces[at]!.passage?.isTitle === true &&
  /[\p{L}\p{N}]/u.test(pieces[at]!.text);

/** `Kerry asked Lavrov, "Why?" Lavrov replied, "…"`: what is said before the quote counts, not what follows on its question mark; the same of a colon. */
function introduced(pieces: readonly Piece[], at: number): Cue | undefined {
  const tag = nameIn(afterQuote(pieces, at)?.who);
  // `Kerry called it "weak," the Times reported`
  if (at > 0 && tag && isNews(tag.mention)) return beforeQuote(pieces, at);
  const isLed =
    ('?!'.includes(pieces[at]!.text) && isMark(pieces[at - 1], ',:')) ||
    (isMark(pieces[at - 1], ':') && !isPerson(tag));
  const from = Math.max(0, at - LONGEST_LEAD);
  return isLed && pieces.slice(from, at).some((_, i) => isSaying(pieces, from + i))
    ? beforeQuote(pieces, at)
    : undefined;
}

/** `Kerry said that when they met, "…," he said`: the pronoun may mean who stands before the quote. */
function tagged(pieces: readonly Piece[], at: number): Cue | undefined {
  const cue = afterQuote(pieces, at);
  if (at === 0 || !cue || cue.who === 'unnamed' || !('pronoun' in cue.who)) return cue;
  return { ...cue, who: { ...cue.who, near: nearNames(pieces.slice(0, at)) } };
}

/** `the "deal" that Kerry describes`. */
function relative(pieces: readonly Piece[], at: number): Cue | undefined {
  const [that, name, verb, next] = pieces.slice(at + 1);
  if (!isWord(that, 'that', 'which') || !canSpeak(name) || !verb?.verb || verb.verb.ing) return undefined;
  const hasObject = next?.kind === 'name' || (isWord(next) && !isPreposition(next) && !isTime(next));
  return hasObject ? undefined : { who: { name }, by: 'verb after quote' };
}

/** `When Kerry called it "weak", Lavrov laughed`. */
const inOpeningClause = (pieces: readonly Piece[], at: number): Cue | undefined =>
  isWord(pieces[0], 'when', 'while', 'although', 'though', 'as', 'after', 'before', 'because', 'since', 'if')
    ? inClause(pieces, at, beforeQuote(pieces, at))
    : undefined;

/** In `If confirmed, it would be "weak", Kerry said` the clause ends before the quote, and nobody speaks in it. */
const inClause = (pieces: readonly Piece[], at: number, cue: Cue | undefined): Cue | undefined =>
  cue?.who === 'unnamed' && pieces.slice(0, at).some((piece) => isMark(piece, ',')) ? undefined : cue;

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

/** `"…" – John Kerry`: what nobody says anything more about. */
function signature(pieces: readonly Piece[], at: number): Cue | undefined {
  const dashes = pieces.slice(at + 1).findIndex((piece) => !isMark(piece, '–—-'));
  const name = dashes > 0 ? pieces[at + 1 + dashes] : undefined;
  if (at > 0 || !isPerson(name)) return undefined;
  const next = pieces[at + 2 + dashes];
  return !next || isMark(next, '.,(') ? { who: { name }, by: 'signature' } : undefined;
}

/** `According to Kerry, one sign read, "…"`: of a sign only he speaks. In `According to Kerry, a witness said` it is the witness. */
function inscription(pieces: readonly Piece[], at: number): Cue | undefined {
  const verb = pieces.findLastIndex((_, i) => i < at && isSaying(pieces, i));
  const isRead = verb > 0 && isInscription(pieces[verb - 1]) && at - verb <= LONGEST_VERB;
  return isRead && isWord(pieces[0], 'according') ? accordingTo(pieces) : undefined;
}

/** `according to Kerry`, `in the words of Kerry`, before or after the quote. */
export function accordingTo(pieces: readonly Piece[]): Cue | undefined {
  const at = pieces.findIndex(
    (piece, i) =>
      (isWord(piece, 'according') && isWord(pieces[i + 1], 'to')) ||
      (isWord(piece, 'words', 'view', 'opinion') && isWord(pieces[i + 1], 'of')),
  );
  if (at < 0) return undefined;
  const pronoun = isWord(pieces[at + 2], 'him') ? 'm' : isWord(pieces[at + 2], 'her') ? 'f' : undefined;
  const who: Subject = pronoun ? { pronoun } : (writerAfter(pieces, at + 2) ?? objectFrom(pieces, at + 2));
  return { who, by: 'according to' };
}
