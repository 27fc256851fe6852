import type { Mention } from '../mention.ts';
import type { Passage } from './passages.ts';
import type { VerbForm } from './speech-verbs.ts';

/** A piece of a text as its reporter wrote it: a word, a name, a whole quoted passage, or a mark. */
export interface Piece {
  kind: 'word' | 'name' | 'quote' | 'mark';
  /** Words in lower case, marks as they stand (the ending `'s` is one, and so is the end of a line), of quotes the mark they end with. */
  text: string;
  start: number;
  end: number;
  capital: boolean;
  mention?: Mention;
  /** Of a quote, and of the title of a work, which is a word. */
  passage?: Passage;
  /** Of a word that is a speech verb. A capital inside a sentence makes it a part of a name: `the Pew Report`. */
  verb?: VerbForm;
}

/** A piece that is a name. */
export interface NamePiece extends Piece {
  mention: Mention;
}

export const POSSESSIVE = "'s";
export const LINE_END = '\n';
