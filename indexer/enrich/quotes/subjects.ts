import { broughtTo, isDenial, isUnsaid } from './complements.ts';
import { descriptionAt } from './descriptions.ts';
import { beforeTitle, ownsGerund } from './gerunds.ts';
import { beforeOpenInsertion, officeHolder, subjectBeforeComma } from './insertions.ts';
import { inverted } from './inverted.ts';
import { canSpeak, isPerson, nameIn, pronounOf, type Subject } from './subject.ts';
import { subjectFrom } from './noun-phrase.ts';
import { isNoun, ownerOf } from './nouns.ts';
import { openingSubject } from './opening.ts';
import { attributedTo, bodyNamedAt } from './organizations.ts';
import { antecedentOf, bracketStart, clauseStart, isInPhrase, opensClause, ownName } from './own-name.ts';
import { agentOf, isPassive } from './passives.ts';
import type { NamePiece, Piece } from './piece.ts';
import type { VerbForm } from './speech-verbs.ts';
import { isText, publishingVerb, textBefore, writerOf } from './texts.ts';
import { leadsToTime, nameWithTime } from './times.ts';
import { isAddressed, isWitnessed, LONGEST_AGENT, quotedBefore } from './witnesses.ts';
import { isBe, isBetween, isMark, isNegation, isWord } from './word-classes.ts';

/** `was heard saying`. */
const WITNESSED = ['heard', 'overheard', 'recorded', 'filmed', 'caught', 'seen', 'quoted', 'shown'];

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
  while (isBetween(pieces[at]) || leadsToTime(pieces, at)) at--;
  const before = pieces[at];
  if (before?.kind === 'word') return subjectAtWord(pieces, at, verb, form);
  if (canSpeak(before)) return form.ing ? participant(pieces, at) : nameBefore(pieces, at, verb);
  if (before?.kind === 'name') return authorOf(pieces, at + 1) ?? aroundName(pieces, at, verb);
  if (isMark(before, ')')) return beforeBracket(pieces, bracketStart(pieces, at) - 1, verb);
  if (form.ing) return isMark(before, ',–—-') ? (mainSubject(pieces, at) ?? 'unnamed') : undefined;
  return isMark(before, ',–—-') ? subjectBeforeComma(pieces, at) : undefined;
}

/** `Senator Ted Cruz of Texas said`, `Ann Quill, 39, of Leeds said`. */
const aroundName = (pieces: readonly Piece[], at: number, verb: number): Subject =>
  (isInPhrase(pieces, at) && subjectFrom(pieces, clauseStart(pieces, at))) ||
  (beforeOpenInsertion(pieces, at, verb) ?? 'unnamed');

/** `The Road Agency (RA) said`; `Ann Quill, of the Road Agency (RA) said`. */
function beforeBracket(pieces: readonly Piece[], at: number, verb: number): Subject {
  const who = ownName(pieces, at);
  return who === 'unnamed' ? (beforeOpenInsertion(pieces, at, verb) ?? who) : who;
}

/** `Kerry said`; `Ann Quill, of Marlow and Sons said`. */
function nameBefore(pieces: readonly Piece[], at: number, verb: number): Subject {
  const form = pieces[verb]!.verb;
  // `the Duke and Duchess say`
  if (form?.base && at === verb - 1 && isPerson(pieces[at])) return 'unnamed';
  if (opensClause(pieces, at) && (!form || form.past || form.says)) return { name: pieces[at] as NamePiece };
  const holder = isPerson(pieces[at]) ? undefined : officeHolder(pieces, at, verb);
  if (holder) return holder;
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
  if (ing && isWord(before, 'after', 'before', 'while', 'when'))
    return hasGerund(pieces.slice(0, at)) ? 'unnamed' : mainSubject(pieces, at);
  if (before.text === 'who') return antecedentOf(pieces, at);
  const name = nameAround(pieces, at, verb);
  if (name) return name;
  // In `those questioning the plan` nobody is heard.
  if (ing) return undefined;
  const described = descriptionAt(pieces, at, pieces[verb]!);
  if (before.text === 'it' && !described) return organizationBefore(pieces, at) ?? 'unnamed';
  return described ? { described } : 'unnamed';
}

/** In `Kerry left after calling` it is Kerry who called, in `Kerry tells of Lavrov leaving after calling` it isn't. */
const hasGerund = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece, i) => canSpeak(piece) && pieces[i + 1]?.text.endsWith('ing'));

/** The name in the phrase that ends with the noun at `at`: a text's writer, an organization, whom a time or insertion follows. */
const nameAround = (pieces: readonly Piece[], at: number, verb: number): Subject | undefined =>
  (isText(pieces, at) ? undefined : writerBefore(pieces, at + 1)) ??
  bodyNamedAt(pieces, at) ??
  nameWithTime(pieces, at) ??
  (isText(pieces, at) ? (ownerOf(pieces, at) ?? attributedTo(pieces, at)) : undefined) ??
  beforeOpenInsertion(pieces, at, verb);

function writerBefore(pieces: readonly Piece[], end: number): Subject | undefined {
  const text = textBefore(pieces, end);
  return text < 0 ? undefined : writerOf(pieces, text, end);
}

/** `The Road Agency said it was expecting`: not what a person says of it. */
function organizationBefore(pieces: readonly Piece[], it: number): Subject | undefined {
  const name = nameIn(mainSubject(pieces, it));
  return name && !isPerson(name) ? { name } : undefined;
}

/** `a memo from Kerry saying`, `with Kerry saying`, `quoted Kerry saying`. */
function participant(pieces: readonly Piece[], at: number): Subject | undefined {
  if (isWitnessed(pieces, at)) return { name: pieces[at] as NamePiece };
  const author = authorOf(pieces, at + 1);
  if (author) return author;
  if (isAddressed(pieces, at)) return mainSubject(pieces, beforeTitle(pieces, at));
  return ownsGerund(pieces, at) ? { name: pieces[at] as NamePiece } : quoted(pieces, at + 1);
}

/** `quoted Assad as saying`, `was quoted as saying`: `at` is where the words before `saying` end. */
function quoted(pieces: readonly Piece[], at: number): Subject | undefined {
  const who = quotedBefore(pieces, at);
  if (who) return who;
  const be = pieces.findLastIndex((piece, i) => i < at && i > at - LONGEST_AGENT && isBe(piece));
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

/** Whom the sentence before `end` is about: the subject of participles and of a second verb. */
function mainSubject(pieces: readonly Piece[], end: number): Subject | undefined {
  const [first, last] = [pieces[0], pieces[end - 1]];
  if (!first || !last) return undefined;
  const before = known.get(last);
  if (before?.first === first) return before.who;
  const who = subjectAmong(pieces.slice(0, end));
  known.set(last, { first, who });
  return who;
}

/**
 * Whom the words from `first` to the piece of the key are about. Each verb may be that of the one before it: without
 * this, every one more in `to say and say and say` would double the time.
 */
const known = new WeakMap<Piece, { first: Piece; who: Subject | undefined }>();

const subjectAmong = (pieces: readonly Piece[]): Subject | undefined =>
  spokenSubject(pieces) ?? openingSubject(pieces) ?? taggedSubject(pieces);

/** `"…," said Kerry, adding`. */
function taggedSubject(pieces: readonly Piece[]): Subject | undefined {
  const verb = pieces.findLastIndex((piece, i) => piece.verb?.says && pieces[i - 1]?.kind === 'quote');
  return verb < 0 ? undefined : inverted(pieces, verb);
}

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
