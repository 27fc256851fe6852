import type { NameToken } from '../names/name-tokens.ts';

/** Where sentences and their parts begin and end, as token numbers: no name goes on beyond. */
export function sentencesOf(tokens: readonly NameToken[]): { from: number; to: number }[] {
  const begins = tokens.flatMap(({ opens }, at) => (opens || at === 0 ? [at] : []));
  return begins.map((from, i) => ({ from, to: begins[i + 1] ?? tokens.length }));
}
