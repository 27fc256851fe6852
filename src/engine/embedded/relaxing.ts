import type { WordFacts } from '../attempt.ts';
import { standsEverywhere } from '../relax.ts';
import type { AskedWord, Wording } from '../wording.ts';
import { onlyValue } from './columns.ts';
import { afterAll } from './dictionary.ts';
import { isName } from './entities.ts';
import type { Test } from './filter.ts';
import { membersOf } from './lists.ts';
import { slotsWithWord } from './match.ts';
import { prepared } from './prepared.ts';
import type { Snapshot } from './snapshot.ts';

/** What the index knows of each word. Only asked where little or nothing was found. */
export function factsOf(snapshot: Snapshot, asked: readonly AskedWord[]): Map<string, WordFacts> {
  return new Map(
    asked.map(({ word, open }) => {
      const updates = slotsWithWord(snapshot, word, open).length;
      const isEverywhere = standsEverywhere(updates, snapshot.columns.newestFirst.length);
      const titled = titledBy(snapshot, word, open);
      return [word, { updates, isEverywhere, isName: isName(snapshot, word), titled }];
    }),
  );
}

/** Live blogs (ids) with the word in their title. */
function titledBy({ db }: Snapshot, word: string, open: boolean): string[] {
  const found = open
    ? prepared(db, 'SELECT DISTINCT document_id AS id FROM title_words WHERE word >= ? AND word < ?').all(
        word,
        afterAll(word),
      )
    : prepared(db, 'SELECT document_id AS id FROM title_words WHERE word = ?').all(word);
  return found.map(({ id }) => String(id));
}

/** For each word that a title may supply: does the slot have it, or the title of its live blog? */
export function titledTests(snapshot: Snapshot, { titled = [] }: Wording): Test[] {
  const { facets, size } = snapshot.columns;
  return titled.map(({ word, open, documents }) => {
    const has = membersOf(slotsWithWord(snapshot, word, open), size);
    const supplied = new Set(documents);
    return (slot) => has[slot] === 1 || supplied.has(onlyValue(facets.document, slot));
  });
}
