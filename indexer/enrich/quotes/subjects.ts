import type { Gender } from './genders.ts';
import { POSSESSIVE, type NamePiece, type Piece } from './pieces.ts';
import { speechForm } from './speech-verbs.ts';

/** Who a verb's subject is: a name, a pronoun, or someone whom the sentence doesn't name (`a spokesman for the Pope`). */
export type Subject = { name: NamePiece } | { pronoun: Gender } | 'unnamed';

const PRONOUNS: Record<string, Gender> = { he: 'm', she: 'f' };
const set = (words: string) => new Set(words.split(' '));

/** Between a subject and its verb: `has also never publicly said`, `on Monday repeatedly said`. */
const AUXILIARIES = set(
  'has have had did does do would will could can may might must should also then later once again further just even still now soon both all ever always often first recently previously subsequently reportedly reporters himself herself',
);
const BE = set('is are was were be been being am');
const NEGATIONS = set("not never didn't didn’t doesn't doesn’t hasn't hasn’t wouldn't wouldn’t won't won’t");
const DAYS = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening night week month year earlier later',
);
const PREPOSITIONS = set(
  'of for to with by from in at on about against into over under after before during between among amid near like than toward towards through via without within behind',
);
const CONJUNCTIONS = set(
  'and but or that because while when whereas as if although though since until where which whose who whom so yet nor unless',
);
const ARTICLES = set(
  'a an the his her its their our my another some many several one two three this that these those',
);

const isPrepositionAt = (pieces: readonly Piece[], at: number) =>
  isWord(pieces[at]) && PREPOSITIONS.has(pieces[at]!.text);
const isWord = (piece: Piece | undefined): piece is Piece & { kind: 'word' } => piece?.kind === 'word';
const isMark = (piece: Piece | undefined, marks: string) =>
  piece?.kind === 'mark' && marks.includes(piece.text);

/** Can what a name means speak? People and organizations do; countries and cities don't. */
export function canSpeak(piece: Piece | undefined): piece is NamePiece {
  const means = piece?.mention?.means;
  if (!means || 'city' in means) return false;
  const { type } = 'entity' in means ? means.entity : means.unlisted;
  return type === 'person' || type === 'organization';
}

export function isPerson({ mention: { means } }: NamePiece): boolean {
  return 'city' in means ? false : ('entity' in means ? means.entity : means.unlisted).type === 'person';
}

/** The subject of the speech verb at `verb`, looked for before it; nothing if there is none. */
export function subjectBefore(pieces: readonly Piece[], verb: number): Subject | undefined {
  let at = verb - 1;
  while (
    isWord(pieces[at]) &&
    (AUXILIARIES.has(pieces[at]!.text) || DAYS.has(pieces[at]!.text) || /ly$/u.test(pieces[at]!.text))
  )
    at--;
  const before = pieces[at];
  if (!before) return undefined;
  const { ing, past } = speechForm(pieces[verb]!.text)!;
  if (isWord(before)) {
    const { text } = before;
    if (NEGATIONS.has(text)) return 'unnamed';
    if (BE.has(text)) return ing ? subjectBefore(pieces, at) : past ? agentAfter(pieces, verb) : undefined;
    if (PRONOUNS[text]) return { pronoun: PRONOUNS[text] };
    if (text === 'as' && ing) return quotedBefore(pieces, at);
    if (text === 'to' || text === 'and' || text === 'but' || text === 'by') return mainSubject(pieces, at);
    if (text === 'who') return nameBeforeComma(pieces, at);
    return startsClause(pieces, at) ?? 'unnamed';
  }
  if (canSpeak(before)) return ing ? quotedBefore(pieces, at + 1) : ownName(pieces, at);
  if (isMark(before, ')')) return subjectBeforeBracket(pieces, at);
  if (isMark(before, ',')) return ing ? mainSubject(pieces, at) : subjectBeforeComma(pieces, at);
  return ing && isMark(before, '–—-')
    ? mainSubject(pieces, at)
    : before.kind === 'name'
      ? 'unnamed'
      : undefined;
}

/** The name itself, unless it only belongs to somebody who is not named: `a spokesman for Kerry`, `Kerry and Lavrov`. */
function ownName(pieces: readonly Piece[], at: number): Subject {
  const name = pieces[at];
  if (!canSpeak(name)) return 'unnamed';
  if (isPrepositionAt(pieces, at - 1)) return subjectFrom(pieces, clauseStart(pieces, at)) ?? 'unnamed';
  const [and, other] = [pieces[at - 1], pieces[at - 2]];
  if (isWord(and) && and.text === 'and' && other?.kind === 'name') return 'unnamed';
  return { name };
}

/** `Chuck Schumer (D-N.Y.) said`. */
function subjectBeforeBracket(pieces: readonly Piece[], close: number): Subject | undefined {
  let at = close;
  while (at >= 0 && !isMark(pieces[at], '(')) at--;
  return canSpeak(pieces[at - 1]) ? ownName(pieces, at - 1) : 'unnamed';
}

