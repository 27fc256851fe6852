import { searchParameters, toSearchQuery } from '../../src/api/search-parameters.ts';
import type { EngineReader } from '../../src/engine/engine.ts';
import type { Hit } from '../../src/query.ts';
import type { UpdateRecord } from '../../src/record.ts';
import type { JudgedQuery } from './judgements.ts';
import { DEPTH, ndcg, succeeds } from './measures.ts';
import { resolve } from './pointers.ts';

/** What an engine answered to a judged query, and what that is worth. */
export interface Outcome {
  query: JudgedQuery;
  ndcg: number;
  success: boolean;
  /** The first ten. */
  hits: UpdateRecord[];
  total: number;
  /** By id. */
  grades: ReadonlyMap<string, number>;
}

/** Asks every query as the API does with its default parameters. @throws PointerError for judgements that lead nowhere. */
export async function ask(
  reader: EngineReader,
  queries: readonly JudgedQuery[],
  records: readonly UpdateRecord[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const { q, sort } = query;
    const asked = toSearchQuery(searchParameters.parse({ q, ...(sort && { sort }) }));
    const { hits, total } = await reader.search(asked);
    outcomes.push(judge(query, hits, total, records));
  }
  return outcomes;
}

function judge(query: JudgedQuery, hits: Hit[], total: number, records: readonly UpdateRecord[]): Outcome {
  const grades = new Map(query.grades.map(({ grade, pointer }) => [resolve(pointer, records), grade]));
  const ids = hits.map(({ update }) => update.id);
  return {
    query,
    total,
    grades,
    hits: hits.slice(0, DEPTH).map(({ update }) => update),
    ndcg: ndcg(ids, grades),
    success: succeeds(ids, grades),
  };
}
