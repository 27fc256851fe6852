import { SPELLINGS } from '../spellings.ts';
import { isNear, typosAllowed, type KnownWord } from '../typo.ts';
import type { AskedWord } from '../wording.ts';
import type { Vocabulary } from './columns.ts';
import { afterAll, firstFrom, numberOf } from './dictionary.ts';
import { addRow, startRows } from './edit-rows.ts';
import { endOf, sharedBeginnings, type SharedBeginnings } from './shared-beginnings.ts';

/** Spellings that the index has under another one, sorted, each with that one. */
const OTHER_SPELLINGS = SPELLINGS.flatMap(([first, ...others]) =>
  others.map((spelling) => ({ spelling, first: first! })),
).sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
const SORTED_SPELLINGS = OTHER_SPELLINGS.map(({ spelling }) => spelling);

/**
 * The words of the vocabulary that a word may have been meant for (`isNear` in typo.ts), found without comparing
 * it with each of them. A property test holds the two together.
 */
export function nearWords({ words, counts }: Vocabulary, { word: typed, open }: AskedWord): KnownWord[] {
  const limit = typosAllowed(typed);
  if (limit === 0) return [];
  const { names, sorted } = words;
  const asked = { typed, limit, open };
  const numbers = new Set<number>(near(names, sorted, asked));
  for (const at of near(SORTED_SPELLINGS, SORTED_SPELLINGS.length, asked))
    numbers.add(numberOf(words, OTHER_SPELLINGS[at]!.first) ?? -1);
  for (let number = sorted; number < names.length; number++)
    if (isNear(typed, names[number]!, open)) numbers.add(number);
  return [...numbers].flatMap((number) =>
    counts[number]! > 0 ? [{ word: names[number]!, count: counts[number]! }] : [],
  );
}

interface Typed {
  typed: string;
  limit: number;
  open: boolean;
}

/** The places of the sorted words within the limit, some twice. */
function near(names: readonly string[], sorted: number, asked: Typed): number[] {
  const beginnings = sharedBeginnings(names, sorted);
  const found = withFirstLetter(names, beginnings, asked);
  // A wrong first letter counts two.
  return asked.limit < 2 ? found : [...found, ...withOtherFirstLetter(names, beginnings, asked)];
}

/**
 * Sorted words share their beginnings, so the rows of one serve its neighbours. All words with a beginning that is
 * hopeless, or that is near enough to an open word, are settled at once.
 */
function withFirstLetter(
  names: readonly string[],
  { shared, ranges }: SharedBeginnings,
  asked: Typed,
): number[] {
  const { typed, limit, open } = asked;
  const found: number[] = [];
  const rows = startRows(typed, limit);
  const isHopeless = (depth: number) => rows.fewest[depth]! > limit;
  const isBegun = (depth: number) => open && rows.asBeginning[depth]! <= limit;
  const [low, high] = ranges.get(typed.charAt(0)) ?? [0, 0];
  for (let from = low, to; from < high; from = to) {
    const word = names[from]!;
    let depth = shared[from]!;
    while (depth < word.length && !isHopeless(depth) && !isBegun(depth)) addRow(rows, word, ++depth);
    to = isHopeless(depth) || isBegun(depth) ? endOf(shared, depth, from, high) : from + 1;
    const isIn = isBegun(depth) || (depth === word.length && rows.whole[depth]! <= limit);
    if (isIn) for (let at = from; at < to; at++) found.push(at);
  }
  return found;
}

/**
 * One more edit is all that is left, and it is about the first letter: another one stood there, it was missing,
 * too many, or swapped with the second. So the few words that this leaves are looked up.
 */
function withOtherFirstLetter(
  names: readonly string[],
  { ranges }: SharedBeginnings,
  { typed, open }: Typed,
): number[] {
  const rest = typed.slice(1);
  const found: number[] = [];
  for (const [letter, [low, high]] of ranges) {
    const meant = [letter + rest, letter + typed];
    if (letter === rest.charAt(0)) meant.push(rest, letter + typed.charAt(0) + rest.slice(1));
    for (const word of meant) {
      const from = firstFrom(names, word, low, high);
      const to = open ? firstFrom(names, afterAll(word), from, high) : from + (names[from] === word ? 1 : 0);
      for (let at = from; at < to; at++) found.push(at);
    }
  }
  return found;
}
