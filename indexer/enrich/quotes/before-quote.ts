import { isOpen, isSaying } from './after-quote.ts';
import type { Gender } from './genders.ts';
import { inverted } from './inverted.ts';
import { isNoun } from './nouns.ts';
import { byNoun } from './noun-before-quote.ts';
import { isPerson, nameIn, type Subject } from './subject.ts';
import { subjectFrom } from './noun-phrase.ts';
import { isTitle, openingSubject } from './opening.ts';
import { opensClause } from './own-name.ts';
import type { Cue } from './cue.ts';
import { isReported } from './reported-verbs.ts';
import type { NamePiece, Piece } from './piece.ts';
import { authorOf, spokenSubject, subjectBefore } from './subjects.ts';
import { isAdverb, isConjunction, isDeterminer, isMark, isWord } from './word-classes.ts';

/** `Kerry said that "…"`, `Kerry's claim that "…"`: by the nearest word of speech before `at`. */
export function beforeQuote(pieces: readonly Piece[], at: number): Cue | undefined {
  for (let word = at - 1; word >= 0; word--) {
    const cue = byVerb(pieces, word, at) ?? byNounOfSpeech(pieces, word, at);
    if (cue && !isPastTag(pieces, word, at)) return cue;
  }
  return undefined;
}

function byVerb(pieces: readonly Piece[], verb: number, at: number): Cue | undefined {
  if (!pieces[verb]!.verb || isNoun(pieces, verb)) return undefined;
  if (isSecondClause(pieces, at) && !takesClause(pieces, verb)) return undefined;
  const who = speakerOf(pieces, verb, at);
  return who && { who, by: 'verb before quote' };
}

/** `Kerry repeated his claim that "…"`: the pronoun may mean Kerry. */
function byNounOfSpeech(pieces: readonly Piece[], noun: number, at: number): Cue | undefined {
  const cue = byNoun(pieces, noun, at);
  const isNear = noun < at - 1 && !pieces.slice(noun, at - 1).some((piece) => isMark(piece, ','));
  if (!cue || !isNear || cue.who === 'unnamed' || !('pronoun' in cue.who)) return cue;
  return { ...cue, who: { ...cue.who, near: nearNames(pieces.slice(0, noun - 1)) } };
}

/** `Kerry said that they attacked but that "…"`: what was said goes on. */
const isSecondClause = (pieces: readonly Piece[], at: number): boolean =>
  isWord(pieces[at - 1], 'that') && isWord(pieces[at - 2], 'and', 'but');

/** `Kerry said that`, `Kerry hopes that`: it takes a clause, so it may take a second one. */
const takesClause = (pieces: readonly Piece[], verb: number): boolean =>
  isSaying(pieces, verb) || isWord(pieces[verb + 1], 'that');

function speakerOf(pieces: readonly Piece[], verb: number, at: number): Subject | undefined {
  if (pieces[verb]!.verb!.ing && isOpening(pieces, verb)) return subjectAfterComma(pieces, at);
  if (isInserted(pieces, verb)) return inverted(pieces, verb);
  if (isOfClosedClause(pieces, verb, at)) return undefined;
  const who = subjectBefore(pieces, verb);
  if (who && who !== 'unnamed' && 'pronoun' in who) return withNearNames(pieces, verb, who.pronoun);
  // `Critics said it would add "…"`: who would add it isn't who says so.
  if (who && !isNamed(who) && isReported(pieces, verb, at)) return undefined;
  if (who || pieces[verb - 1]?.kind !== 'quote' || !isSaying(pieces, verb)) return who;
  return inverted(pieces, verb);
}

/** `After Kerry said he would go, the "road" was closed`: his clause ends before the quote; not in `after Kerry told them, "…"`. */
const isOfClosedClause = (pieces: readonly Piece[], verb: number, at: number): boolean =>
  opensClause(pieces, verb - 1) &&
  pieces.slice(verb, at - verb > LONGEST_LEAD ? at : at - 1).some((piece) => isMark(piece, ','));

/** `told the city council, "…"`: from the verb to its quote. */
const LONGEST_LEAD = 5;

const isNamed = (who: Subject): boolean => who !== 'unnamed' && !('described' in who);

/** `Ban said he believes "…"`, `When Ban arrived, he said "…"`, `a letter from Ban in which he says "…"`: the pronoun may mean Ban. */
function withNearNames(pieces: readonly Piece[], verb: number, pronoun: Gender): Subject {
  const before = pieces.slice(0, verb - 1);
  return { pronoun, near: [...writersIn(before), ...nearNames(before)] };
}

/** Who may speak in `a letter from Ban in which`, or `Ban left over a letter in which`. */
function writersIn(before: readonly Piece[]): NamePiece[] {
  const end = before.length - 2;
  if (!isWord(before[end], 'in') || !isWord(before[end + 1], 'which')) return [];
  const writer = nameIn(authorOf(before, end));
  if (writer) return [writer];
  const people = before.filter(isPerson);
  return people.length === 1 && !isWord(before[before.indexOf(people[0]!) - 1], 'to') ? people : [];
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
    (pieces[verb]!.verb!.ing && isMark(pieces[verb - 1], ',')) ||
    isMark(pieces[at - 1], ',:') ||
    isMark(pieces[verb + 1], ',')
  )
    return false;
  const tagged = pieces.slice(0, verb).findLastIndex(({ kind }) => kind === 'quote');
  // `Kerry called it "weak", while Lavrov says`
  if (pieces.slice(tagged + 1, verb).some(isConjunction)) return false;
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
