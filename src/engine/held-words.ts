import { remember } from './remember.ts';
import { spellingsOf } from './spellings.ts';
import { words } from './words.ts';

/** So many values are remembered; some 100 bytes each. */
const MOST_KEPT = 200_000;

/**
 * A test of facet values: does a value hold the typed words, each at the beginning of one of its own, in any of
 * its spellings? "kerry" finds John Kerry.
 */
export function holding(typed: string): (value: string) => boolean {
  const beginnings = words(typed).map((word) => ` ${word}`);
  if (beginnings.length === 0) return () => true;
  return (value) => {
    const own = wordsIn(value);
    return beginnings.every((beginning) => own.includes(beginning));
  };
}

/**
 * The words of a value in all their spellings, each after a space. They are kept: whoever types asks for the
 * same values with every letter, and parting a name into words takes twenty times as long as looking at them.
 */
const wordsIn = remember(
  (value) =>
    words(value)
      .flatMap(spellingsOf)
      .map((word) => ` ${word}`)
      .join(''),
  MOST_KEPT,
);
