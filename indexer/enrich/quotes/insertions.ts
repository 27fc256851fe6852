import { canSpeak, isPerson, subjectFrom, titledName, type Subject } from './noun-phrase.ts';
import { bracketStart, clauseStart, ownName } from './own-name.ts';
import type { Piece } from './piece.ts';
import { isDeterminer, isMark, isPreposition, isRole, isWord } from './word-classes.ts';

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
    if (!isMark(pieces[start], ',–—-'))
      return nameAtEnd(pieces, end) ?? subjectFrom(pieces, start + 1) ?? 'unnamed';
    const last = isMark(pieces[start - 1], ')') ? bracketStart(pieces, start - 1) - 1 : start - 1;
    // In a list of people nobody speaks alone.
    if (isWord(pieces[start + 1], 'and')) return 'unnamed';
    const outer = outerComma(pieces, last);
    const named = canSpeak(pieces[last]) ? ownName(pieces, last) : undefined;
    if (named && (named !== 'unnamed' || outer < 0)) return named;
    if (pieces[last]?.kind === 'name' && outer < 0)
      return subjectFrom(pieces, clauseStart(pieces, last)) ?? 'unnamed';
    end = pieces[last]?.kind === 'name' ? outer : start;
  }
  return 'unnamed';
}

/** `Minister Ann Quill, said`, with a comma too much. */
function nameAtEnd(pieces: readonly Piece[], end: number): Subject | undefined {
  const who = isPerson(pieces[end - 1]) ? ownName(pieces, end - 1) : 'unnamed';
  return who === 'unnamed' ? undefined : who;
}

/** In `Ann Quill, the son of John Kerry, the envoy, said` or `Ann Quill, of Akron, Ohio, said` the comma before the phrase that holds the name at `name`; -1 for none. */
function outerComma(pieces: readonly Piece[], name: number): number {
  const clause = clauseStart(pieces, name);
  const opensPhrase = isDeterminer(pieces[clause]) || isPreposition(pieces[clause]);
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
  isPreposition(pieces[from]) || isDeterminer(pieces[from]) || pieces.slice(from, to).some(isRole);

/** Does a comma close the words around the verb, before anything but a quote? */
function isInserted(pieces: readonly Piece[], verb: number): boolean {
  const comma = pieces.findIndex((piece, i) => i > verb && i < verb + LONGEST_OBJECT && isMark(piece, ','));
  return comma >= 0 && pieces[comma + 1]?.kind !== 'quote';
}

const isAge = (piece: Piece | undefined): boolean => isWord(piece) && /^\d{1,3}$/u.test(piece.text);

function insertionStart(pieces: readonly Piece[], end: number): number {
  let start = end - 1;
  while (start >= 0 && !isMark(pieces[start], ',–—-:;') && pieces[start]!.kind !== 'quote') start--;
  return start;
}
