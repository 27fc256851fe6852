import { keyOfTokens, nameTokens, type NameToken } from './name-tokens.ts';

/** Finds the longest known name that starts at a word. */
export interface NameIndex<T> {
  add(name: string, value: T): void;
  /** The longest name from token `at` on, and how many tokens it takes. */
  longestAt(tokens: readonly NameToken[], at: number): { value: T; length: number } | undefined;
}

/** An index of names by their words. A name that is added twice keeps its first value. */
export function createNameIndex<T>(): NameIndex<T> {
  const values = new Map<string, T>();
  /** For each first word, the length in words of the longest name that begins with it. */
  const longest = new Map<string, number>();
  return {
    add(name, value) {
      const words = nameTokens(name);
      const [first] = words;
      if (!first) return;
      longest.set(first.key, Math.max(longest.get(first.key) ?? 0, words.length));
      const key = keyOfTokens(words);
      if (!values.has(key)) values.set(key, value);
    },
    longestAt(tokens, at) {
      const most = longest.get(tokens[at]!.key);
      if (most === undefined) return undefined;
      for (let length = joinedLength(tokens, at, most); length > 0; length--) {
        const value = values.get(keyOfTokens(tokens.slice(at, at + length)));
        if (value !== undefined) return { value, length };
      }
      return undefined;
    },
  };
}

/** How many tokens from `at` on belong together, `most` at most. */
export function joinedLength(tokens: readonly NameToken[], at: number, most: number): number {
  let length = 1;
  while (length < most && tokens[at + length]?.glue) length++;
  return length;
}
