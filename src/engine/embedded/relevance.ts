import type { Wording } from '../wording.ts';
import { MEDIA } from './change.ts';
import { numberOf } from './dictionary.ts';
import {
  closedExpression,
  nearExpression,
  numbersOf,
  outsideMediaExpression,
  togetherExpression,
  withoutBeginning,
} from './match.ts';
import { kept, membersOf } from './lists.ts';
import { slotsMatching } from './postings.ts';
import type { Criterion } from './rank.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What makes one match better than another, the strongest first: the words are in the title rather than in the
 * text or only in media, they stand together or near each other, the last word is whole. Titles are asked
 * in memory, texts through sets that the index gives; bm25 over all hits would cost more than the search.
 */
export function relevance(snapshot: Snapshot, asked: Wording, matching: Uint32Array): Criterion[] {
  if (matching.length < 2) return [];
  const { size, marks } = snapshot.columns;
  const isMatch = membersOf(matching, size);
  const setOf = (expression: string) => levelBySet(snapshot, expression, isMatch);
  const criteria: Criterion[] = [byTitle(snapshot, asked)];
  const whole = withoutBeginning(asked);
  if (whole.wanted.length > 0 && kept(matching, (slot) => (marks[slot]! & MEDIA) !== 0).length > 0)
    criteria.push(setOf(outsideMediaExpression(whole)));
  if (whole.wanted.length > 1) {
    const near = setOf(nearExpression(whole));
    // Words that stand together are near each other, too.
    if (near.levels > 1) criteria.push(setOf(togetherExpression(whole)), near);
  }
  if (asked.open) criteria.push(setOf(closedExpression(asked)));
  return criteria.filter(({ levels }) => levels > 1);
}

/** Two levels: in the set or not. Of one level, so no criterion, where no match is in it. */
function levelBySet(snapshot: Snapshot, expression: string, isMatch: Uint8Array): Criterion {
  const members = new Uint8Array(isMatch.length);
  let any = false;
  for (const slot of slotsMatching(snapshot, expression)) {
    if (isMatch[slot] === 0) continue;
    members[slot] = 1;
    any = true;
  }
  return { levels: any ? 2 : 1, level: (slot) => 1 - members[slot]! };
}

/** As many levels as there can be terms that don't stand in the title. */
function byTitle({ columns }: Snapshot, { wanted, open }: Wording): Criterion {
  const { starts, values } = columns.titles;
  const { words } = columns.vocabulary;
  const terms = wanted.map((term, i) =>
    term.map((word, j) => {
      const isOpen = open && i === wanted.length - 1 && j === term.length - 1;
      return new Set(isOpen ? numbersOf(words, word) : [numberOf(words, word) ?? -1]);
    }),
  );
  const stands = (term: Set<number>[], from: number, to: number): boolean => {
    for (let at = from; at + term.length <= to; at++) {
      if (term.every((fits, i) => fits.has(values[at + i]!))) return true;
    }
    return false;
  };
  return {
    levels: terms.length + 1,
    level: (slot) => terms.filter((term) => !stands(term, starts[slot]!, starts[slot + 1]!)).length,
  };
}
