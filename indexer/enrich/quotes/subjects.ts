import { isNoun, ownerOf } from './nouns.ts';
import { canSpeak, objectFrom, pronounOf, subjectFrom, titledName, type Subject } from './noun-phrase.ts';
import { openingSubject } from './opening.ts';
import { POSSESSIVE, type Piece } from './piece.ts';
import type { VerbForm } from './speech-verbs.ts';
import {
  isBe,
  isDeterminer,
  isBetween,
  isConjunction,
  isMark,
  isNegation,
  isPreposition,
  isTime,
  isWord,
} from './word-classes.ts';

/** `was heard saying`. */
const WITNESSED = ['heard', 'overheard', 'recorded', 'filmed', 'caught', 'seen'];

const FINITE = { ing: false, past: false };

/** How many clauses may stand between commas after a name: `Mark Kirk, R-Ill., who faces a battle, said`. */
const MOST_INSERTIONS = 5;
/** How far before a name the preposition stands to whose phrase it belongs: `loyal to the Syrian president Bashar al-Assad`. */
const LONGEST_TITLE = 5;

/** The subject of the speech verb at `verb`, looked for before it; nothing if there is none. */
export const subjectBefore = (pieces: readonly Piece[], verb: number): Subject | undefined =>
  subjectOf(pieces, verb, pieces[verb]!.verb!);

/** The subject of a verb of this form at `verb`. */
function subjectOf(
  pieces: readonly Piece[],
  verb: number,
  form: Pick<VerbForm, 'ing' | 'past'>,
): Subject | undefined {
  let at = verb - 1;
  while (isBetween(pieces[at])) at--;
  const before = pieces[at];
  if (before?.kind === 'word') return subjectAtWord(pieces, at, verb, form);
  if (canSpeak(before)) return form.ing ? quoted(pieces, at + 1) : ownName(pieces, at);
  // `Senator Ted Cruz of Texas said`
  if (before?.kind === 'name')
    return (isInPhrase(pieces, at) && subjectFrom(pieces, clauseStart(pieces, at))) || 'unnamed';
  if (isMark(before, ')')) return ownName(pieces, bracketStart(pieces, at) - 1);
  if (form.ing) return isMark(before, ',–—-') ? (mainSubject(pieces, at) ?? 'unnamed') : undefined;
  return isMark(before, ',–—-') ? subjectBeforeComma(pieces, at) : undefined;
}

function subjectAtWord(
  pieces: readonly Piece[],
  at: number,
  verb: number,
  { ing, past }: Pick<VerbForm, 'ing' | 'past'>,
): Subject | undefined {
  const before = pieces[at]!;
  if (isNegation(before)) return 'unnamed';
  if (isBe(before) && ing) return subjectOf(pieces, at, FINITE);
  if (isBe(before)) return past ? agentAfter(pieces, verb) : undefined;
  if (ing && isWord(before, ...WITNESSED) && isBe(pieces[at - 1])) return subjectOf(pieces, at - 1, FINITE);
  const pronoun = pronounOf(before);
  if (pronoun) return { pronoun };
  if (ing && before.text === 'as') return quoted(pieces, at);
  if (isWord(before, 'to', 'and', 'but', 'by')) return mainSubject(pieces, at);
  if (before.text === 'who') return ownName(pieces, isMark(pieces[at - 1], ',') ? at - 2 : at - 1);
  const name = nameWithTime(pieces, at) ?? (isNoun(pieces, at) ? ownerOf(pieces, at) : undefined);
  // In `those questioning the plan` nobody is heard.
  return name ?? (ing ? undefined : 'unnamed');
}

/** The name itself, unless it stands in the phrase of somebody who is not named: `a spokesman for Kerry`, `Kerry and Lavrov`. */
function ownName(pieces: readonly Piece[], at: number): Subject {
  const name = pieces[at];
  if (!canSpeak(name)) return 'unnamed';
  if (isWord(pieces[at - 1], 'and') && pieces[at - 2]?.kind === 'name') return 'unnamed';
  if (!isInPhrase(pieces, at)) return { name };
  return subjectFrom(pieces, clauseStart(pieces, at)) ?? 'unnamed';
}

/** Does a preposition govern the name, through a title at most: `loyal to the Syrian president Bashar al-Assad`? */
function isInPhrase(pieces: readonly Piece[], name: number): boolean {
  let at = name - 1;
  if (isPreposition(pieces[at])) return true;
  while (at > name - LONGEST_TITLE && isTitleWord(pieces[at])) at--;
  if (isDeterminer(pieces[at])) at--;
  return isPreposition(pieces[at]);
}

