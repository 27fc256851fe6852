import type { Term, Wording } from '../wording.ts';
import { isListed } from './beginnings.ts';
import type { Vocabulary } from './columns.ts';
import { laterBeginning, numberOf, rangeOf } from './dictionary.ts';
import { kept, membersOf } from './lists.ts';
import { slotsMatching } from './postings.ts';
import type { Snapshot } from './snapshot.ts';
import { slotsBeginning } from './stored-beginnings.ts';

/** Words this near to each other count as standing together (FTS5's NEAR, in words between). */
const NEAR_WORDS = 8;

/** Words hold only letters, marks and digits, so quoting them is all the escaping there is. */
const quoted = (term: Term, open: boolean) => `"${term.join(' ')}"${open ? ' *' : ''}`;

const terms = ({ wanted, open }: Asked) =>
  wanted.map((term, i) => quoted(term, open && i === wanted.length - 1));

/** The living slots with all wanted terms, of which there is one at least; in any order. */
export function slotsWith(snapshot: Snapshot, asked: Asked): Uint32Array {
  if (hasUnknownWord(snapshot.columns.vocabulary, asked)) return new Uint32Array();
  const beginning = listedBeginning(asked);
  if (beginning === undefined) return slotsMatching(snapshot, terms(asked).join(' AND '));
  const begun = slotsBeginning(snapshot, beginning);
  if (asked.wanted.length === 1) return begun;
  const isIn = membersOf(begun, snapshot.columns.size);
  return kept(slotsWith(snapshot, withoutBeginning(asked)), (slot) => isIn[slot] === 1);
}

/** Most queries with a typo have a word that no update has. The vocabulary is in memory, so FTS5 needn't be asked. */
function hasUnknownWord(vocabulary: Vocabulary, { wanted, open }: Asked): boolean {
  const all = wanted.flat();
  const whole = open ? all.slice(0, -1) : all;
  return whole.some((word) => updatesWith(vocabulary, word, false) === 0);
}

/** The same for one word, or beginning if it is open. */
export const slotsWithWord = (snapshot: Snapshot, word: string, open: boolean): Uint32Array =>
  slotsWith(snapshot, { wanted: [[word]], open });

type Asked = Pick<Wording, 'wanted' | 'open'>;

/** The last word, if it is a beginning of so few letters that FTS5 had better not be asked for it. */
function listedBeginning({ wanted, open }: Asked): string | undefined {
  const [word, ...others] = wanted.at(-1) ?? [];
  return open && word !== undefined && others.length === 0 && isListed(word) ? word : undefined;
}

/** What is asked apart from such a beginning: one or two letters of a word stand near everything. */
export const withoutBeginning = (asked: Asked): Asked =>
  listedBeginning(asked) === undefined ? asked : { wanted: asked.wanted.slice(0, -1), open: false };

/** Any excluded term; undefined where nothing is excluded. */
export const excludedExpression = ({ excluded }: Wording): string | undefined =>
  excluded.length > 0 ? excluded.map((term) => quoted(term, false)).join(' OR ') : undefined;

/** The terms one right after the other, as they were typed. */
export const togetherExpression = ({ wanted, open }: Asked) => quoted(wanted.flat(), open);

export const nearExpression = (asked: Asked) => `NEAR(${terms(asked).join(' ')}, ${NEAR_WORDS})`;

/** All wanted terms outside of media. */
export const outsideMediaExpression = (asked: Asked) => `{title text} : (${terms(asked).join(' AND ')})`;

/** The terms with the last word as it is, not as a beginning. */
export const closedExpression = (asked: Asked) => terms({ ...asked, open: false }).join(' AND ');

/** In how many updates a word stands; for a beginning, the sum over all words that begin so. */
export function updatesWith({ words, counts }: Vocabulary, word: string, open: boolean): number {
  if (!open) return counts[numberOf(words, word) ?? -1] ?? 0;
  const [from, to] = rangeOf(words.names, word, words.sorted);
  const sum = laterBeginning(words, word).reduce((updates, number) => updates + counts[number]!, 0);
  return counts.subarray(from, to).reduce((updates, count) => updates + count, sum);
}
