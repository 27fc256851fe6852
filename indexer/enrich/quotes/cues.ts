import { isNoun, ownerOf } from './nouns.ts';
import type { Gender } from './genders.ts';
import { canSpeak, nameIn, objectFrom, subjectFrom, type Subject } from './noun-phrase.ts';
import { openingSubject } from './opening.ts';
import type { Piece } from './pieces.ts';
import { spokenSubject, subjectBefore } from './subjects.ts';
import {
  isAdverb,
  isAuxiliary,
  isBe,
  isConjunction,
  isMark,
  isNegation,
  isPreposition,
  isWord,
} from './word-classes.ts';

/** Who is said to speak, and by which rule that is known. */
export interface Cue {
  who: Subject;
  by: string;
}

/** How far after a quote its verb may stand: `"…," Kerry, the envoy who had just arrived from Geneva, said`. */
const LONGEST_TAG = 30;

/** Who says the quote at `at` of a sentence, as that sentence says it. */
export const cueOf = (pieces: readonly Piece[], at: number): Cue | undefined =>
  afterQuote(pieces, at) ??
  afterColon(pieces, at) ??
  beforeQuote(pieces, at) ??
  accordingTo(pieces) ??
  afterLead(pieces, at) ??
  atEnd(pieces, at);

/** Who says what comes on the next line, by a sentence that ends with a colon. */
export function announcedBy(pieces: readonly Piece[]): Cue | undefined {
  const at = pieces.length;
  return isMark(pieces[at - 1], ':')
    ? (afterColon(pieces, at) ?? beforeQuote(pieces, at) ?? afterLead(pieces, at))
    : undefined;
}

/** `"…," Kerry said`, `"…," said Kerry`. */
function afterQuote(pieces: readonly Piece[], at: number): Cue | undefined {
  if (isMark(pieces[at + 1], ',')) return tag(pieces, at + 2);
  return isOpen(pieces[at]!) || isSaying(pieces, at + 1) ? tag(pieces, at + 1) : undefined;
}

/** Does a quote end as one does that its sentence goes on after? */
const isOpen = ({ kind, text }: Piece) => kind === 'quote' && ',?!…—–-'.includes(text);

const isSaying = (pieces: readonly Piece[], at: number) =>
  pieces[at]?.verb?.says === true && !isNoun(pieces, at);

/** `Kerry, the envoy, said` or `said Kerry` from `from` on. */
function tag(pieces: readonly Piece[], from: number): Cue | undefined {
  const first = pieces[from];
  if (isConjunction(first) || isPreposition(first) || isNegation(first)) return undefined;
  const verb = pieces.findIndex((_, i) => i >= from && i < from + LONGEST_TAG && isSaying(pieces, i));
  if (verb < 0) return undefined;
  const between = pieces.slice(from, verb);
  if (between.some((piece) => piece.kind === 'quote' || isMark(piece, '.!?…:;'))) return undefined;
  const who = between.every(isAdverb)
    ? inverted(pieces, verb)
    : subjectBefore(pieces.slice(from), verb - from);
  return who && { who, by: 'verb after quote' };
}

/** `said Kerry`; not `told Kerry`, `said he` or `said Kerry was`. */
function inverted(pieces: readonly Piece[], verb: number): Subject | undefined {
  const { text, verb: form } = pieces[verb]!;
  if (form?.ing || form?.base || /^t(?:old|ells)$/u.test(text)) return undefined;
  const who = objectFrom(pieces, verb + 1);
  if (typeof who === 'object' && 'pronoun' in who) return undefined;
  const next = pieces[pieces.indexOf(nameIn(who)!) + 1];
  return isBe(next) || isAuxiliary(next) ? undefined : who;
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

/** `Kerry said that "…"`: by the nearest speech verb before `at`. */
function beforeQuote(pieces: readonly Piece[], at: number): Cue | undefined {
  for (let verb = at - 1; verb >= 0; verb--) {
    if (!pieces[verb]!.verb || isPastTag(pieces, verb, at)) continue;
    if (isNoun(pieces, verb)) {
      const owner = introduces(pieces, verb, at) ? ownerOf(pieces, verb) : undefined;
      if (owner) return { who: owner, by: 'noun before quote' };
      continue;
    }
    const who = speakerOf(pieces, verb, at);
    if (who) return { who, by: 'verb before quote' };
  }
  return undefined;
}

function speakerOf(pieces: readonly Piece[], verb: number, at: number): Subject | undefined {
  if (pieces[verb]!.verb!.ing && isOpening(pieces, verb)) return subjectAfterComma(pieces, at);
  if (isInserted(pieces, verb)) return inverted(pieces, verb);
  const who = subjectBefore(pieces, verb);
  if (who && who !== 'unnamed' && 'pronoun' in who) return withNearNames(pieces, verb, who.pronoun);
  // `Critics said it would add "…"`: who would add it isn't who says so.
  if (who === 'unnamed' && pieces[verb]!.verb!.base) return undefined;
  if (who || pieces[verb - 1]?.kind !== 'quote' || !isSaying(pieces, verb)) return who;
  return inverted(pieces, verb);
}

/** `Ban said he believes "…"`, `When Ban arrived, he said "…"`: the pronoun may mean Ban. */
function withNearNames(pieces: readonly Piece[], verb: number, pronoun: Gender): Subject {
  const before = pieces.slice(0, verb - 1);
  const opening = isConjunction(pieces[0]) ? subjectFrom(before, 1) : openingSubject(before);
  const near = [spokenSubject(before), opening].flatMap((subject) => nameIn(subject) ?? []);
  return { pronoun, near };
}

/** `The road, said Kerry, is "open"`. */
function isInserted(pieces: readonly Piece[], verb: number): boolean {
  if (!isMark(pieces[verb - 1], ',') || !isSaying(pieces, verb)) return false;
  return canSpeak(pieces[verb + 1]) && isMark(pieces[verb + 2], ',');
}

const introduces = (pieces: readonly Piece[], noun: number, at: number) =>
  noun === at - 1 || isWord(pieces[noun + 1], 'that') || isMark(pieces[noun + 1], ':,');

/** In `"…," Kerry said in "The Show"` the second is no speech, but in `"…," Kerry said, "…"` it is. */
function isPastTag(pieces: readonly Piece[], verb: number, at: number): boolean {
  if (verb === at - 1 || isMark(pieces[at - 1], ',:') || isMark(pieces[verb + 1], ',')) return false;
  const content = pieces.slice(verb, at).some((piece) => isWord(piece, 'that', 'and'));
  return (
    !content &&
    pieces
      .slice(0, verb)
      .some((piece, i) => isOpen(piece) || (piece.kind === 'quote' && isMark(pieces[i + 1], ',')))
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

/** `according to Kerry`, before or after the quote. */
function accordingTo(pieces: readonly Piece[]): Cue | undefined {
  const at = pieces.findIndex((piece, i) => isWord(piece, 'according') && isWord(pieces[i + 1], 'to'));
  return at < 0 ? undefined : { who: objectFrom(pieces, at + 2), by: 'according to' };
}

/** `The plan is "weak" in parts, Kerry said`: the sentence ends with who says it. */
function atEnd(pieces: readonly Piece[], at: number): Cue | undefined {
  for (let comma = pieces.length - 1; comma > at; comma--) {
    const cue = isMark(pieces[comma], ',') ? tag(pieces, comma + 1) : undefined;
    if (cue) return cue;
  }
  return undefined;
}
