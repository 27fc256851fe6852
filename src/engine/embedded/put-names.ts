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

/** Entities that no update names any more stay until a rebuild; readers leave them out. */
export function putEntity(db: DatabaseSync, entity: EntityInfo): void {
  const { type, id } = entity;
  const stored = prepared(db, 'SELECT info FROM entities WHERE type = ? AND id = ?').get(type, id);
  const before = stored && String(stored['info']);
  if (before === JSON.stringify(entity)) return;
  if (before !== undefined) dropEntity(db, JSON.parse(before) as EntityInfo);
  insertEntity(db, entity);
}

/** Puts in an entity that isn't there yet. */
export function insertEntity(db: DatabaseSync, entity: EntityInfo): void {
  const { type, id, name } = entity;
  const insert = 'INSERT INTO entities (type, id, name, info) VALUES (?, ?, ?, ?)';
  prepared(db, insert).run(type, id, name, JSON.stringify(entity));
  const insertWord = prepared(db, 'INSERT INTO name_words (word, type, id) VALUES (?, ?, ?)');
  for (const word of namingWords(entity)) insertWord.run(word, type, id);
}

function dropEntity(db: DatabaseSync, entity: EntityInfo): void {
  const { type, id } = entity;
  prepared(db, 'DELETE FROM entities WHERE type = ? AND id = ?').run(type, id);
  const remove = prepared(db, 'DELETE FROM name_words WHERE word = ? AND type = ? AND id = ?');
  for (const word of namingWords(entity)) remove.run(word, type, id);
}
