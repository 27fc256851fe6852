import type { EntityType } from '../names/tables.ts';
import type { Description } from './descriptions.ts';
import type { Gender } from './genders.ts';
import type { NamePiece, Piece } from './piece.ts';
import { isWord } from './word-classes.ts';

/**
 * Who a verb's subject is: a name; a pronoun, with names before it in its sentence that it may mean; or
 * a description of somebody named before (`the mayor`); someone whom nobody names (`a spokesman for the Pope`).
 */
export type Subject =
  { name: NamePiece } | { pronoun: Gender; near?: NamePiece[] } | { described: Description } | 'unnamed';

export const nameIn = (subject: Subject | undefined): NamePiece | undefined =>
  typeof subject === 'object' && 'name' in subject ? subject.name : undefined;

const PRONOUNS: Record<string, Gender> = { he: 'm', she: 'f' };

export const pronounOf = (piece: Piece | undefined): Gender | undefined =>
  isWord(piece) ? PRONOUNS[piece.text] : undefined;

/** Can what a name means speak? People and organizations do; countries and cities don't. */
export const canSpeak = (piece: Piece | undefined): piece is NamePiece =>
  isPerson(piece) || typeOf(piece) === 'organization';

export const isPerson = (piece: Piece | undefined): piece is NamePiece => typeOf(piece) === 'person';

function typeOf(piece: Piece | undefined): 'place' | EntityType | undefined {
  const means = piece?.mention?.means;
  if (!means || 'place' in means) return undefined;
  return ('entity' in means ? means.entity : means.unlisted).type;
}
