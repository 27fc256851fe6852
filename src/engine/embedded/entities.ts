import type { DatabaseSync } from 'node:sqlite';
import { MAX_WORDS } from '../../query-text.ts';
import type { EntityInfo, EntityType, KnownEntity } from '../../record.ts';
import type { EntityQuery } from '../engine.ts';
import { byUpdatesThenName, FACET_OF } from '../entity-names.ts';
import { nearest, typosAllowed, type KnownWord } from '../typo.ts';
import { words } from '../words.ts';
import type { Column } from './columns.ts';
import { afterAll, numberOf } from './dictionary.ts';
import { prepared } from './prepared.ts';
import type { Snapshot } from './snapshot.ts';

/** An entity as the database names it, with the number of updates that name it. */
interface Named {
  type: EntityType;
  id: string;
  name: string;
  updateCount: number;
}

/** As typed, the last word perhaps unfinished; else with every word that no name has corrected. */
export function findEntities(snapshot: Snapshot, query: EntityQuery): KnownEntity[] {
  const asked = words(query.prefix).slice(0, MAX_WORDS);
  const typed = asked.map((word, i) => knownOrNearest(snapshot, word, i === asked.length - 1));
  return called(snapshot, typed)
    .filter(({ type }) => query.types.includes(type))
    .sort(byUpdatesThenName)
    .slice(0, query.limit)
    .map((entity) => known(snapshot, entity));
}

function knownOrNearest(snapshot: Snapshot, word: string, open: boolean): string {
  if (typosAllowed(word) === 0 || withWord(snapshot, word, open).length > 0) return word;
  return nearest(word, nameVocabulary(snapshot), open) ?? word;
}

/** Is this a word of the name of somebody or something that updates name? */
export const isName = (snapshot: Snapshot, word: string): boolean =>
  withWord(snapshot, word, false).length > 0;

/** Those with all these words in their names; all where there are none. */
function called(snapshot: Snapshot, typed: string[]): Named[] {
  const [last, ...others] = typed.toReversed();
  if (last === undefined) return living(snapshot, prepared(snapshot.db, ALL).all());
  const keyOf = ({ type, id }: Named) => `${type} ${id}`;
  const keys = others.map((word) => new Set(withWord(snapshot, word, false).map(keyOf)));
  return withWord(snapshot, last, true).filter((entity) => keys.every((set) => set.has(keyOf(entity))));
}

const ALL = 'SELECT type, id, name FROM entities';
const WITH_WORD = 'SELECT type, id, name FROM name_words JOIN entities USING (type, id) WHERE word = ?';
const WITH_BEGINNING = `SELECT DISTINCT type, id, name FROM name_words JOIN entities USING (type, id)
  WHERE word >= ? AND word < ?`;

function withWord(snapshot: Snapshot, word: string, open: boolean): Named[] {
  const { db } = snapshot;
  return living(
    snapshot,
    open ? prepared(db, WITH_BEGINNING).all(word, afterAll(word)) : prepared(db, WITH_WORD).all(word),
  );
}

/** Those whom updates still name; the others stay in the database until a rebuild. */
function living({ columns }: Snapshot, rows: Record<string, unknown>[]): Named[] {
  return rows.flatMap((row) => {
    const { type, id, name } = row as unknown as Omit<Named, 'updateCount'>;
    const { names, totals } = columns.facets[FACET_OF[type]];
    const updateCount = totals[numberOf(names, name) ?? -1] ?? 0;
    return updateCount > 0 ? [{ type, id, name, updateCount }] : [];
  });
}

/** What `readVocabulary` gave, and for which version: whoever types asks for it with every letter. */
const vocabularies = new WeakMap<DatabaseSync, { version: string; vocabulary: KnownWord[] }>();

function nameVocabulary(snapshot: Snapshot): KnownWord[] {
  const { db, version } = snapshot;
  const before = vocabularies.get(db);
  if (before?.version === version) return before.vocabulary;
  const vocabulary = readVocabulary(snapshot);
  vocabularies.set(db, { version, vocabulary });
  return vocabulary;
}

/** The words of all names, with the number of entities that have them. */
function readVocabulary(snapshot: Snapshot): KnownWord[] {
  const counts = new Map<string, number>();
  const rows = prepared(
    snapshot.db,
    'SELECT word, type, id, name FROM name_words JOIN entities USING (type, id)',
  ).all();
  for (const { name, type, word } of rows as unknown as (Named & { word: string })[]) {
    const { names, totals } = snapshot.columns.facets[FACET_OF[type]];
    if (totals[numberOf(names, name) ?? -1]) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => ({ word, count }));
}

/** `publishedTs` is what `order` counts in this unit. */
const SECOND = 2 ** 20;

function known({ db, columns }: Snapshot, { type, id, name, updateCount }: Named): KnownEntity {
  const { info } = prepared(db, 'SELECT info FROM entities WHERE type = ? AND id = ?').get(type, id)!;
  const column = columns.facets[FACET_OF[type]];
  const number = numberOf(column.names, name)!;
  const latest = columns.newestFirst.find((slot) => has(column, slot, number))!;
  const entity = JSON.parse(String(info)) as EntityInfo;
  return { ...entity, updateCount, lastSeen: Math.floor(columns.order[latest]! / SECOND) };
}

function has({ starts, values }: Column, slot: number, number: number): boolean {
  for (let at = starts[slot]!; at < starts[slot + 1]!; at++) if (values[at] === number) return true;
  return false;
}
