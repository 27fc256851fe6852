import { descriptionAt } from './descriptions.ts';
import { beforeOpenInsertion, subjectBeforeComma } from './insertions.ts';
import { isNoun, ownerOf } from './nouns.ts';
import { canSpeak, objectFrom, pronounOf, subjectFrom, type Subject } from './noun-phrase.ts';
import { antecedentOf, bracketStart, clauseStart, isInPhrase, opensClause, ownName } from './own-name.ts';
import { ownsGerund } from './gerunds.ts';
import { openingSubject } from './opening.ts';
import { publishingVerb, textBefore, writerOf } from './texts.ts';
import { broughtTo, isDenial, isUnsaid } from './complements.ts';
import type { NamePiece, Piece } from './piece.ts';
import type { VerbForm } from './speech-verbs.ts';
import { isBe, isBetween, isMark, isNegation, isPreposition, isTime, isWord } from './word-classes.ts';

/** `was heard saying`. */
const WITNESSED = ['heard', 'overheard', 'recorded', 'filmed', 'caught', 'seen'];

/** `kept saying`, `started calling`. */
const BEGINNINGS = ['kept', 'keeps', 'began', 'begins', 'started', 'starts', 'continued', 'continues'];

const FINITE = { ing: false, past: false };

/** The subject of the speech verb at `verb`, looked for before it; nothing if there is none. */
export const subjectBefore = (pieces: readonly Piece[], verb: number): Subject | undefined =>
  subjectOf(pieces, verb, pieces[verb]!.verb!);

/** The subject of a verb of this form at `verb`. */
function subjectOf(
  pieces: readonly Piece[],
  verb: number,
  form: Pick<VerbForm, 'ing' | 'past'>,
): Subject | undefined {
  if (isPassive(pieces, verb)) return agentOf(pieces, verb);
  let at = verb - 1;
  while (isBetween(pieces[at]) || (isTime(pieces[at + 1]) && isPreposition(pieces[at]))) at--;
  const before = pieces[at];
  if (before?.kind === 'word') return subjectAtWord(pieces, at, verb, form);
  if (canSpeak(before)) return form.ing ? participant(pieces, at) : nameBefore(pieces, at, verb);
  if (before?.kind === 'name') return authorOf(pieces, at + 1) ?? aroundName(pieces, at, verb);
  if (isMark(before, ')')) return ownName(pieces, bracketStart(pieces, at) - 1);
  if (form.ing) return isMark(before, ',–—-') ? (mainSubject(pieces, at) ?? 'unnamed') : undefined;
  return isMark(before, ',–—-') ? subjectBeforeComma(pieces, at) : undefined;
}

/** `Senator Ted Cruz of Texas said`, `Ann Quill, 39, of Leeds said`. */
const aroundName = (pieces: readonly Piece[], at: number, verb: number): Subject =>
  (isInPhrase(pieces, at) && subjectFrom(pieces, clauseStart(pieces, at))) ||
  (beforeOpenInsertion(pieces, at, verb) ?? 'unnamed');

/** `Kerry, described by Lavrov as "weak", left`; `Asked by Lavrov if he was "weak", Kerry left`. */
const isPassive = (pieces: readonly Piece[], verb: number): boolean =>
  isWord(pieces[verb + 1], 'by') && DESCRIBED.test(pieces[verb]!.text);

const DESCRIBED =
  /^(?:ask|press|describ|call|dismiss|labell?|brand|dubb|critici[sz]|condemn|denounc|slamm|hail|prais|characteri[sz]|term|deem|derid|mock|ridicul|decri)ed$/u;

/** `Kerry said`; `Ann Quill, of Marlow and Sons said`. */
function nameBefore(pieces: readonly Piece[], at: number, verb: number): Subject {
  const form = pieces[verb]!.verb;
  if (opensClause(pieces, at) && (!form || form.past || form.says)) return { name: pieces[at] as NamePiece };
  const who = ownName(pieces, at);
  return who === 'unnamed' ? (authorOf(pieces, at + 1) ?? beforeOpenInsertion(pieces, at, verb) ?? who) : who;
}

