import { inverted, isOpen, isSaying } from './after-quote.ts';
import type { Gender } from './genders.ts';
import { isNoun } from './nouns.ts';
import { byNoun } from './noun-before-quote.ts';
import { nameIn, subjectFrom, type Subject } from './noun-phrase.ts';
import { isTitle, openingSubject } from './opening.ts';
import type { Cue } from './cue.ts';
import type { NamePiece, Piece } from './piece.ts';
import { authorOf, spokenSubject, subjectBefore } from './subjects.ts';
import { isAdverb, isConjunction, isDeterminer, isMark, isWord } from './word-classes.ts';

/** `Kerry said that "…"`, `Kerry's claim that "…"`: by the nearest word of speech before `at`. */
export function beforeQuote(pieces: readonly Piece[], at: number): Cue | undefined {
  for (let word = at - 1; word >= 0; word--) {
    const cue = byVerb(pieces, word, at) ?? byNoun(pieces, word, at);
    if (cue && !isPastTag(pieces, word, at)) return cue;
  }
  return undefined;
}

function byVerb(pieces: readonly Piece[], verb: number, at: number): Cue | undefined {
  if (!pieces[verb]!.verb || isNoun(pieces, verb)) return undefined;
  if (isSecondClause(pieces, at) && !isSaying(pieces, verb)) return undefined;
  const who = speakerOf(pieces, verb, at);
  return who && { who, by: 'verb before quote' };
}

/** `Kerry said that they attacked but that "…"`: what was said goes on. */
const isSecondClause = (pieces: readonly Piece[], at: number): boolean =>
  isWord(pieces[at - 1], 'that') && isWord(pieces[at - 2], 'and', 'but');

function speakerOf(pieces: readonly Piece[], verb: number, at: number): Subject | undefined {
  if (pieces[verb]!.verb!.ing && isOpening(pieces, verb)) return subjectAfterComma(pieces, at);
  if (isInserted(pieces, verb)) return inverted(pieces, verb);
  const who = subjectBefore(pieces, verb);
  if (who && who !== 'unnamed' && 'pronoun' in who) return withNearNames(pieces, verb, who.pronoun);
  // `Critics said it would add "…"`: who would add it isn't who says so.
  if (who && !isNamed(who) && (pieces[verb]!.verb!.base || isDeed(pieces, verb, at))) return undefined;
  if (who || pieces[verb - 1]?.kind !== 'quote' || !isSaying(pieces, verb)) return who;
  return inverted(pieces, verb);
}

/** `Putin said Russia responded with force to "…"`: these verbs are of speech only right beside words. */
const isDeed = (pieces: readonly Piece[], verb: number, at: number): boolean =>
  DEED.test(pieces[verb]!.text) &&
  verb < at - 1 &&
  !isWord(pieces[verb + 1], 'that') &&
  !isMark(pieces[at - 1], ',:');

const DEED = /^(?:respond|challeng|beg[aiu]n|continu|threaten|shot|snapp|agree|demand|want|fear|hop)/u;

const isNamed = (who: Subject): boolean => who !== 'unnamed' && !('described' in who);

/** `Ban said he believes "…"`, `When Ban arrived, he said "…"`, `a letter from Ban in which he says "…"`: the pronoun may mean Ban. */
function withNearNames(pieces: readonly Piece[], verb: number, pronoun: Gender): Subject {
  const which = pieces[verb - 2];
  const writer = isWord(which, 'which') ? nameIn(authorOf(pieces, verb - 3)) : undefined;
  return { pronoun, near: [...(writer ? [writer] : []), ...nearNames(pieces.slice(0, verb - 1))] };
}

/** Whom a pronoun after these words of its sentence may mean. */
export function nearNames(before: readonly Piece[]): NamePiece[] {
  const opening = isConjunction(before[0]) ? subjectFrom(before, 1) : openingSubject(before);
  return [spokenSubject(before), opening].flatMap((subject) => nameIn(subject) ?? []);
}

/** `The road, said the envoy John Kerry, is "open"`. */
function isInserted(pieces: readonly Piece[], verb: number): boolean {
  if (!isMark(pieces[verb - 1], ',') || !isSaying(pieces, verb)) return false;
  const name = nameIn(inverted(pieces, verb));
  const comma = name ? pieces.indexOf(name) + 1 : -1;
  const further = pieces[comma + 1];
  return isMark(pieces[comma], ',') && !isConjunction(further) && !isDeterminer(further);
}

/** In `"…," Kerry said in "The Show"` the second is no speech, but in `"…," Kerry said, "…"` it is. */
function isPastTag(pieces: readonly Piece[], verb: number, at: number): boolean {
  if (
    !isSaying(pieces, verb) ||
    verb === at - 1 ||
    isMark(pieces[at - 1], ',:') ||
    isMark(pieces[verb + 1], ',')
  )
    return false;
  const content = pieces.slice(verb, at).some((piece) => isWord(piece, 'that', 'and'));
  return (
    !content &&
    pieces
      .slice(0, verb)
      .some(
        (piece, i) =>
          !isTitle(pieces, i) && (isOpen(piece) || (piece.kind === 'quote' && isMark(pieces[i + 1], ','))),
      )
  );
}

/** `Calling it "absurd", Kerry left`. */
const isOpening = (pieces: readonly Piece[], verb: number) =>
  pieces
    .slice(0, verb)
    .every((piece) => isAdverb(piece) || isWord(piece, 'by', 'in', 'after', 'while', 'but', 'and', 'when'));

function subjectAfterComma(pieces: readonly Piece[], at: number): Subject {
  const comma = pieces.findIndex((piece, i) => i > at && isMark(piece, ','));
  return subjectFrom(pieces, (comma < 0 ? at : comma) + 1) ?? 'unnamed';
}
