import type { Correction, Relaxed, SearchQuery } from '../../query.ts';
import { correct } from '../correct.ts';
import { relaxations } from '../relax.ts';
import { nearest } from '../typo.ts';
import { wording, type Wording } from '../wording.ts';
import type { Conditions } from './filter.ts';
import { excludedRows, isKnown, wantedRows } from './match.ts';
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

export type Asked = Pick<SearchQuery, 'q' | 'match' | 'facets'>;

/** What was typed stands if it matches anything at all; only else are unknown words corrected, and then less is asked for. */
export function bestAnswer(snapshot: Snapshot, { q, match, facets }: Asked, filters: Conditions): Answer {
  const answer = (asked: Wording, corrected: Correction[], relaxed: Relaxed[] = []): Answer => {
    return { wording: asked, corrected, relaxed, counted: count(snapshot, asked, facets, filters) };
  };
  const found = ({ counted }: Answer) => counted.matching.length > 0;
  const asTyped = answer(wording(q), []);
  if (found(asTyped) || match === 'exact') return asTyped;
  const { wording: better, corrected } = correct(asTyped.wording, (word, open) =>
    isKnown(snapshot.db, word, open) ? undefined : nearest(word, snapshot.vocabulary(), open),
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

function count(snapshot: Snapshot, asked: Wording, facets: Asked['facets'], filters: Conditions): Tally {
  const titled = titledTests(snapshot, asked);
  const all = { ...filters, hard: [...titled, ...filters.hard] };
  return tally(snapshot.columns, candidates(snapshot, asked), facets, all);
}

/** Slots that the words match, newest first. */
function candidates({ db, columns }: Snapshot, asked: Wording): Iterable<number> {
  const wanted = wantedRows(db, asked);
  const excluded = new Set(excludedRows(db, asked));
  if (!wanted && excluded.size === 0) return columns.newestFirst;
  if (!wanted) return columns.newestFirst.filter((slot) => !excluded.has(columns.rows[slot]!));
  const slots = wanted.filter((row) => !excluded.has(row)).map((row) => columns.slots.get(row)!);
  return Uint32Array.from(slots).sort((a, b) => columns.order[b]! - columns.order[a]!);
}
