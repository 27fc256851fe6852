import type { Correction } from '../query.ts';
import type { Attempt, WordFacts } from './attempt.ts';
import { MANY_UPDATES, MOST_OTHER_CORRECTIONS } from './search-settings.ts';
import { allNearest, nearest, type KnownWord } from './typo.ts';
import { askedWords, type Wording } from './wording.ts';

type Near = ReadonlyMap<string, readonly KnownWord[]>;
type Replacement = (word: string, open: boolean) => string | undefined;

/**
 * For words that no update has, the nearest that one has; then with another that is as near for one of
 * them, because the likeliest alone need not stand where the others do (`goldn boot`: gold, golden). Empty
 * where nothing can be corrected.
 */
export function correctUnknown(typed: Wording, near: Near): Attempt[] {
  const offers = new Map(
    askedWords(typed).map(({ word, open }) => [word, unknownReplaced(near.get(word) ?? [], word, open)]),
  );
  const others = [...offers].flatMap(([word, [, ...rest]]) => rest.map((other) => ({ word, other })));
  const likeliest = replace(typed, (word) => offers.get(word)?.[0]);
  if (!likeliest) return [];
  const changed = others
    .slice(0, MOST_OTHER_CORRECTIONS)
    .map(({ word, other }) => replace(typed, (asked) => (asked === word ? other : offers.get(asked)?.[0]))!);
  return [likeliest, ...changed];
}

/** The same, and for rare words that nothing is called by, the nearest that stands in many; none where there is no rare one. */
export function correctRare(typed: Wording, near: Near, facts: ReadonlyMap<string, WordFacts>): Attempt[] {
  let rare = 0;
  const attempt = replace(typed, (word, open) => {
    const known = near.get(word) ?? [];
    const common = facts.get(word)?.isName ? undefined : commonInstead(known, word, open);
    if (common !== undefined) rare += 1;
    return common ?? unknownReplaced(known, word, open)[0];
  });
  return attempt && rare > 0 ? [attempt] : [];
}

/** For each word that stands in few updates, the nearest that stands in many. */
export const suggestions = (typed: Wording, near: Near): Correction[] =>
  replace(typed, (word, open) => commonInstead(near.get(word) ?? [], word, open))?.corrected ?? [];

function unknownReplaced(near: readonly KnownWord[], word: string, open: boolean): string[] {
  return updatesWith(near, word, open) > 0 ? [] : allNearest(word, near, open);
}

function commonInstead(near: readonly KnownWord[], word: string, open: boolean): string | undefined {
  const updates = updatesWith(near, word, open);
  if (updates === 0 || updates >= MANY_UPDATES) return undefined;
  const common = near.filter(({ count }) => count >= MANY_UPDATES);
  return nearest(word, common, open);
}

/** An open word stands for all that begin so; an update with two of them counts twice. */
function updatesWith(near: readonly KnownWord[], word: string, open: boolean): number {
  const fitting = near.filter((other) => (open ? other.word.startsWith(word) : other.word === word));
  return fitting.reduce((sum, { count }) => sum + count, 0);
}

/**
 * Puts for each wanted word what `replacement` offers for it; what stands in quotes, exclusions and words
 * without an offer stay as typed. A corrected last word is whole, no longer a beginning. A word that stands twice is
 * a beginning in both places if it may be one in the last: the engine is asked for it once.
 */
function replace(typed: Wording, replacement: Replacement): Attempt | undefined {
  const corrected: Correction[] = [];
  const beginning = askedWords(typed).find((asked) => asked.open)?.word;
  let { open } = typed;
  const wanted = typed.wanted.map((term) => {
    if (typed.quoted?.has(term)) return term;
    return term.map((word, i) => {
      const last = term === typed.wanted.at(-1) && i === term.length - 1;
      const found = replacement(word, word === beginning);
      if (found === undefined) return word;
      corrected.push({ typed: word, found: [found] });
      if (last) open = false;
      return found;
    });
  });
  return corrected.length > 0 ? { wording: { ...typed, wanted, open }, corrected, relaxed: [] } : undefined;
}
