import type { DocumentInfo, EntityInfo, UpdateRecord } from '../../record.ts';
import type { IndexedDocument } from '../engine.ts';
import { searchedWords, type SearchedWords } from '../searched-words.ts';
import { dictionaryOf } from './dictionary.ts';
import { letReadersPass } from './readers-first.ts';
import { toStored, type StoredRecord } from './stored-record.ts';
import { prepareColumns, type Numbered, type PreparedColumns } from './update-columns.ts';

/**
 * A live blog on its way to the writer's worker, with all done that needs no database: so whoever makes the next
 * one does half of the work while this one is written. Long texts travel as they are, all else as one JSON text.
 */
export interface StoredDocument {
  updates: StoredUpdate[];
  about: string;
}

/** An update as it will be stored and found: the words of each field, parted by spaces. */
export interface StoredUpdate extends StoredRecord, Record<keyof SearchedWords, string> {}

export interface About {
  document: DocumentInfo;
  entities: EntityInfo[];
  /** What the columns of the updates name by numbers. */
  words: string[];
  values: string[];
  /** Of each update its id and what the columns take. */
  columns: (PreparedColumns & { id: string })[];
}

/** So many milliseconds at a stretch; then others have their turn. */
const STRETCH = 0.5;

export async function toStoredDocument({
  document,
  entities,
  records,
}: IndexedDocument): Promise<StoredDocument> {
  const numbered: Numbered = { words: dictionaryOf([]), values: dictionaryOf([]) };
  const [words, values] = [numbered.words.names, numbered.values.names];
  const about: About = { document, entities, words, values, columns: [] };
  const updates: StoredUpdate[] = [];
  let since = performance.now();
  for (const record of records) {
    updates.push(toStoredUpdate(record, about, numbered));
    if (performance.now() - since < STRETCH) continue;
    await letReadersPass();
    since = performance.now();
  }
  return { updates, about: JSON.stringify(about) };
}

function toStoredUpdate(record: UpdateRecord, { columns }: About, numbered: Numbered): StoredUpdate {
  const fields = searchedWords(record);
  columns.push({ id: record.id, ...prepareColumns(record, fields, numbered) });
  const [title, text, media] = [spaced(fields.title), spaced(fields.text), spaced(fields.media)];
  return { ...toStored(record), title, text, media };
}

const spaced = (words: string[]): string => words.join(' ');

export const aboutOf = ({ about }: StoredDocument): About => JSON.parse(about) as About;
