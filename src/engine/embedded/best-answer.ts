import type { Correction, Relaxed, SearchQuery } from '../../query.ts';
import { correct } from '../correct.ts';
import { relaxations } from '../relax.ts';
import { wording, type Wording } from '../wording.ts';
import type { Conditions } from './filter.ts';
import { excludedExpression, isKnown, wantedExpression } from './match.ts';
import { nearestWord } from './nearest-word.ts';
import { newestFirst } from './newest-first.ts';
import { slotsMatching } from './postings.ts';
import { factsOf, titledTests } from './relaxing.ts';
import type { Snapshot } from './snapshot.ts';
import { tally, type Tally } from './tally.ts';

/** What a search settled on, counted. */
export interface Answer {
  wording: Wording;
  corrected: Correction[];
  relaxed: Relaxed[];
  counted: Tally;
}

export type Asked = Pick<SearchQuery, 'q' | 'match'>;

/** What was typed stands if it matches anything at all; only else are unknown words corrected, and then less is asked for. */
export function bestAnswer(snapshot: Snapshot, { q, match }: Asked, filters: Conditions): Answer {
  const answer = (asked: Wording, corrected: Correction[], relaxed: Relaxed[] = []): Answer => {
    return { wording: asked, corrected, relaxed, counted: count(snapshot, asked, filters) };
  };
  const found = ({ counted }: Answer) => counted.matching.length > 0;
  const asTyped = answer(wording(q), []);
  if (found(asTyped) || match === 'exact') return asTyped;
  const { vocabulary } = snapshot.columns;
  const { wording: better, corrected } = correct(asTyped.wording, (word, open) =>
    isKnown(vocabulary, word, open) ? undefined : nearestWord(vocabulary, word, open),
  );
  const asMeant = corrected.length > 0 ? answer(better, corrected) : asTyped;
  if (found(asMeant)) return asMeant;
  const misspelt = new Set(corrected.flatMap(({ found: words }) => words));
  for (const { wording: less, relaxed } of relaxations(better, misspelt, factsOf(snapshot, better))) {
    const asRelaxed = answer(less, corrected, relaxed);
    if (found(asRelaxed)) return asRelaxed;
  }
  return asTyped;
}

function count(snapshot: Snapshot, asked: Wording, filters: Conditions): Tally {
  const titled = titledTests(snapshot, asked);
  return tally(candidates(snapshot, asked), { ...filters, hard: [...titled, ...filters.hard] });
}

/** Slots that the words match, newest first. */
function candidates(snapshot: Snapshot, asked: Wording): Uint32Array {
  const { columns } = snapshot;
  const [wanted, excluded] = [wantedExpression(asked), excludedExpression(asked)];
  if (wanted === undefined && excluded === undefined) return columns.newestFirst;
  const found =
    wanted === undefined ? columns.newestFirst : newestFirst(columns, slotsMatching(snapshot, wanted));
  return excluded === undefined ? found : without(found, slotsMatching(snapshot, excluded), columns.size);
}

function without(slots: Uint32Array, excluded: Uint32Array, size: number): Uint32Array {
  const isExcluded = new Uint8Array(size);
  for (const slot of excluded) isExcluded[slot] = 1;
  return slots.filter((slot) => isExcluded[slot] === 0);
}
