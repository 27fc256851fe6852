import { beforeTitle } from './gerunds.ts';
import { canSpeak, isPerson, nameIn, type Subject } from './subject.ts';
import { objectFrom } from './noun-phrase.ts';
import type { Piece } from './piece.ts';
import { isDeterminer, isMark, isWord } from './word-classes.ts';

/** `a video showed (Mayor) Kerry shouting`: what lets somebody be heard, right before the name at `name`. */
export function isWitnessed(pieces: readonly Piece[], name: number): boolean {
  const witness = pieces[beforeTitle(pieces, name)];
  return isWord(witness) && WITNESSES.test(witness.text);
}

const WITNESSES = /^(?:show|film|record|captur|caught|recall|remember|quot|cit|(?:over)?hear)/u;

/** `Kerry wrote to Lavrov saying`: it isn't the one at `name` who says it, unless `who` comes between. */
export function isAddressed(pieces: readonly Piece[], name: number): boolean {
  const at = beforeTitle(pieces, name);
  const to = isDeterminer(pieces[at]) ? at - 1 : at;
  return isWord(pieces[to], 'to') && isWord(pieces[to - 1], ...ADDRESSING);
}

const ADDRESSING = 'wrote writes written spoke speaks spoken talked talks listened tweeted'.split(' ');

const QUOTES = /^(?:quot|cit|(?:over)?hear)/u;

/** `was quoted by the state news agency as`, in pieces. */
export const LONGEST_AGENT = 8;
/** `quoted Kerry, the head of the road watch, as`, in pieces. */
const LONGEST_APPOSITION = 20;

/**
 * Who is quoted before the `as saying` or `saying` at `at`: `quoted Kerry as`, `quoted him as`, `quoted Kerry, the
 * envoy, as`. Nothing if that stands before a form of `be`: `Kerry was quoted as`.
 */
export function quotedBefore(pieces: readonly Piece[], at: number): Subject | undefined {
  const last = pieces[at - 1];
  const longest = isMark(last, ',') ? LONGEST_APPOSITION : LONGEST_AGENT;
  const quoting = pieces
    .slice(Math.max(0, at - longest), at)
    .some((piece) => isWord(piece) && QUOTES.test(piece.text));
  const reported = isWord(last, 'reported') && isWord(pieces[at], 'as');
  if (!quoting && !reported) return 'unnamed';
  if (canSpeak(last)) return { name: last };
  if (isWord(last, 'him', 'her')) return { pronoun: last.text === 'him' ? 'm' : 'f' };
  return isMark(last, ',') ? apposedPerson(pieces, at) : undefined;
}

/** Kerry in `quoted Kerry, the head of the road watch, as saying`. */
function apposedPerson(pieces: readonly Piece[], at: number): Subject | undefined {
  const verb = pieces.findLastIndex((piece, i) => i < at && isWord(piece) && QUOTES.test(piece.text));
  const who = objectFrom(pieces, verb + 1);
  return isPerson(nameIn(who)) && isMark(pieces[pieces.indexOf(nameIn(who)!) + 1], ',') ? who : undefined;
}
