import type { UpdateRecord } from '../../src/record.ts';
import type { Outcome } from './ask.ts';
import { mean } from './measures.ts';

/** An engine's outcomes, by group in the order in which they were asked. */
export type ByEngine = Map<string, Outcome[]>;

const figure = (value: number) => value.toFixed(3);
const ALL = 'all';

/** A line for each group and one for all: queries, then nDCG@10 and success@1 on each engine. */
export function table(outcomes: ByEngine): string {
  const engines = [...outcomes.keys()];
  const groups = new Set([...outcomes.values()].flat().map(({ query }) => query.group));
  const rows = [...groups, ALL].map((group) => {
    const cells = engines.flatMap((engine) => {
      const asked = outcomes.get(engine)!.filter(({ query }) => group === ALL || query.group === group);
      return [
        figure(mean(asked.map(({ ndcg }) => ndcg))),
        figure(mean(asked.map(({ success }) => Number(success)))),
      ];
    });
    const queries = outcomes.get(engines[0]!)!.filter(({ query }) => group === ALL || query.group === group);
    return [group, String(queries.length), ...cells];
  });
  const head = ['group', 'queries', ...engines.flatMap((engine) => [`nDCG@10 ${engine}`, 'success@1'])];
  return columns([head, ...rows]);
}

function columns(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Mean nDCG@10 of the misspelt queries and of the same queries spelt right. */
export function twins(outcomes: readonly Outcome[]): { misspelt: number; right: number } {
  const misspelt = outcomes.filter(({ query }) => query.group === 'misspelt');
  const right = misspelt.map(({ query }) =>
    outcomes.find((other) => other.query.q === query.as && other.query.as === undefined)!,
  );
  return { misspelt: mean(misspelt.map(({ ndcg }) => ndcg)), right: mean(right.map(({ ndcg }) => ndcg)) };
}

/** Where an update stands, without its text: the texts of real documents are not to be repeated. */
const place = ({ documentId, publishedAt, id }: UpdateRecord) =>
  `${documentId} ${publishedAt.includes('T') ? publishedAt.slice(5, 16) : id.slice(-6)}`;

/** The queries that were answered worst, each with what came first and which grade that has (· for none). */
export function worst(outcomes: readonly Outcome[], most: number): string {
  return outcomes
    .filter(({ ndcg }) => ndcg < 1)
    .sort((a, b) => a.ndcg - b.ndcg)
    .slice(0, most)
    .map(({ query, ndcg, hits, grades, total }) => {
      const first = hits.slice(0, 3).map((hit) => `${grades.get(hit.id) ?? '·'} ${place(hit)}`);
      return `${figure(ndcg)}  ${query.q}  (${query.group}, ${total} found): ${first.join(', ') || 'nothing'}`;
    })
    .join('\n');
}

/** Hits among the first ten that nobody has judged: what pooling has to look at. */
export function unjudged(outcomes: readonly Outcome[]): string {
  return outcomes
    .flatMap(({ query, hits, grades }) => {
      const holes = hits.filter(({ id }) => !grades.has(id));
      return holes.length > 0 ? [`${query.q}: ${holes.map(place).join(', ')}`] : [];
    })
    .join('\n');
}
