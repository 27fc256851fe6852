import type { Piece } from './piece.ts';
import { isBetween, isFunctionWord, isRole, isWord } from './word-classes.ts';

/** `a video of Kerry saying`; but those who say it may be others in `fans of Kerry saying`. */
const HEARD_OF =
  'think thinks thought thinking tired sick weary fond proud ashamed instead video videos clip footage recording recordings audio tape idea sound prospect spectacle image sight memory memories'.split(
    ' ',
  );
/** `what about Kerry saying`; but in `a letter about Kerry calling it weak` it may be the letter that does. */
const HEARD_ABOUT =
  'what how talk talked talking complain complained complaining worry worried worrying ask asked asking think happy angry upset sorry'.split(
    ' ',
  );

/** `listened to Kerry saying`. */
const HEARD_TO =
  'object objects objected listen listens listened listening react reacts reacted reacting led due used'.split(
    ' ',
  );

/** Is the name at `name` the subject of the gerund after it: `despite Mayor Kerry saying`, `with Lavrov leaving and Kerry saying`? */
export function ownsGerund(pieces: readonly Piece[], name: number): boolean {
  const at = beforeTitle(pieces, name);
  return takesGerund(pieces, at) || (isWord(pieces[at], 'and') && hasWith(pieces.slice(0, at)));
}

/** Where the word stands that comes before a name with its title, `Mayor Kerry`. */
export function beforeTitle(pieces: readonly Piece[], name: number): number {
  let at = name - 1;
  while (isPartOfTitle(pieces, at)) at--;
  return at;
}

/** `Mayor`, `minister`; `finance` before it. */
const isPartOfTitle = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at];
  if (!isWord(piece) || isFunctionWord(piece)) return false;
  return piece.capital || isRole(piece) || (isRole(pieces[at + 1]) && !isBetween(piece) && !piece.verb);
};

const takesGerund = (pieces: readonly Piece[], preposition: number): boolean =>
  isWord(pieces[preposition], 'with', 'despite') ||
  (isWord(pieces[preposition], 'about') && isWord(pieces[preposition - 1], ...HEARD_ABOUT)) ||
  (isWord(pieces[preposition], 'of') && isWord(pieces[preposition - 1], ...HEARD_OF)) ||
  (isWord(pieces[preposition], 'to') && isWord(pieces[preposition - 1], ...HEARD_TO));

const hasWith = (pieces: readonly Piece[]): boolean => pieces.some((piece) => isWord(piece, 'with'));
