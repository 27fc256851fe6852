import { isPerson, type Subject } from './subject.ts';
import { subjectFrom } from './noun-phrase.ts';
import { POSSESSIVE, type Piece } from './piece.ts';
import { isAdverb, isConjunction, isMark, isPreposition, isRole, isTime, isWord } from './word-classes.ts';

/** `Eight years ago, he …`: the longest adverbial without a preposition. */
const LONGEST_ADVERBIAL = 5;

/** Other words that begin a phrase before the subject: `Fresh from Geneva, Kerry …`. */
const OPENERS = new Set([
  'asked',
  'fresh',
  'unlike',
  'thanks',
  'due',
  'once',
  'born',
  'dressed',
  'flanked',
  'joined',
  'pressed',
]);

const TITLED = ['titled', 'entitled', 'headlined', 'called', 'named', 'dubbed', 'captioned', 'on'];

/** `On ABC's "This Week," Kerry said`: is a quote the name of a show or text, in a phrase before the subject? */
export function isTitle(pieces: readonly Piece[], at: number): boolean {
  const [first, before] = [pieces[0], pieces[at - 1]];
  const opensPhrase = isPreposition(first) || (isWord(first) && first.text.endsWith('ing'));
  const isNamed = isMark(before, POSSESSIVE) || isWord(before, ...TITLED);
  return opensPhrase && isNamed && pieces[at]!.text === ',';
}

/** The subject with which a sentence begins, after an adverbial if it has one: `In Geneva, Kerry …`. */
export const openingSubject = (pieces: readonly Piece[]): Subject | undefined => openingOf(pieces, new Map());

/**
 * @param known the same for ends of the sentence, by their length: both ways on from an adverb and its comma
 * (`Today, again, …`) lead to one, so that each adverb would double the time
 */
function openingOf(pieces: readonly Piece[], known: Map<number, Subject | undefined>): Subject | undefined {
  if (!known.has(pieces.length))
    known.set(
      pieces.length,
      openingAfter(pieces, (end) => openingOf(end, known)),
    );
  return known.get(pieces.length);
}

function openingAfter(
  pieces: readonly Piece[],
  opening: (end: readonly Piece[]) => Subject | undefined,
): Subject | undefined {
  const start = pieces.findIndex(
    (piece) => !isWord(piece, 'but', 'and', 'yet', 'so') && !isMark(piece, '–—-,'),
  );
  if (start < 0) return undefined;
  const comma = pieces.findIndex((piece, i) => i > start && endsWithComma(piece));
  const afterAdverb =
    isAdverb(pieces[start]) || isTime(pieces[start]) ? opening(pieces.slice(start + 1)) : undefined;
  // In `Just two days before the vote, Kerry …` more than an adverb comes before him.
  if (afterAdverb && afterAdverb !== 'unnamed') return afterAdverb;
  if (!isAdverbial(pieces, start, comma)) return subjectFrom(pieces, start);
  return comma < 0 ? undefined : opening(pieces.slice(afterApposition(pieces, comma) + 1));
}

/** In `Fresh from meeting the president, Joe Biden, Kerry …` Biden is still part of the phrase: the comma after him. */
function afterApposition(pieces: readonly Piece[], comma: number): number {
  const isApposition =
    isRole(pieces[comma - 1]) && isPerson(pieces[comma + 1]) && isMark(pieces[comma + 2], ',');
  return isApposition ? pieces.findIndex((piece, i) => i > comma + 1 && endsWithComma(piece)) : comma;
}

/** A comma, or the one that American typesetting puts inside a quote: `In a post called "Roads," Kerry …`. */
export const endsWithComma = (piece: Piece): boolean =>
  isMark(piece, ',') || (piece.kind === 'quote' && piece.text === ',');

function isAdverbial(pieces: readonly Piece[], start: number, comma: number): boolean {
  const first = pieces[start];
  if (isPreposition(first) || isConjunction(first) || isAdverb(first) || isTime(first)) return true;
  if (isWord(first) && (first.text.endsWith('ing') || OPENERS.has(first.text))) return true;
  return (
    comma > start &&
    comma - start <= LONGEST_ADVERBIAL &&
    isWord(pieces[comma - 1], 'ago', 'later', 'earlier')
  );
}
