import { isNoun } from './nouns.ts';
import type { Piece } from './piece.ts';
import { isPreposition, isRole, isWord } from './word-classes.ts';

/** `a video of Kerry saying`; but those who say it may be others in `fans of Kerry saying`. */
const HEARD_OF =
  'think thinks thought thinking tired sick weary fond proud ashamed instead video videos clip footage recording recordings audio tape idea sound prospect spectacle image sight memory memories'.split(
    ' ',
  );
/** `listened to Kerry saying`. */
const HEARD_TO =
  'object objects objected listen listens listened listening react reacts reacted reacting led due used'.split(
    ' ',
  );

/** Is the name at `name` the subject of the gerund after it: `despite Mayor Kerry saying`, `with Lavrov leaving and Kerry saying`? */
export function ownsGerund(pieces: readonly Piece[], name: number): boolean {
  let at = name - 1;
  while (isPartOfTitle(pieces[at])) at--;
  return takesGerund(pieces, at) || (isWord(pieces[at], 'and') && hasWith(pieces.slice(0, at)));
}

const isPartOfTitle = (piece: Piece | undefined): boolean =>
  isWord(piece) && !isPreposition(piece) && (piece.capital || isRole(piece));

const takesGerund = (pieces: readonly Piece[], preposition: number): boolean =>
  isWord(pieces[preposition], 'with', 'despite') ||
  // In `a letter about Kerry calling it weak` it may be the letter that does.
  (isWord(pieces[preposition], 'about') && !(preposition > 0 && isNoun(pieces, preposition - 1))) ||
  (isWord(pieces[preposition], 'of') && isWord(pieces[preposition - 1], ...HEARD_OF)) ||
  (isWord(pieces[preposition], 'to') && isWord(pieces[preposition - 1], ...HEARD_TO));

const hasWith = (pieces: readonly Piece[]): boolean => pieces.some((piece) => isWord(piece, 'with'));
