import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** 3: the update that one wants; 2: a good one; 1: marginal; 0: looked at and not wanted. What isn't listed counts as 0. */
export type Grade = 0 | 1 | 2 | 3;

export interface JudgedQuery {
  /** The name of its file. */
  group: string;
  /** As typed, the last word still open. */
  q: string;
  sort?: 'newest' | 'oldest';
  /** The query whose judgements hold for this one too: it asks for the same in another spelling. */
  as?: string;
  /** Pointers (pointers.ts) to the updates. */
  grades: { grade: Grade; pointer: string }[];
}

/** A file that can't be read; `message` names file and line. */
export class JudgementError extends Error {
  override name = 'JudgementError';
}

/**
 * The judged queries of a folder, a file for each group. In a file, queries are parted by empty lines:
 *
 *     q: tsunami
 *     sort: oldest
 *     3 kaikoura 11-14T00:50
 *     1 kaikoura 11-14T01:32
 *
 * `as: other query` stands for that one's judgements; `#` begins a comment.
 * @throws JudgementError for a line of another kind, a query given twice, and an `as` that leads nowhere.
 */
export function readJudgements(folder: string): JudgedQuery[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const queries = files.flatMap((name) => readGroup(name, readFileSync(join(folder, name), 'utf8')));
  return queries.map((query) => ({ ...query, grades: gradesOf(query, queries) }));
}

function readGroup(name: string, text: string): JudgedQuery[] {
  const queries: JudgedQuery[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const [, key, value = ''] = /^(q|as|sort|[0123])(?::|(?<=\d)) +(.+)$/.exec(line) ?? [];
    const query = queries.at(-1);
    if (key === 'q') queries.push({ group: name.replace('.txt', ''), q: value, grades: [] });
    else if (query && key === 'as') query.as = value;
    else if (query && key === 'sort' && (value === 'newest' || value === 'oldest')) query.sort = value;
    else if (query && key && /\d/.test(key))
      query.grades.push({ grade: Number(key) as Grade, pointer: value });
    else if (line !== '' && !line.startsWith('#'))
      throw new JudgementError(`${name} line ${i + 1}: "${line}" is no line of judgements`);
  }
  return queries;
}

/** Its own, or those of the query that it is another spelling of. */
function gradesOf(query: JudgedQuery, all: readonly JudgedQuery[]): JudgedQuery['grades'] {
  const same = all.filter(({ q, sort }) => q === query.q && sort === query.sort);
  if (same.length > 1) throw new JudgementError(`"${query.q}" is judged twice`);
  const source = query.as === undefined ? query : all.find(({ q, as }) => q === query.as && as === undefined);
  if (!source) throw new JudgementError(`"${query.q}" is given as "${query.as}", which is judged nowhere`);
  if (source.grades.length === 0) throw new JudgementError(`"${source.q}" has no judgements`);
  return source.grades;
}