/** `Kerry, the envoy of the president, said`; `the president's envoy, John Kerry, said`. */
function subjectBeforeComma(pieces: readonly Piece[], comma: number): Subject | undefined {
  let end = comma;
  for (let tries = 0; tries < 5; tries++) {
    let start = end - 1;
    while (start >= 0 && !isMark(pieces[start], ',–—:;') && pieces[start]!.kind !== 'quote') start--;
    const only = pieces[end - 1];
    if (end - start === 2 && canSpeak(only) && start >= 0) return { name: only };
    const last = isMark(pieces[start - 1], ')') ? bracketStart(pieces, start - 1) - 1 : start - 1;
    if (isMark(pieces[start], ',') && canSpeak(pieces[last])) return ownName(pieces, last);
    if (isMark(pieces[start], ',') && pieces[last]?.kind === 'name')
      return subjectFrom(pieces, clauseStart(pieces, last)) ?? 'unnamed';
    if (start < 0 || !isMark(pieces[start], ',')) return subjectFrom(pieces, start + 1) ?? 'unnamed';
    end = start;
  }
  return 'unnamed';
}

function bracketStart(pieces: readonly Piece[], close: number): number {
  let at = close;
  while (at > 0 && !isMark(pieces[at], '(')) at--;
  return at;
}

/** `quoted Assad as saying`, `was quoted as saying`. */
function quotedBefore(pieces: readonly Piece[], at: number): Subject | undefined {
  const before = pieces[at - 1];
  const quoting = pieces
    .slice(Math.max(0, at - 4), at)
    .some((piece) => isWord(piece) && /^(?:quot|cit|heard|overheard|hear)/u.test(piece.text));
  if (canSpeak(before)) return quoting ? { name: before } : 'unnamed';
  if (isWord(before) && before.text === 'him') return 'unnamed';
  for (let i = at - 1; i > 0 && i > at - 4; i--)
    if (isWord(pieces[i]) && BE.has(pieces[i]!.text))
      return subjectBefore([...pieces.slice(0, i), ...pieces.slice(at + 1)], i);
  return 'unnamed';
}

/** `was called "weak" by Trump`. */
function agentAfter(pieces: readonly Piece[], verb: number): Subject {
  const by = pieces.findIndex((piece, i) => i > verb && i < verb + 6 && isWord(piece) && piece.text === 'by');
  return (by > 0 && subjectFrom(pieces, by + 1)) || 'unnamed';
}

/** `Barkley, who said`. */
const nameBeforeComma = (pieces: readonly Piece[], who: number): Subject => {
  const at = isMark(pieces[who - 1], ',') ? who - 2 : who - 1;
  return canSpeak(pieces[at]) ? ownName(pieces, at) : 'unnamed';
};

/** `Trump on Thursday in Ohio said`: the name that begins the clause of the word at `at`, followed by a time or place. */
function startsClause(pieces: readonly Piece[], at: number): Subject | undefined {
  const start = clauseStart(pieces, at);
  const name = pieces.findIndex((piece, i) => i >= start && i <= at && piece.kind === 'name');
  if (!canSpeak(pieces[name]) || isMark(pieces[name + 1], POSSESSIVE)) return undefined;
  const next = pieces[name + 1];
  if (!isWord(next) || !(PREPOSITIONS.has(next.text) || DAYS.has(next.text))) return undefined;
  return pieces.slice(start, name).some((_, i) => isPrepositionAt(pieces, start + i))
    ? undefined
    : ownName(pieces, name);
}

function clauseStart(pieces: readonly Piece[], at: number): number {
  let start = at;
  while (
    start > 0 &&
    pieces[start - 1]!.kind !== 'quote' &&
    !isMark(pieces[start - 1], ',;:–—') &&
    !isConjunction(pieces[start - 1])
  )
    start--;
  return start;
}

const isConjunction = (piece: Piece | undefined) => isWord(piece) && CONJUNCTIONS.has(piece.text);

/** Whom the sentence before `end` is about: the subject of participles and of a second verb. */
const mainSubject = (pieces: readonly Piece[], end: number): Subject | undefined =>
  spokenSubject(pieces.slice(0, end)) ?? openingSubject(pieces.slice(0, end));

/** The subject of a sentence's last speech verb that has one. */
export function spokenSubject(pieces: readonly Piece[]): Subject | undefined {
  for (let at = pieces.length - 1; at > 0; at--) {
    const form = isWord(pieces[at]) ? speechForm(pieces[at]!.text) : undefined;
    if (!form || form.ing || isNoun(pieces, at)) continue;
    const subject = subjectBefore(pieces, at);
    if (subject && subject !== 'unnamed') return subject;
  }
  return undefined;
}

