import type { DatabaseSync } from 'node:sqlite';
import type { DocumentInfo, EntityInfo } from '../../record.ts';
import { namingWords } from '../entity-names.ts';
import { words } from '../words.ts';
import { prepared } from './prepared.ts';

/** Puts in a live blog, to be found by its id and by the words of its title. */
export function putDocument(db: DatabaseSync, document: DocumentInfo): void {
  dropTitle(db, document.id);
  prepared(db, 'INSERT OR REPLACE INTO documents (id, info) VALUES (?, ?)').run(
    document.id,
    JSON.stringify(document),
  );
  const insert = prepared(db, 'INSERT OR IGNORE INTO title_words (word, document_id) VALUES (?, ?)');
  for (const word of words(document.title ?? '')) insert.run(word, document.id);
}

/** Takes away what finds a live blog by its title. */
export function dropTitle(db: DatabaseSync, documentId: string): void {
  const before = prepared(db, 'SELECT info FROM documents WHERE id = ?').get(documentId)?.['info'];
  if (before === undefined) return;
  const remove = prepared(db, 'DELETE FROM title_words WHERE word = ? AND document_id = ?');
  for (const word of words((JSON.parse(String(before)) as DocumentInfo).title ?? ''))
    remove.run(word, documentId);
}

/** What is known of entities in the database, by type and id: a load brings the same ones thousands of times. */
export type KnownEntities = Map<string, string>;

/** Entities that no update names any more stay until a rebuild; readers leave them out. */
export function putEntity(db: DatabaseSync, entity: EntityInfo, known: KnownEntities): void {
  const info = JSON.stringify(entity);
  const key = `${entity.type} ${entity.id}`;
  if (known.get(key) === info) return;
  known.set(key, info);
  storeEntity(db, entity, info);
}

function storeEntity(db: DatabaseSync, entity: EntityInfo, info: string): void {
  const { type, id, name } = entity;
  const before = prepared(db, 'SELECT info FROM entities WHERE type = ? AND id = ?').get(type, id)?.['info'];
  if (before === info) return;
  if (before !== undefined) {
    const remove = prepared(db, 'DELETE FROM name_words WHERE word = ? AND type = ? AND id = ?');
    for (const word of namingWords(JSON.parse(String(before)) as EntityInfo)) remove.run(word, type, id);
  }
  prepared(db, 'INSERT OR REPLACE INTO entities (type, id, name, info) VALUES (?, ?, ?, ?)').run(
    type,
    id,
    name,
    info,
  );
  const insert = prepared(db, 'INSERT INTO name_words (word, type, id) VALUES (?, ?, ?)');
  for (const word of namingWords(entity)) insert.run(word, type, id);
}
