/** A bit for each letter that a word holds; some letters share one. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << word.charCodeAt(at);
  return letters;
}

/** How many of `letters` the `others` lack, at least: each takes an edit to become a word of those. */
export function lacking(letters: number, others: number): number {
  let count = 0;
  for (let left = letters & ~others; left !== 0; left &= left - 1) count++;
  return count;
}
