import type { SearchQuery } from '../../query.ts';
import { atOnce, bestAnswer, type BestAnswer } from '../best-answer.ts';
import { isNear } from '../typo.ts';
import type { AskedWord, Wording } from '../wording.ts';
import type { Conditions } from './filter.ts';
import { excludedRows, wantedRows } from './match.ts';
import { factsOf, titledTests } from './relaxing.ts';
import type { Snapshot } from './snapshot.ts';
import { tally, type Tally } from './tally.ts';

/** What a search settled on, counted. */
export type Answer = BestAnswer<Tally>;

export type Asked = Pick<SearchQuery, 'q' | 'match' | 'facets'>;

/** The best answer to what was typed, counted for these facets under these filters. */
export function answerTo(snapshot: Snapshot, asked: Asked, filters: Conditions): Answer {
  const steps = bestAnswer(asked, {
    answer: (wording) => count(snapshot, wording, asked.facets, filters),
    total: ({ matching }) => matching.length,
    near: (words) => new Map(words.map((word) => [word.word, nearWords(snapshot, word)])),
    facts: (words) => factsOf(snapshot, words),
  });
  return atOnce(steps);
}

const nearWords = (snapshot: Snapshot, { word, open }: AskedWord) =>
  snapshot.vocabulary().filter((other) => isNear(word, other.word, open));

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
