import { canSpeak, isPerson, type Subject } from './subject.ts';
import { subjectFrom, titledName } from './noun-phrase.ts';
import { bracketStart, clauseStart, isAge, opensClause, ownName } from './own-name.ts';
import { POSSESSIVE, type Piece } from './piece.ts';
import {
  isAuxiliary,
  isBe,
  isBodyNoun,
  isConjunction,
  isDeterminer,
  isMark,
  isPreposition,
  isRole,
  isWord,
} from './word-classes.ts';

/** How many clauses may stand between commas after a name: `Mark Kirk, R-Ill., who faces a battle, said`. */
const MOST_INSERTIONS = 5;
/** `the envoy told a news conference, …`: whom somebody tells. */
const LONGEST_OBJECT = 5;

/** `Kerry, the envoy of the president, said`; `the president's envoy, John Kerry, said`. */
export function subjectBeforeComma(pieces: readonly Piece[], comma: number): Subject {
  let end = comma;
  for (let tries = 0; tries < MOST_INSERTIONS; tries++) {
    const start = insertionStart(pieces, end);
    const only = start < 0 ? undefined : titledName(pieces, start + 1);
    if (only && only === pieces[end - 1]) return { name: only };
    const name = pieces[end - 1];
    if (start === end - 2 && canSpeak(name) && isBody(pieces, start - 1)) return { name };
    if (!isMark(pieces[start], ',–—-'))
      return nameAtEnd(pieces, end) ?? subjectFrom(pieces, start + 1) ?? 'unnamed';
    const last = isMark(pieces[start - 1], ')') ? bracketStart(pieces, start - 1) - 1 : start - 1;
    // In a list of people nobody speaks alone.
    if (isWord(pieces[start + 1], 'and')) return 'unnamed';
    const outer = outerComma(pieces, last);
    const named = canSpeak(pieces[last]) ? nameOrOwner(pieces, last) : undefined;
    if (named && (named !== 'unnamed' || outer < 0)) return named;
    if (pieces[last]?.kind === 'name' && outer < 0)
      return subjectFrom(pieces, clauseStart(pieces, last)) ?? 'unnamed';
    end = pieces[last]?.kind === 'name' ? outer : start;
  }
  return 'unnamed';
}

/** `after the MP Ann Quill, 50,`: a clause begins with her. */
const nameOrOwner = (pieces: readonly Piece[], at: number): Subject =>
  opensClause(pieces, at) && isPerson(pieces[at]) ? { name: pieces[at] } : ownName(pieces, at);

/** `the watchdog group, the Road Agency, said`: what an organization is, before the comma before its name. */
function isBody(pieces: readonly Piece[], at: number): boolean {
  let from = at;
  while (isWord(pieces[from - 1]) && !isPreposition(pieces[from - 1])) from--;
  const isWhole = isDeterminer(pieces[from]) || isMark(pieces[from - 1], POSSESSIVE);
  return isBodyNoun(pieces[at]) && isWhole && !isPreposition(pieces[from - 1]);
}

/** `Minister Ann Quill, said`, with a comma too much. */
function nameAtEnd(pieces: readonly Piece[], end: number): Subject | undefined {
  const who = isPerson(pieces[end - 1]) ? ownName(pieces, end - 1) : 'unnamed';
  return who === 'unnamed' ? undefined : who;
}

/** In `Ann Quill, the son of John Kerry, the envoy, said` or `Ann Quill, of Akron, Ohio, said` the comma before the phrase that holds the name at `name`; -1 for none. */
function outerComma(pieces: readonly Piece[], name: number): number {
  const clause = clauseStart(pieces, name);
  const opensPhrase =
    isDeterminer(pieces[clause]) || isPreposition(pieces[clause]) || pieces.slice(clause, name).some(isRole);
  return isMark(pieces[clause - 1], ',') && opensPhrase ? clause - 1 : -1;
}

/**
 * `Ann Quill, 39, of Leeds said`, `Ann Quill, the head of the union said`: the name before words that no
 * comma closes. In `Quill, the envoy said, is away` it is the envoy who speaks.
 */
export function beforeOpenInsertion(pieces: readonly Piece[], at: number, verb: number): Subject | undefined {
  const start = insertionStart(pieces, at + 1) + 1;
  // `Ann Quill, a rancher charged with theft`
  if (!pieces[verb]!.verb?.says || !isMark(pieces[start - 1], ',')) return undefined;
  if (!describesSomebody(pieces, start, at) || isInserted(pieces, verb)) return undefined;
  const hasAge = isAge(pieces[start - 2]) && isMark(pieces[start - 3], ',');
  const comma = hasAge ? start - 3 : start - 1;
  const clause = clauseStart(pieces, comma);
  const name = isWord(pieces[clause - 1], 'and', 'or') ? undefined : titledName(pieces, clause);
  return name && name === pieces[comma - 1] ? { name } : undefined;
}

const describesSomebody = (pieces: readonly Piece[], from: number, to: number): boolean =>
  isWord(pieces[from], 'who') ||
  ((isPreposition(pieces[from]) || isDeterminer(pieces[from]) || pieces.slice(from, to + 1).some(isRole)) &&
    !isClause(beforeWho(pieces.slice(from, to))));

/** `Ann Quill, head of policy at the charity the Road Trust said`: the name is only that of her office. */
export function officeHolder(pieces: readonly Piece[], at: number, verb: number): Subject | undefined {
  const start = insertionStart(pieces, at + 1) + 1;
  const first = isDeterminer(pieces[start]) ? start + 1 : start;
  const isOffice = pieces
    .slice(first, at)
    .some((piece, i) => isRole(piece) && isPreposition(pieces[first + i + 1]));
  return isOffice ? beforeOpenInsertion(pieces, at, verb) : undefined;
}

/** Has a clause of its own: `has severe injuries and his lawyer`, `whose lawyer`. */
const isClause = (pieces: readonly Piece[]): boolean =>
  pieces.some(
    (piece) => isAuxiliary(piece) || isBe(piece) || (isConjunction(piece) && !isWord(piece, 'and')),
  );

function beforeWho(pieces: readonly Piece[]): readonly Piece[] {
  const who = pieces.findIndex((piece) => isWord(piece, 'who'));
  return who < 0 ? pieces : pieces.slice(0, who);
}

/** Does a comma close the words around the verb, before anything but a quote? */
function isInserted(pieces: readonly Piece[], verb: number): boolean {
  const comma = pieces.findIndex((piece, i) => i > verb && i < verb + LONGEST_OBJECT && isMark(piece, ','));
  return comma >= 0 && pieces[comma + 1]?.kind !== 'quote';
}

function insertionStart(pieces: readonly Piece[], end: number): number {
  let start = end - 1;
  while (start >= 0 && !isMark(pieces[start], ',–—-:;') && !isApart(pieces, start)) start--;
  return start;
}

/** Is this a quote that isn't among the words around it, as in `one of the "Road Angels" of 1997`? */
const isApart = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]!.kind === 'quote' && !(isWord(pieces[at - 1]) && goesOn(pieces, at));

/** Do the words go on behind the quote? Not in `It is "open", said one`. */
const goesOn = (pieces: readonly Piece[], at: number): boolean =>
  /[\p{L}\p{N}]/u.test(pieces[at]!.text) &&
  pieces[at + 1]?.kind !== 'quote' &&
  !(isMark(pieces[at + 1], ',') && pieces[at + 2]?.verb?.says === true);
