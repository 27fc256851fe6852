import { lacking, lettersOf } from '../letters.ts';
import { MANY_UPDATES, ONE_TYPO_FROM } from '../search-settings.ts';
import { spellingsOf } from '../spellings.ts';
import { isNear, typosAllowed, type KnownWord } from '../typo.ts';
import type { AskedWord } from '../wording.ts';
import { countsOf } from './facet-counts.ts';
import { MAX_FACET_VALUES } from './settings.ts';

/** The words that stand in MANY_UPDATES or more, as far as a server lists them. */
export interface CommonWords {
  /** Is this one of them, or a beginning of one? */
  includes(asked: AskedWord): boolean;
  /** Those that a whole word may have been meant for; undefined where the list was cut before its end. */
  nearTo(word: string): KnownWord[] | undefined;
}

/** Of the words of an index, the highest counts first, MAX_FACET_VALUES at most. */
export function commonWords(counts: Readonly<Record<string, number>>): CommonWords {
  const all = countsOf(counts);
  const isWhole = all.length < MAX_FACET_VALUES || all.some(([, count]) => count < MANY_UPDATES);
  // Shorter ones are near to no word that may hold a typo, nor do they begin with it.
  const isLong = (word: string) => spellingsOf(word).some(({ length }) => length >= ONE_TYPO_FROM - 1);
  const known = all
    .filter(([word, count]) => count >= MANY_UPDATES && isLong(word))
    .map(([word, count]): KnownWord => ({ word, count }));
  const words = known.map(({ word }) => word);
  const common = new Set(words);
  const letters = Int32Array.from(words, (word) => lettersOf(spellingsOf(word).join('')));
  return {
    includes: ({ word, open }) => common.has(word) || (open && words.some((other) => other.startsWith(word))),
    nearTo(word) {
      if (!isWhole) return undefined;
      const [own, edits] = [lettersOf(word), typosAllowed(word)];
      // Most lack too many letters, which is quicker to see.
      return known.filter(
        (other, i) => lacking(own, letters[i]!) <= edits && isNear(word, other.word, false),
      );
    },
  };
}
