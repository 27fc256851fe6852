import { nearest, typosAllowed, type KnownWord } from '../typo.ts';
import type { Vocabulary } from './columns.ts';
import { afterAll, firstFrom } from './dictionary.ts';

/**
 * The word that `nearest` (typo.ts) would pick from the whole vocabulary, found without comparing with each
 * of its words: sorted words share their beginnings, so the work of one serves its neighbours, and all words
 * with a hopeless beginning are stepped over at once. A property test holds the two together.
 */
export function nearestWord(
  { words, counts }: Vocabulary,
  typed: string,
  open: boolean,
  isEligible: (count: number) => boolean = (count) => count > 0,
): string | undefined {
  const limit = typosAllowed(typed);
  if (limit === 0) return undefined;
  const { names, sorted } = words;
  const wordAt = (number: number): KnownWord => ({ word: names[number]!, count: counts[number]! });
  let best: { number: number; distance: number } | undefined;
  for (const { from, to, distance } of near(names, sorted, { typed, limit, open })) {
    if (best && distance > best.distance) continue;
    for (let number = from; number < to; number++) {
      if (!isEligible(counts[number]!)) continue;
      // Among equals the one in most updates, then the first by letter, which comes first here.
      const better = !best || distance < best.distance || counts[number]! > counts[best.number]!;
      if (better) best = { number, distance };
    }
  }
  const later = names
    .slice(sorted)
    .map((_, i) => wordAt(sorted + i))
    .filter(({ count }) => isEligible(count));
  return nearest(typed, best ? [wordAt(best.number), ...later] : later, open);
}

interface Typed {
  typed: string;
  limit: number;
  open: boolean;
}

/** Runs of sorted words (from … to) at the same distance from the typed one, within the limit. */
function* near(names: readonly string[], sorted: number, { typed, limit, open }: Typed) {
  const walk = startWalk(typed);
  for (let from = 0; from < sorted;) {
    const word = names[from]!;
    const wrongStart = word[0] === typed[0] ? 0 : 1;
    const depth = follow(walk, word, limit - wrongStart);
    const hopeless = walk.fewest[depth]! + wrongStart > limit;
    // Words that go on like this are as near as their common beginning, at best.
    const to = hopeless ? firstFrom(names, afterAll(word.slice(0, depth)), from + 1, sorted) : from + 1;
    const whole = hopeless ? Infinity : walk.rows[depth]![typed.length]! + wrongStart;
    const asBeginning = open ? walk.asBeginning[depth]! + wrongStart : Infinity;
    // Half a step further away than a whole word with as many typos, as in `nearest`.
    if (whole <= limit) yield { from, to, distance: whole };
    else if (asBeginning <= limit) yield { from, to, distance: asBeginning + 0.5 };
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
