import { fold, words } from '../../src/engine/words.ts';

/** While a word is being typed, a shorter spelling would be the beginning of too many other words. */
const SHORTEST = 4;

/**
 * Everything that keeps a class of spellings from doing what it says: words that would be dropped because
 * another class has them, and words that no text or query can lead to.
 */
export function lintSpellings(classes: readonly (readonly string[])[]): string[] {
  const owners = new Map<string, string>();
  return classes.flatMap((spellings) => {
    const [first = ''] = spellings;
    const alone = spellings.length < 2 ? [`"${first}" stands alone: a class has two spellings or more`] : [];
    return [...alone, ...spellings.flatMap((word) => [...wrongWith(word), ...taken(owners, word, first)])];
  });
}

function taken(owners: Map<string, string>, word: string, first: string): string[] {
  const owner = owners.get(word);
  owners.set(word, owner ?? first);
  return owner === undefined ? [] : [`"${word}" of ${first} would be dropped: ${owner} has it already`];
}

function wrongWith(word: string): string[] {
  const parts = words(word);
  if (parts.length !== 1) return [`"${word}" is ${parts.length} words to the index, and only one can be`];
  if (fold(word) !== word) return [`"${word}" can't be found: it is indexed as "${fold(word)}"; write that`];
  if (!/^\p{L}+$/u.test(word)) return [`"${word}" must be letters only: numbers have their own rules`];
  return word.length < SHORTEST ? [`"${word}" is too short: ${SHORTEST} letters at least`] : [];
}
