import { crc32 } from 'node:zlib';
import { FACET_NAMES } from '../../facets.ts';
import { SPELLINGS } from '../spellings.ts';
import { RECORD_FIELDS } from './stored-record.ts';

/** Raise it with every change of SCHEMA, of what is stored in its columns, or of the rules in words.ts. */
const REVISION = 9;

/**
 * What a file was made with; lists that stand in it in some form count by themselves. An index of another
 * format is refused: making it anew from the sources is safer than half understanding it. SQLite keeps it
 * as `user_version`, a signed number of 32 bits.
 */
export const FORMAT = crc32(JSON.stringify([REVISION, RECORD_FIELDS, FACET_NAMES, SPELLINGS])) >>> 1;

/**
 * - `updates` has the records as JSON, `evidence` the long part of them that searches don't show.
 * - `words` finds rows by the words in them. Words arrive folded and parted by spaces (words.ts), so
 *   FTS5's tokenizer only has to keep them whole. It stores no text: contentless.
 * - `beginnings` finds rows by the first letters of their words (beginnings.ts), those up to `base`.
 * - `columns` is what filters, counts and ranking need, as readers hold it in memory, up to the version
 *   `base`; `changes` are the writes since, so that readers follow without reading everything again.
 * - `title_words` and `name_words` are the words in titles of live blogs and in the names of entities.
 *
 * A row number means one text for ever: an update that changes gets a new one.
 */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS state (version INTEGER NOT NULL, base INTEGER NOT NULL);
  INSERT INTO state SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM state);
  CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, info TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS title_words (
    word TEXT NOT NULL, document_id TEXT NOT NULL, PRIMARY KEY (word, document_id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS entities (
    type TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, info TEXT NOT NULL, PRIMARY KEY (type, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS name_words (
    word TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (word, type, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS updates (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS updates_of_document ON updates (document_id, position);
  CREATE TABLE IF NOT EXISTS evidence (row INTEGER PRIMARY KEY, list TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS beginnings (beginning TEXT PRIMARY KEY, rows BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS columns (name TEXT PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS changes (version INTEGER PRIMARY KEY, change TEXT NOT NULL);
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    title, text, media, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
`;
