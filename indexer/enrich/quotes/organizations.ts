import { canSpeak, isPerson, nameIn, type Subject } from './subject.ts';
import { clauseStart, ownName } from './own-name.ts';
import type { Piece } from './piece.ts';
import { holderOf } from './texts.ts';
import { isNamedBody, isDeterminer, isWord } from './word-classes.ts';

/** `the Road Watch news agency`, `the Road Watch charity`, whose verb comes next. */
export function bodyNamedAt(pieces: readonly Piece[], noun: number): Subject | undefined {
  const isAgency = isWord(pieces[noun], 'agency') && isWord(pieces[noun - 1], 'news');
  if (!isAgency && !isNamedBody(pieces[noun])) return undefined;
  const at = isWord(pieces[noun - 1], 'news', 'rights', 'aid') ? noun - 2 : noun - 1;
  const who = canSpeak(pieces[at]) && !isPerson(pieces[at]) ? ownName(pieces, at) : undefined;
  return nameIn(who) ? who : undefined;
}

/** `A White House statement`, where it begins its clause: not `those who saw a White House statement`. */
export function attributedTo(pieces: readonly Piece[], text: number): Subject | undefined {
  const start = clauseStart(pieces, text);
  const isSubject = isDeterminer(pieces[start]) || pieces[start]?.kind === 'name';
  return isSubject && text - start <= LONGEST_ATTRIBUTE ? holderOf(pieces, text) : undefined;
}

/** `an old White House press`, in pieces. */
const LONGEST_ATTRIBUTE = 4;
