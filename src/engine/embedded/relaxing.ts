import type { DatabaseSync } from 'node:sqlite';
import type { DocumentInfo } from '../../record.ts';
import type { WordFacts } from '../relax.ts';
import type { AskedWord, Wording } from '../wording.ts';
import { words } from '../words.ts';
import type { Test } from './filter.ts';
import { rowsWith } from './match.ts';
import type { Snapshot } from './snapshot.ts';

/** What the index knows of each word. Only asked where little or nothing was found. */
export function factsOf(snapshot: Snapshot, asked: readonly AskedWord[]): Map<string, WordFacts> {
  const titles = titlesOf(snapshot.db);
  const names = new Set(snapshot.entities().vocabulary.map(({ word }) => word));
  return new Map(
    asked.map(({ word, open }) => {
      const fits = (other: string) => (open ? other.startsWith(word) : other === word);
      const titled = titles.filter(({ title }) => title.some(fits)).map(({ id }) => id);
      return [word, { updates: rowsWith(snapshot.db, word, open).length, isName: names.has(word), titled }];
    }),
  );
}

const titlesOf = (db: DatabaseSync) =>
  db
    .prepare('SELECT info FROM documents')
    .all()
    .map((row) => JSON.parse(String(row['info'])) as DocumentInfo)
    .map(({ id, title = '' }) => ({ id, title: words(title) }));

/** For each word that a title may supply: does the slot have it, or the title of its live blog? */
export function titledTests({ db, columns }: Snapshot, { titled = [] }: Wording): Test[] {
  const { names, values, starts } = columns.facets.document;
  return titled.map(({ word, open, documents }) => {
    const rows = new Set(rowsWith(db, word, open));
    const supplied = new Set(documents);
    return (slot) => rows.has(columns.rows[slot]!) || supplied.has(names[values[starts[slot]!]!]!);
  });
}
