import { beforeTitle } from './gerunds.ts';
import { canSpeak } from './subject.ts';
import type { NamePiece, Piece } from './piece.ts';
import { isBe, isWord } from './word-classes.ts';

/** `denied saying`, `refused calling`: these words were not said. */
const DENIES = /^(?:den(?:y|ies|ied)|refus(?:es?|ed)|avoid(?:s|ed)?|regret(?:s|ted)?)$/u;

/** `declined to say`, `was asked to say`: nor perhaps were these. */
const DECLINES = /^(?:declin(?:es?|ed)|fail(?:s|ed)?|forg[eo]ts?)$/u;
const BIDDEN = /^(?:asked|told|ordered|urged|instructed|invited|begged)$/u;

/** Does somebody deny or refuse the saying that comes next? */
export const isDenial = (piece: Piece | undefined): boolean => isWord(piece) && DENIES.test(piece.text);

/** Is what `to` at `to` begins only wanted of somebody, or refused? */
export function isUnsaid(pieces: readonly Piece[], to: number): boolean {
  const before = pieces[to - 1];
  if (!isWord(before)) return false;
  return isDenial(before) || DECLINES.test(before.text) || (BIDDEN.test(before.text) && isBe(pieces[to - 2]));
}

/** `which led Kerry to say`: he is the one who does. */
const LEADS = /^(?:le(?:d|ads?|ading)|(?:prompt|forc|caus|inspir|provok|compell)(?:es?|ed|s|ing)?)$/u;

/** Who is brought to say what comes after the `to` at `to`. */
export function broughtTo(pieces: readonly Piece[], to: number): NamePiece | undefined {
  const name = pieces[to - 1];
  if (!canSpeak(name)) return undefined;
  const verb = pieces[beforeTitle(pieces, to - 1)];
  return isWord(verb) && LEADS.test(verb.text) ? name : undefined;
}
