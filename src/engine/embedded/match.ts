import type { DatabaseSync } from 'node:sqlite';
import type { Term, Wording } from '../wording.ts';

/** Words this near to each other count as standing together (FTS5's NEAR, in words between). */
const NEAR_WORDS = 8;

const fullText = (db: DatabaseSync, expression: string): number[] =>
  JSON.parse(
    String(
      db.prepare('SELECT json_group_array(rowid) AS rows FROM words WHERE words MATCH ?').get(expression)?.[
        'rows'
      ],
    ),
  );

/** Words hold only letters, marks and digits, so quoting them is all the escaping there is. */
const quoted = (term: Term, open: boolean) => `"${term.join(' ')}"${open ? ' *' : ''}`;

const terms = ({ wanted, open }: Wording) =>
  wanted.map((term, i) => quoted(term, open && i === wanted.length - 1));

/** All rows in which a word stands, or begins if it is open. */
export const rowsWith = (db: DatabaseSync, word: string, open: boolean): number[] =>
  fullText(db, quoted([word], open));

/** Rows that hold all wanted terms; undefined where nothing is wanted, which means all of them. */
export function wantedRows(db: DatabaseSync, wording: Wording): number[] | undefined {
  if (wording.wanted.length === 0) return undefined;
  return fullText(db, terms(wording).join(' AND '));
}

export function excludedRows(db: DatabaseSync, { excluded }: Wording): number[] {
  if (excluded.length === 0) return [];
  return fullText(db, excluded.map((term) => quoted(term, false)).join(' OR '));
}

/**
 * How well a row answers, as sets of rows, the strongest criterion first: do the words stand next to
 * each other, do they stand near, are all in the title, are all outside media, is the last word whole?
 * Each set is one query of the index; ranking by bm25 over all hits would cost more than the search.
 */
export function relevanceSets(db: DatabaseSync, wording: Wording): Set<number>[] {
  const { wanted, open } = wording;
  const all = terms(wording);
  const every = all.join(' AND ');
  const expressions = [];
  if (wanted.length > 1)
    expressions.push(quoted(wanted.flat(), open), `NEAR(${all.join(' ')}, ${NEAR_WORDS})`);
  expressions.push(`{title} : (${every})`, `{title text} : (${every})`);
  if (open) expressions.push(terms({ ...wording, open: false }).join(' AND '));
  return expressions.map((expression) => new Set(fullText(db, expression)));
}
