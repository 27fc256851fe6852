/**
 * What a newsroom's search engineer would look for first: everything about matching that could be set otherwise.
 * Both engines take it from here. Of what search engines usually have settings for:
 *
 * - Spellings (what others do with synonyms) are classes of words in transliterations.ts and british-american.ts.
 * - There is no dictionary: words.ts parts and folds the words, and Meilisearch gets them so.
 * - There are no stop words. In news `who`, `us` and `it` are also names; and inside a phrase no word may vanish.
 *   Where too much is asked for, relax.ts leaves out the commonest words, and says so.
 * - A word is found in the fields that searched-words.ts lists, in the order in which they count.
 */

/** A word of so many letters may hold one typo, or two; a shorter one none, nor a number (Meilisearch's defaults). */
export const ONE_TYPO_FROM = 5;
export const TWO_TYPOS_FROM = 9;

/** A word in fewer updates is rare. From here on a word is common enough to be meant instead of a rare one. */
export const MANY_UPDATES = 20;

/** How many other corrections are tried where the likeliest finds nothing. */
export const MOST_OTHER_CORRECTIONS = 8;

/**
 * A word in a larger share of all updates (`the`, `of`) is no answer by itself to somebody who asked for more.
 * In a handful of updates the share says nothing yet: there `rain` may be in each.
 */
export const EVERYWHERE = { share: 1 / 3, updates: 100 };
