import type { SearchQuery } from '../../query.ts';
import { atOnce, bestAnswer, type BestAnswer } from '../best-answer.ts';
import { MANY_UPDATES } from '../search-settings.ts';
import type { KnownWord } from '../typo.ts';
import type { AskedWord, Wording } from '../wording.ts';
import type { Vocabulary } from './columns.ts';
import { isName } from './entities.ts';
import type { Conditions } from './filter.ts';
import { excludedExpression, slotsWith, updatesWith } from './match.ts';
import { nearWords } from './near-words.ts';
import { newestFirst } from './newest-first.ts';
import { slotsMatching } from './postings.ts';
import { without } from './lists.ts';
import { factsOf, titledTests } from './relaxing.ts';
import type { Snapshot } from './snapshot.ts';
import { tally, type Tally } from './tally.ts';

/** What a search settled on, counted. */
export type Answer = BestAnswer<Tally>;

/** The best answer to what was typed under these filters. */
export function answerTo(
  snapshot: Snapshot,
  asked: Pick<SearchQuery, 'q' | 'match'>,
  filters: Conditions,
): Answer {
  const { vocabulary } = snapshot.columns;
  const near = (words: readonly AskedWord[]) =>
    new Map(words.map((word) => [word.word, commonAsTyped(vocabulary, word) ?? nearWords(vocabulary, word)]));
  const steps = bestAnswer(asked, {
    answer: (wording) => count(snapshot, wording, filters),
    total: ({ matching }) => matching.length,
    near,
    nearCommon: near,
    facts: (words) => factsOf(snapshot, words),
    names: (words) => new Set(words.filter((word) => isName(snapshot, word))),
  });
  return atOnce(steps);
}

/** A word that many updates have was not meant for another, so no other is looked for. */
function commonAsTyped(vocabulary: Vocabulary, { word, open }: AskedWord): KnownWord[] | undefined {
  const updates = updatesWith(vocabulary, word, open);
  return updates >= MANY_UPDATES ? [{ word, count: updates }] : undefined;
}

function count(snapshot: Snapshot, asked: Wording, filters: Conditions): Tally {
  const titled = titledTests(snapshot, asked);
  return tally(candidates(snapshot, asked), { ...filters, hard: [...titled, ...filters.hard] });
}

/** Slots that the words match, newest first. */
function candidates(snapshot: Snapshot, asked: Wording): Uint32Array {
  const { columns } = snapshot;
  const excluded = excludedExpression(asked);
  const found =
    asked.wanted.length === 0 ? columns.newestFirst : newestFirst(columns, slotsWith(snapshot, asked));
  return excluded === undefined ? found : without(found, slotsMatching(snapshot, excluded), columns.size);
}