function subjectAtWord(
  pieces: readonly Piece[],
  at: number,
  verb: number,
  { ing, past }: Pick<VerbForm, 'ing' | 'past'>,
): Subject | undefined {
  const before = pieces[at]!;
  if (isNegation(before) || (ing && isDenial(before))) return 'unnamed';
  if ((isBe(before) || isWord(before, ...BEGINNINGS)) && ing) return subjectOf(pieces, at, FINITE);
  const author = ing || isWord(before, 'that', 'which') ? authorOf(pieces, ing ? at + 1 : at) : undefined;
  if (author) return author;
  if (isBe(before)) return past ? agentOf(pieces, verb) : undefined;
  if (ing && isWord(before, ...WITNESSED) && isBe(pieces[at - 1])) return subjectOf(pieces, at - 1, FINITE);
  const pronoun = pronounOf(before);
  if (pronoun) return { pronoun };
  if (ing && before.text === 'as') return quoted(pieces, at);
  if (before.text === 'to' && isUnsaid(pieces, at)) return 'unnamed';
  const brought = before.text === 'to' ? broughtTo(pieces, at) : undefined;
  if (brought) return { name: brought };
  if (isWord(before, 'to', 'and', 'but', 'by')) return mainSubject(pieces, at);
  if (before.text === 'who') return antecedentOf(pieces, at);
  const text = isNoun(pieces, at) ? -1 : textBefore(pieces, at + 1);
  const writer = text < 0 ? undefined : writerOf(pieces, text, at + 1);
  if (writer) return writer;
  const owner = isNoun(pieces, at) ? ownerOf(pieces, at) : undefined;
  const name = nameWithTime(pieces, at) ?? owner ?? beforeOpenInsertion(pieces, at, verb);
  if (name) return name;
  // In `those questioning the plan` nobody is heard.
  if (ing) return undefined;
  const described = descriptionAt(pieces, at, pieces[verb]!);
  return described ? { described } : 'unnamed';
}

/** `a memo from Kerry saying`, `with Kerry saying`, `quoted Kerry saying`. */
function participant(pieces: readonly Piece[], at: number): Subject | undefined {
  const author = authorOf(pieces, at + 1);
  if (author) return author;
  return ownsGerund(pieces, at) ? { name: pieces[at] as NamePiece } : quoted(pieces, at + 1);
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

/** Whose words the text has that the words before `end` speak of: `a memo from Kerry`; `Kerry issued a memo`, but not `Kerry received a memo`. */
export function authorOf(pieces: readonly Piece[], end: number): Subject | undefined {
  const text = textBefore(pieces, end);
  if (text < 0) return undefined;
  return writerOf(pieces, text, end) ?? publisherOf(pieces, text);
}

/** Who puts out the text at `text`; a name that can't speak is none, `the White House shared a video`. */
export function publisherOf(pieces: readonly Piece[], text: number): Subject | undefined {
  const verb = publishingVerb(pieces, text);
  const before = pieces[verb - 1];
  if (verb < 0 || (before?.kind === 'name' && !canSpeak(before))) return undefined;
  return subjectOf(pieces, verb, { ing: pieces[verb]!.text.endsWith('ing'), past: true });
}

/** `was called "weak" by Trump`; a bill `considered by its parliament` has nothing to do with a quote further on. */
function agentOf(pieces: readonly Piece[], verb: number): Subject | undefined {
  const by = pieces.findIndex((piece, i) => i > verb && i < verb + 6 && isWord(piece, 'by'));
  const who = by < 0 ? undefined : objectFrom(pieces, by + 1);
  const isQuoted = pieces.slice(verb + 1, verb + 4).some(({ kind }) => kind === 'quote');
  return who === 'unnamed' && !isQuoted ? undefined : who;
}

/** `Trump on Thursday in Ohio said`: the name that begins the clause of the word at `at`, with a time or place after it. */
function nameWithTime(pieces: readonly Piece[], at: number): Subject | undefined {
  const start = clauseStart(pieces, at);
  const name = pieces.findIndex((piece, i) => i >= start && i <= at && canSpeak(piece));
  const next = pieces[name + 1];
  return name >= 0 && (isPreposition(next) || isTime(next)) ? ownName(pieces, name) : undefined;
}

/** Whom the sentence before `end` is about: the subject of participles and of a second verb. */
const mainSubject = (pieces: readonly Piece[], end: number): Subject | undefined =>
  spokenSubject(pieces.slice(0, end)) ?? openingSubject(pieces.slice(0, end));

/** The subject of a sentence's last speech verb that has one with a name or pronoun. */
export const spokenSubject = (pieces: readonly Piece[]): Subject | undefined =>
  lastSubject(pieces, (who) => 'name' in who || 'pronoun' in who);

/** The same of one whose subject was named before: `the mayor said`. */
export const describedSubject = (pieces: readonly Piece[]): Subject | undefined =>
  lastSubject(pieces, (who) => 'described' in who);

function lastSubject(
  pieces: readonly Piece[],
  fits: (who: Exclude<Subject, 'unnamed'>) => boolean,
): Subject | undefined {
  for (let at = pieces.length - 1; at > 0; at--) {
    const form = pieces[at]!.verb;
    if (!form || form.ing || isNoun(pieces, at)) continue;
    const subject = subjectBefore(pieces, at);
    if (subject && subject !== 'unnamed' && fits(subject)) return subject;
  }
  return undefined;
}
