import { LINE_END, type Piece } from './piece.ts';

/** A sentence of the reporter's, the quotes in it being one piece each. */
export interface Sentence {
  pieces: Piece[];
  /** Number of its paragraph, or line, in the text. */
  line: number;
}

/** In pieces; nothing longer is a sentence of prose. */
const LONGEST_SENTENCE = 120;

/** Parts the pieces of a text into sentences. */
export function sentencesOf(pieces: readonly Piece[]): Sentence[] {
  const sentences: Sentence[] = [];
  let line = 0;
  let from = 0;
  pieces.forEach((piece, at) => {
    const goesOn = at + 1 < pieces.length && at - from < LONGEST_SENTENCE && !endsSentence(pieces, at);
    if (goesOn) return;
    const own = pieces.slice(from, piece.text === LINE_END ? at : at + 1);
    if (own.length > 0) sentences.push({ pieces: own, line });
    if (piece.text === LINE_END) line++;
    from = at + 1;
  });
  return sentences;
}

function endsSentence(pieces: readonly Piece[], at: number): boolean {
  const { kind, text } = pieces[at]!;
  const next = pieces[at + 1]!;
  if (text === LINE_END) return true;
  if (kind === 'quote')
    return startsSentence(next) && (text === '.' || ('!?…'.includes(text) && !isTag(pieces, at + 1)));
  return kind === 'mark' && '.!?…;'.includes(text) && (startsSentence(next) || next.text === LINE_END);
}

/** `Trump asked`, `Kerry, the envoy, said`: does the sentence go on with who said what was quoted? */
function isTag(pieces: readonly Piece[], from: number): boolean {
  if (pieces[from]!.kind === 'quote') return false;
  for (const piece of pieces.slice(from, from + 12)) {
    if (piece.kind === 'quote' || (piece.kind === 'mark' && /^[.!?…:;\n]$/u.test(piece.text))) return false;
    if (piece.verb?.says) return true;
  }
  return false;
}

const startsSentence = ({ kind, capital }: Piece) => capital || kind === 'quote';
