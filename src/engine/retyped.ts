import type { Correction } from '../query.ts';
import { tokenize, words } from './words.ts';

/** A typed query with other words in place of those that are corrected; quotes, signs and spaces stay. */
export function retyped(q: string, corrections: readonly Correction[]): string {
  const instead = new Map(corrections.map(({ typed, found }) => [words(typed)[0], found[0]]));
  return tokenize(q).reduceRight((text, { word, start, end }) => {
    const other = instead.get(word);
    return other === undefined ? text : text.slice(0, start) + other + text.slice(end);
  }, q);
}
