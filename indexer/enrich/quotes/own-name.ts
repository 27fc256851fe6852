import { canSpeak, isPerson, type Subject } from './subject.ts';
import { subjectFrom } from './noun-phrase.ts';
import type { NamePiece, Piece } from './piece.ts';
import { isAddressed } from './witnesses.ts';
import {
  isConjunction,
  isDeterminer,
  isMark,
  isPreposition,
  isRole,
  isTime,
  isWord,
} from './word-classes.ts';

/** How far before a name the preposition stands to whose phrase it belongs: `loyal to the Syrian president Bashar al-Assad`. */
const LONGEST_TITLE = 5;

/** The name itself, unless it stands in the phrase of somebody who is not named: `a spokesman for Kerry`, `Kerry and Lavrov`. */
export function ownName(pieces: readonly Piece[], at: number): Subject {
  const name = pieces[at];
  if (!canSpeak(name)) return 'unnamed';
  if (isWord(pieces[at - 1], 'and') && pieces[at - 2]?.kind === 'name') return 'unnamed';
  if (!isInPhrase(pieces, at)) return { name };
  return subjectFrom(pieces, clauseStart(pieces, at)) ?? 'unnamed';
}

/** `criticism from Kerry, who called`: it is Kerry who does, unless the name says whose envoy he is: `an aide to Kerry, who`. */
export function antecedentOf(pieces: readonly Piece[], who: number): Subject {
  const hasComma = isMark(pieces[who - 1], ',');
  const last = hasComma ? who - 2 : who - 1;
  const end = hasComma && isAge(pieces[last]) && isMark(pieces[last - 1], ',') ? last - 2 : last;
  const at = isMark(pieces[end], ')') ? bracketStart(pieces, end) - 1 : end;
  const name = pieces[at];
  const governor = pieces[governorOf(pieces, at)];
  // `a source at the Road Agency who`
  const mayBe = hasComma ? canSpeak(name) : isPerson(name);
  const isAide = isWord(governor, 'of', 'for', 'to') && !isAddressed(pieces, at);
  if (mayBe && governor && !isAide) return { name: name as NamePiece };
  const head = ownName(pieces, at);
  // `Quill met an aide to Kerry, who`, `Quill gave it to Kerry, who`: not she, whoever it is.
  const isFar = isPerson(name) && head !== 'unnamed' && 'name' in head && head.name !== name;
  return isFar ? 'unnamed' : head;
}

export const isInPhrase = (pieces: readonly Piece[], name: number): boolean => governorOf(pieces, name) >= 0;

/** In `Lavrov left after Kerry said` Kerry is no part of a phrase: his clause begins there. */
export const opensClause = (pieces: readonly Piece[], name: number): boolean =>
  isWord(pieces[governorOf(pieces, name)], 'after', 'before');

/** Where the preposition stands that governs the name, through a title at most: `loyal to the Syrian president Bashar al-Assad`; -1 for none. */
function governorOf(pieces: readonly Piece[], name: number): number {
  let at = name - 1;
  if (governs(pieces[at])) return at;
  while (at > name - LONGEST_TITLE && isPartOfTitle(pieces, at)) at--;
  if (isDeterminer(pieces[at])) at--;
  return governs(pieces[at]) ? at : -1;
}

/** `of`, `involving`. */
const governs = (piece: Piece | undefined): boolean =>
  isPreposition(piece) || isWord(piece, 'involving', 'including', 'featuring', 'supporting', 'representing');

/** `Syrian`, `president`, `secretary of state`: but in `a deal Kerry called weak` a clause begins after `deal`. */
const isTitleWord = (piece: Piece | undefined): boolean =>
  isWord(piece) &&
  !isTime(piece) &&
  ((piece.capital && !isPreposition(piece)) ||
    isRole(piece) ||
    ADJECTIVE.test(piece.text) ||
    isWord(piece, 'of', 'state', 'late'));

const ADJECTIVE = /.-.|(?:ic|al|ive|ous|ese|ish|ian)$/u;

/** A title's word, or the place it is held in: `by US president Joe Biden`. */
const isPartOfTitle = (pieces: readonly Piece[], at: number): boolean =>
  isTitleWord(pieces[at]) ||
  (pieces[at]?.kind === 'name' && !canSpeak(pieces[at]) && pieces[at - 1]?.kind !== 'name');

/** Where the clause of the word at `at` begins. */
export function clauseStart(pieces: readonly Piece[], at: number): number {
  const parts = (piece: Piece) => piece.kind === 'quote' || isMark(piece, ',;:–—') || isConjunction(piece);
  return pieces.findLastIndex((piece, i) => i < at && parts(piece)) + 1;
}

/** `Ann Quill, 39, who`. */
export const isAge = (piece: Piece | undefined): boolean => isWord(piece) && /^\d{1,3}$/u.test(piece.text);

/** Where the bracket opens that is closed at `close`. */
export function bracketStart(pieces: readonly Piece[], close: number): number {
  let at = close;
  while (at > 0 && !isMark(pieces[at], '(')) at--;
  return at;
}
