import { SPELLINGS } from '../spellings.ts';
import { isNear, typosAllowed, type KnownWord } from '../typo.ts';
import type { AskedWord } from '../wording.ts';
import type { Vocabulary } from './columns.ts';
import { afterAll, nextFrom, numberOf, rangeOf } from './dictionary.ts';

/** Spellings that the index has under another one, sorted, each with that one. */
const OTHER_SPELLINGS = SPELLINGS.flatMap(([first, ...others]) =>
  others.map((spelling) => ({ spelling, first: first! })),
).sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
const SORTED_SPELLINGS = OTHER_SPELLINGS.map(({ spelling }) => spelling);

/**
 * The words of the vocabulary that a word may have been meant for (`isNear` in typo.ts), found without comparing
 * it with each of them: sorted words share their beginnings, so the work of one serves its neighbours, and all
 * words with a hopeless beginning are stepped over at once. A property test holds the two together.
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

/** The places of the sorted words within the limit. */
function* near(names: readonly string[], sorted: number, { typed, limit, open }: Typed) {
  const walk = startWalk(typed);
  // A wrong first letter counts two, so with one typo allowed only words with the same come into question.
  const [low, high] = limit > 1 ? [0, sorted] : rangeOf(names, typed[0]!, sorted);
  for (let from = low; from < high;) {
    const word = names[from]!;
    const wrongStart = word[0] === typed[0] ? 0 : 1;
    const depth = follow(walk, word, limit - wrongStart);
    const hopeless = walk.fewest[depth]! + wrongStart > limit;
    // Words that go on like this are as near as their common beginning, at best.
    const to = hopeless ? nextFrom(names, afterAll(word.slice(0, depth)), from + 1, high) : from + 1;
    const whole = hopeless ? Infinity : walk.rows[depth]![typed.length]! + wrongStart;
    const asBeginning = open ? walk.asBeginning[depth]! + wrongStart : Infinity;
    const isIn = Math.min(whole, asBeginning) <= limit;
    if (isIn) for (let at = from; at < to; at++) yield at;
    from = to;
  }
}

/** For each depth, the edits between the first letters of a word, that many, and those typed. */
interface Walk {
  typed: string;
  /** The word that the rows belong to, as far as `depth`. */
  word: string;
  depth: number;
  rows: Uint8Array[];
  /** The smallest number of a row: no word that begins like this has fewer edits. */
  fewest: number[];
  /** The fewest edits of all beginnings up to here. */
  asBeginning: number[];
}

function startWalk(typed: string): Walk {
  const first = Uint8Array.from({ length: typed.length + 1 }, (_, column) => column);
  return { typed, word: '', depth: 0, rows: [first], fewest: [0], asBeginning: [typed.length] };
}

/** Goes down a word until its end, or until more than `limit` edits are certain; returns how deep. */
function follow(walk: Walk, word: string, limit: number): number {
  let depth = 0;
  while (depth < walk.depth && depth < word.length && word[depth] === walk.word[depth]) depth++;
  while (depth < word.length && walk.fewest[depth]! <= limit) addRow(walk, word, ++depth);
  Object.assign(walk, { word, depth });
  return depth;
}

function addRow({ typed, rows, fewest, asBeginning }: Walk, word: string, depth: number): void {
  const row = (rows[depth] ??= new Uint8Array(typed.length + 1));
  const above = rows[depth - 1]!;
  row[0] = depth;
  let least = depth;
  for (let column = 1; column <= typed.length; column++) {
    const same = word[depth - 1] === typed[column - 1];
    let edits = Math.min(above[column]! + 1, row[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
    const swapped =
      depth > 1 &&
      column > 1 &&
      word[depth - 1] === typed[column - 2] &&
      word[depth - 2] === typed[column - 1];
    if (swapped) edits = Math.min(edits, rows[depth - 2]![column - 2]! + 1);
    row[column] = edits;
    if (edits < least) least = edits;
  }
  fewest[depth] = least;
  asBeginning[depth] = Math.min(asBeginning[depth - 1]!, row[typed.length]!);
}
