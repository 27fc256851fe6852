import { nameOf } from '../mention.ts';
import { describes, nounOf, type Description } from './descriptions.ts';
import type { Agreement } from './genders.ts';
import { isPerson } from './subject.ts';
import { POSSESSIVE, type NamePiece, type Piece } from './piece.ts';
import type { Sentence } from './sentences.ts';
import { isDeterminer, isMark, isPreposition, isWord } from './word-classes.ts';

/** What a text tells of those whom it names. */
export interface Cast {
  agrees: Agreement;
  /** Whom `the senator` means: the only one before it with that title. */
  holderOf: (description: Description) => NamePiece | undefined;
}

/** A person, and what the text says of him: `Sen. Kerry`, `Kerry, a senator`, `the senator, John Kerry`. */
interface Holder {
  name: NamePiece;
  noun: string;
  others: readonly string[];
}

/** How many words of a title are read. */
const LONGEST_TITLE = 4;

export function castOf(sentences: readonly Sentence[], agrees: Agreement): Cast {
  const holders = Map.groupBy(
    sentences.flatMap(({ pieces }) => pieces.flatMap((_, at) => holdersAt(pieces, at))),
    ({ noun }) => noun,
  );
  return {
    agrees,
    holderOf: ({ noun, others, start }) => {
      const before = (holders.get(noun) ?? []).filter(({ name }) => name.start < start);
      const fitting = before.filter((holder) => fits(holder, others));
      const isOne = new Set(fitting.map(({ name }) => nameOf(name.mention.means))).size === 1;
      return isOne ? fitting.at(-1)!.name : undefined;
    },
  };
}

/** `the Arizona senator` is the one who was called a senator of Arizona. */
const fits = (holder: Holder, others: readonly string[]): boolean =>
  others.every((word) => holder.others.includes(word));

function holdersAt(pieces: readonly Piece[], at: number): Holder[] {
  const name = pieces[at];
  return isPerson(name) ? titlesOf(pieces, at).map((words) => titled(name, words)) : [];
}

const titlesOf = (pieces: readonly Piece[], at: number): string[][] =>
  [titleBefore(pieces, at), apposition(pieces, at)].filter(({ length }) => length > 0);

const titled = (name: NamePiece, words: readonly string[]): Holder => ({
  name,
  noun: nounOf(words.at(-1)!),
  others: words,
});

/** The words of a title right before a name, or before the comma before it: `the city's mayor, Ann Quill`. */
function titleBefore(pieces: readonly Piece[], at: number): string[] {
  const end = isMark(pieces[at - 1], ',') ? at - 1 : at;
  let from = end;
  while (from > end - LONGEST_TITLE && describes(pieces[from - 1])) from--;
  const isTitle = end === at || isDeterminer(pieces[from - 1]) || isMark(pieces[from - 1], POSSESSIVE);
  return isTitle && isWord(pieces[end - 1]) ? wordsOf(pieces.slice(from, end)) : [];
}

/** `, the mayor of Boston`: the words up to the noun. */
function apposition(pieces: readonly Piece[], at: number): string[] {
  if (!isMark(pieces[at + 1], ',')) return [];
  const from = isDeterminer(pieces[at + 2]) ? at + 3 : at + 2;
  let to = from;
  while (to < from + LONGEST_TITLE && describes(pieces[to])) to++;
  const ends = isMark(pieces[to], ',.') || isPreposition(pieces[to]) || isWord(pieces[to], 'who');
  return ends && isWord(pieces[to - 1]) ? wordsOf(pieces.slice(from, to)) : [];
}

const wordsOf = (pieces: readonly Piece[]): string[] => pieces.flatMap(({ text }) => text.split(' '));
