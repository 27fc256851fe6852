import type { Correction } from '../query.ts';
import { isSingleWord, type Wording } from './wording.ts';

/**
 * Puts for each single wanted word what `replacement` offers for it; phrases, exclusions and words
 * without an offer stay as typed. A corrected last word is whole, no longer a beginning.
 */
export function correct(
  typed: Wording,
  replacement: (word: string, open: boolean) => string | undefined,
): { wording: Wording; corrected: Correction[] } {
  const corrected: Correction[] = [];
  let open = typed.open;
  const wanted = typed.wanted.map((term, i) => {
    if (!isSingleWord(term)) return term;
    const last = i === typed.wanted.length - 1;
    const found = replacement(term[0], typed.open && last);
    if (found === undefined) return term;
    corrected.push({ typed: term[0], found: [found] });
    if (last) open = false;
    return [found];
  });
  return { wording: { ...typed, wanted, open }, corrected };
}
