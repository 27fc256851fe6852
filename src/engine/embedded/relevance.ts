import type { Wording } from '../wording.ts';
import { byTitle } from './by-title.ts';
import { MEDIA } from './update-columns.ts';
import {
  closedExpression,
  nearExpression,
  outsideMediaExpression,
  togetherExpression,
  withoutBeginning,
} from './match.ts';
import { membersOf } from './lists.ts';
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
  const sets = setsAmong(snapshot, matching);
  const criteria: Criterion[] = [byTitle(snapshot.columns, asked)];
  const whole = withoutBeginning(asked);
  if (whole.wanted.length > 0 && haveMedia(snapshot, matching))
    criteria.push(sets.criterion(outsideMediaExpression(whole)));
  if (whole.wanted.length > 1) {
    const near = sets.criterion(nearExpression(whole));
    // Words that stand together are near each other, too.
    if (near.levels > 1) criteria.push(sets.criterion(togetherExpression(whole)), near);
  }
  if (asked.open) criteria.push(sets.criterion(closedExpression(asked)));
  return criteria.filter(({ levels }) => levels > 1);
}

function haveMedia({ columns: { marks } }: Snapshot, slots: Uint32Array): boolean {
  for (let i = 0; i < slots.length; i++) if ((marks[slots[i]!]! & MEDIA) !== 0) return true;
  return false;
}

const MATCH = 1;

/** Criteria that are sets of the matching slots, a bit each in one array: there are at most four. */
function setsAmong(snapshot: Snapshot, matching: Uint32Array) {
  const bits = membersOf(matching, snapshot.columns.size);
  let last = MATCH;
  return {
    /** Two levels: the expression matches or not. Of one level, so no criterion, where it matches none of them. */
    criterion(expression: string): Criterion {
      const bit = (last *= 2);
      let any = false;
      for (const slot of slotsMatching(snapshot, expression)) {
        if (bits[slot] === 0) continue;
        bits[slot]! |= bit;
        any = true;
      }
      return { levels: any ? 2 : 1, level: (slot) => (bits[slot]! & bit ? 0 : 1) };
    },
  };
}
