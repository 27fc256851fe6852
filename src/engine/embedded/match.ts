import type { Term, Wording } from '../wording.ts';
import type { Vocabulary } from './columns.ts';
import { numberOf, rangeOf } from './dictionary.ts';

/** Words this near to each other count as standing together (FTS5's NEAR, in words between). */
const NEAR_WORDS = 8;

/** Words hold only letters, marks and digits, so quoting them is all the escaping there is. */
const quoted = (term: Term, open: boolean) => `"${term.join(' ')}"${open ? ' *' : ''}`;

const terms = ({ wanted, open }: Wording) =>
  wanted.map((term, i) => quoted(term, open && i === wanted.length - 1));

/** A word, or a beginning if it is open, as a query of FTS5. */
export const wordExpression = (word: string, open: boolean) => quoted([word], open);

/** All wanted terms; undefined where nothing is wanted, which means all updates. */
export const wantedExpression = (asked: Wording): string | undefined =>
  asked.wanted.length > 0 ? terms(asked).join(' AND ') : undefined;

/** Any excluded term; undefined where nothing is excluded. */
export const excludedExpression = ({ excluded }: Wording): string | undefined =>
  excluded.length > 0 ? excluded.map((term) => quoted(term, false)).join(' OR ') : undefined;

/** The terms one right after the other, as they were typed. */
export const togetherExpression = ({ wanted, open }: Wording) => quoted(wanted.flat(), open);

export const nearExpression = (asked: Wording) => `NEAR(${terms(asked).join(' ')}, ${NEAR_WORDS})`;

/** All wanted terms outside of media. */
export const outsideMediaExpression = (asked: Wording) => `{title text} : (${terms(asked).join(' AND ')})`;

/** The terms with the last word as it is, not as a beginning. */
export const closedExpression = (asked: Wording) => terms({ ...asked, open: false }).join(' AND ');

/** The numbers of all words that begin like this. */
export function numbersOf({ names, sorted, later }: Vocabulary['words'], beginning: string): number[] {
  const [from, to] = rangeOf(names, beginning, sorted);
  const found = Array.from({ length: to - from }, (_, i) => from + i);
  for (const [word, number] of later) if (word.startsWith(beginning)) found.push(number);
  return found;
}

/** In how many updates a word stands; for a beginning, the sum over all words that begin so. */
export function updatesWith({ words, counts }: Vocabulary, word: string, open: boolean): number {
  if (!open) return counts[numberOf(words, word) ?? -1] ?? 0;
  return numbersOf(words, word).reduce((sum, number) => sum + counts[number]!, 0);
}