/** `Syrian`, `president`, `secretary of state`: but in `a deal Kerry called weak` a clause begins after `deal`. */
const isTitleWord = (piece: Piece | undefined): boolean =>
  isWord(piece) &&
  !isTime(piece) &&
  ((piece.capital && !isPreposition(piece)) || ROLE.test(piece.text) || isWord(piece, 'of', 'state'));

const ROLE =
  /(?:[^t]er|tor|sor|ist|man|woman|person|ent|ian|chief|prime|foreign|head|king|queen|star|coach|captain|pope|judge|secretary|general|deputy|former|wife|husband|son|friend)$/u;

/** `Kerry, the envoy of the president, said`; `the president's envoy, John Kerry, said`. */
function subjectBeforeComma(pieces: readonly Piece[], comma: number): Subject {
  let end = comma;
  for (let tries = 0; tries < MOST_INSERTIONS; tries++) {
    const start = insertionStart(pieces, end);
    const only = start < 0 ? undefined : titledName(pieces, start + 1);
    if (only && only === pieces[end - 1]) return { name: only };
    if (!isMark(pieces[start], ',–—-')) return subjectFrom(pieces, start + 1) ?? 'unnamed';
    const last = isMark(pieces[start - 1], ')') ? bracketStart(pieces, start - 1) - 1 : start - 1;
    if (canSpeak(pieces[last])) return ownName(pieces, last);
    if (pieces[last]?.kind === 'name') return subjectFrom(pieces, clauseStart(pieces, last)) ?? 'unnamed';
    end = start;
  }
  return 'unnamed';
}

function insertionStart(pieces: readonly Piece[], end: number): number {
  let start = end - 1;
  while (start >= 0 && !isMark(pieces[start], ',–—-:;') && pieces[start]!.kind !== 'quote') start--;
  return start;
}

function bracketStart(pieces: readonly Piece[], close: number): number {
  let at = close;
  while (at > 0 && !isMark(pieces[at], '(')) at--;
  return at;
}

/** `quoted Assad as saying`, `was quoted as saying`: `at` is where the words before `saying` end. */
function quoted(pieces: readonly Piece[], at: number): Subject | undefined {
  const name = pieces[at - 1];
  const quoting = pieces
    .slice(Math.max(0, at - 5), at)
    .some((piece) => isWord(piece) && /^(?:quot|cit|(?:over)?hear)/u.test(piece.text));
  if (!quoting) return 'unnamed';
  if (canSpeak(name)) return { name };
  const be = pieces.findLastIndex((piece, i) => i < at && i > at - 4 && isBe(piece));
  return be > 0 ? subjectOf(pieces, be, FINITE) : 'unnamed';
}

/** `was called "weak" by Trump`. */
function agentAfter(pieces: readonly Piece[], verb: number): Subject | undefined {
  const by = pieces.findIndex((piece, i) => i > verb && i < verb + 6 && isWord(piece, 'by'));
  return by < 0 ? undefined : objectFrom(pieces, by + 1);
}

/** `Trump on Thursday in Ohio said`: the name that begins the clause of the word at `at`, with a time or place after it. */
function nameWithTime(pieces: readonly Piece[], at: number): Subject | undefined {
  const start = clauseStart(pieces, at);
  const name = pieces.findIndex((piece, i) => i >= start && i <= at && piece.kind === 'name');
  if (name < 0 || isMark(pieces[name + 1], POSSESSIVE)) return undefined;
  const next = pieces[name + 1];
  return isPreposition(next) || isTime(next) ? ownName(pieces, name) : undefined;
}

function clauseStart(pieces: readonly Piece[], at: number): number {
  const parts = (piece: Piece) => piece.kind === 'quote' || isMark(piece, ',;:–—') || isConjunction(piece);
  return pieces.findLastIndex((piece, i) => i < at && parts(piece)) + 1;
}

/** Whom the sentence before `end` is about: the subject of participles and of a second verb. */
const mainSubject = (pieces: readonly Piece[], end: number): Subject | undefined =>
  spokenSubject(pieces.slice(0, end)) ?? openingSubject(pieces.slice(0, end));

/** The subject of a sentence's last speech verb that has one with a name or pronoun. */
export function spokenSubject(pieces: readonly Piece[]): Subject | undefined {
  for (let at = pieces.length - 1; at > 0; at--) {
    const form = pieces[at]!.verb;
    if (!form || form.ing || isNoun(pieces, at)) continue;
    const subject = subjectBefore(pieces, at);
    if (subject && subject !== 'unnamed') return subject;
  }
  return undefined;
}