/** The subject with which a sentence begins, after an adverbial if it has one: `In Geneva, Kerry …`. */
export function openingSubject(pieces: readonly Piece[]): Subject | undefined {
  let at = 0;
  while (
    isWord(pieces[at]) &&
    /^(?:but|and|yet|so|still|also|then|now|meanwhile|–|-|—)$/u.test(pieces[at]!.text)
  )
    at++;
  if (isMark(pieces[at], ',')) at++;
  if (
    isPrepositionAt(pieces, at) ||
    isConjunction(pieces[at]) ||
    isAdverb(pieces[at]) ||
    isParticiple(pieces[at])
  ) {
    const comma = pieces.findIndex((piece) => isMark(piece, ','));
    if (comma < 0) return undefined;
    at = comma + 1;
  }
  return subjectFrom(pieces, at);
}

const isAdverb = (piece: Piece | undefined) =>
  isWord(piece) && (/ly$/u.test(piece.text) || DAYS.has(piece.text));
const isParticiple = (piece: Piece | undefined) =>
  isWord(piece) && (/ing$/u.test(piece.text) || piece.text === 'asked');

/** Reads the noun phrase that starts at `from`: its name, unless that only belongs to the one who is meant. */
export function subjectFrom(pieces: readonly Piece[], from: number): Subject | undefined {
  for (let at = from; at < Math.min(from + 12, pieces.length); at++) {
    const piece = pieces[at]!;
    if (piece.kind === 'quote') return undefined;
    if (piece.kind === 'name') {
      if (isMark(pieces[at + 1], POSSESSIVE) || /['’]$/u.test(pieces[at + 1]?.text ?? '')) continue;
      if (isWord(pieces[at + 1]) && pieces[at + 1]!.text === 'and' && pieces[at + 2]?.kind === 'name')
        return 'unnamed';
      if (isRoleAfter(pieces, at)) continue;
      return canSpeak(piece) ? { name: piece } : followsName(pieces, at) ? apposition(pieces, at) : 'unnamed';
    }
    if (isMark(piece, POSSESSIVE)) continue;
    if (isMark(piece, ',')) return apposition(pieces, at);
    if (piece.kind === 'mark') return undefined;
    if (PRONOUNS[piece.text]) return at === from ? { pronoun: PRONOUNS[piece.text]! } : 'unnamed';
    if (PREPOSITIONS.has(piece.text) || CONJUNCTIONS.has(piece.text))
      return at === from ? undefined : apposition(pieces, at);
    if (BE.has(piece.text) || AUXILIARIES.has(piece.text) || speechForm(piece.text)?.past)
      return at === from ? undefined : 'unnamed';
  }
  return undefined;
}

/** `Clinton campaign manager Robby Mook`: a name that only says whose manager. */
function isRoleAfter(pieces: readonly Piece[], at: number): boolean {
  let next = at + 1;
  while (
    next < at + 5 &&
    isWord(pieces[next]) &&
    !speechForm(pieces[next]!.text) &&
    !isFunction(pieces[next]!)
  )
    next++;
  return next > at + 1 && isPersonAt(pieces[next]);
}

function isPersonAt(piece: Piece | undefined): boolean {
  return canSpeak(piece) && isPerson(piece);
}

const isFunction = ({ text }: Piece) =>
  PREPOSITIONS.has(text) ||
  CONJUNCTIONS.has(text) ||
  BE.has(text) ||
  AUXILIARIES.has(text) ||
  ARTICLES.has(text);

const followsName = (pieces: readonly Piece[], at: number) =>
  pieces[at + 1]?.kind === 'name' || isMark(pieces[at + 1], ',');

/** `the head of the league, Jonathan Greenblatt, …`: the name between or after the next comma. */
function apposition(pieces: readonly Piece[], from: number): Subject {
  const comma = pieces.findIndex((piece, i) => i >= from && i < from + 10 && isMark(piece, ','));
  const [name, after] = [pieces[comma + 1], pieces[comma + 2]];
  const alone =
    comma >= 0 && canSpeak(name) && isPerson(name) && (!after || isMark(after, ',.') || isWord(after));
  return alone ? { name } : 'unnamed';
}

const DETERMINERS =
  /^(?:a|an|the|his|her|their|its|this|that|any|no|such|these|those|more|new|of|for|with|in|on|by|from)$/u;

/** Is a word such as `claim` or `calls` a noun here? */
export function isNoun(pieces: readonly Piece[], at: number): boolean {
  const form = speechForm(pieces[at]!.text)!;
  if (form.past || form.ing || pieces[at]!.text === 'says') return false;
  const [before, further] = [pieces[at - 1], pieces[at - 2]];
  if (form.base && before?.kind === 'name') return true;
  if (isMark(before, POSSESSIVE) || isMark(further, POSSESSIVE)) return true;
  return [before, further].some((piece) => piece?.kind === 'word' && DETERMINERS.test(piece.text));
}
