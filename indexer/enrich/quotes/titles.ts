import type { Piece } from './piece.ts';
import { isWord } from './word-classes.ts';

/** Who makes or presents what has a title, before `of`: `co-author of "Night Rain"`. */
const MAKERS =
  /^(?:co-?)?(?:author|writer|editor|director|host|anchor|creator|producer|presenter|star|founder|publisher|translator|narrator|singer|composer)s?$/u;

/** What stands right before the title of a show, a book or a song. */
const WORKS =
  'on during titled entitled headlined book film movie show song series novel album play podcast program programme magazine documentary essay memoir single hit host'.split(
    ' ',
  );

/** Is the quote at `at` the title of a work: `the book "Night Rain"`, `the author of "Night Rain"`? */
function isWork(pieces: readonly Piece[], at: number): boolean {
  if (pieces[at]?.passage?.isTitle !== true) return false;
  const [before, further] = [pieces[at - 1], pieces[at - 2]];
  return isWord(before, ...WORKS) || (isWord(before, 'of') && isWord(further) && MAKERS.test(further.text));
}

/**
 * The pieces with each title as a word of its sentence, and the comma or full stop that American
 * typesetting puts inside its marks after it: `Quill, the author of "Night Rain," about floods, said`.
 */
export const titlesAsWords = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece, at) => {
    if (piece.kind !== 'quote' || !isWork(pieces, at)) return [piece];
    const word: Piece = { ...piece, kind: 'word', text: 'title', capital: false };
    return ',.'.includes(piece.text) ? [word, markAfter(piece)] : [word];
  });

const markAfter = ({ text, end }: Piece): Piece => ({
  kind: 'mark',
  text,
  start: end - 1,
  end,
  capital: false,
});
