import { POSSESSIVE, type Piece } from './piece.ts';
import { isDeterminer, isFunctionWord, isMark, isPreposition, isWord } from './word-classes.ts';

/** `the mayor`, `the 26-year-old`, `the ministry`, `her statement`, `it`: somebody who was named before. */
export interface Description {
  /** The last word: whom or what it describes; `it` alone is a whole description. */
  noun: string;
  /** The other words, those of names too: `Arizona` in `the Arizona senator`. */
  others: string[];
  /** Where it starts in the text. */
  start: number;
  /** Beside a verb by which somebody goes on: `the senator added`. */
  goesOn: boolean;
}

/** How many words stand between `the` and the noun at most: `the West Virginia State Police lieutenant`. */
const MOST_OTHERS = 4;

/** What people and organizations publish: its words are theirs. */
export const PUBLICATIONS: ReadonlySet<string> = new Set(
  'statement letter email e-mail memo report tweet post message filing lawsuit complaint ruling article column op-ed essay document petition affidavit release indictment interview speech video'.split(
    ' ',
  ),
);

const GOES_ON = /^(?:add|continue|conclude|elaborate|reiterate)(?:s|d|ed)?$/u;

/** The description whose noun stands at `at`, and whose verb right after it. */
export function descriptionAt(pieces: readonly Piece[], at: number, verb: Piece): Description | undefined {
  const { text, start, kind } = pieces[at] ?? {};
  if (kind !== 'word') return undefined;
  const goesOn = GOES_ON.test(verb.text);
  if (text === 'it')
    return mayMean(pieces, at, verb) ? { noun: text, others: [], start: start!, goesOn } : undefined;
  for (let from = at - 1; from >= Math.max(0, at - 1 - MOST_OTHERS); from--) {
    if (!isDefinite(pieces, from)) {
      if (!describes(pieces[from])) return undefined;
      continue;
    }
    // `a member of the board said`: it isn't the board that speaks.
    return isPreposition(pieces[from - 1]) ? undefined : descriptionOf(pieces, from, at, goesOn);
  }
  return undefined;
}

/** `It said`; in `Kerry thanked the fund for what it called` it is the fund, in `it welcomed` perhaps no speaker at all. */
const mayMean = (pieces: readonly Piece[], at: number, verb: Piece): boolean =>
  (at === 0 && verb.verb?.ing === false) ||
  (verb.verb?.says === true && pieces.slice(0, at).every(({ kind }) => kind !== 'name'));

/** The description that starts at `from`, after its verb: `said the mayor`; not `said the mayor of Boston`. */
export function descriptionFrom(pieces: readonly Piece[], from: number): Description | undefined {
  if (!isDefinite(pieces, from)) return undefined;
  let at = from;
  while (at <= from + MOST_OTHERS && describes(pieces[at + 1])) at++;
  const isNoun = at > from && isWord(pieces[at]) && !isWord(pieces[at + 1], 'of', 'for');
  return isNoun && !isMark(pieces[at + 1], POSSESSIVE)
    ? descriptionOf(pieces, from, at, GOES_ON.test(pieces[from - 1]?.text ?? ''))
    : undefined;
}

function descriptionOf(pieces: readonly Piece[], from: number, at: number, goesOn: boolean): Description {
  const words = pieces.slice(from + 1, at).flatMap(({ text }) => text.split(' '));
  return { noun: nounOf(pieces[at]!.text), others: words, start: pieces[from]!.start, goesOn };
}

/** `the`, or whose statement it is. */
const isDefinite = (pieces: readonly Piece[], at: number): boolean => isWord(pieces[at], 'the', 'his', 'her');

/** A word or name that can stand in a description. */
export const describes = (piece: Piece | undefined): boolean =>
  piece?.kind === 'name' || (isWord(piece) && !isFunctionWord(piece) && !isDeterminer(piece) && !piece.verb);

const SHORT: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  lt: 'lieutenant',
  sgt: 'sergeant',
  capt: 'captain',
  col: 'colonel',
  gen: 'general',
  maj: 'major',
  cmdr: 'commander',
  det: 'detective',
  insp: 'inspector',
  supt: 'superintendent',
  dr: 'doctor',
  prof: 'professor',
  rev: 'reverend',
};

/** A title as a noun: `Lt.` is a lieutenant. */
export const nounOf = (word: string): string => SHORT[word] ?? word;
