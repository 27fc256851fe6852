/** Hits of the first page that somebody reads before asking again. */
export const DEPTH = 10;

/**
 * Normalized discounted cumulative gain of the first ten hits (Järvelin and Kekäläinen, 2002), with the gain 2^grade − 1:
 * 1 where the hits come in the order of their grades and none is missing, 0 where none is judged.
 */
export function ndcg(hits: readonly string[], grades: ReadonlyMap<string, number>): number {
  const ideal = [...grades.values()].sort((a, b) => b - a);
  return gain(hits.map((id) => grades.get(id) ?? 0)) / gain(ideal);
}

const gain = (grades: readonly number[]) =>
  grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

/** Does an update lead that nobody would rather have? */
export function succeeds(hits: readonly string[], grades: ReadonlyMap<string, number>): boolean {
  return grades.get(hits[0] ?? '') === Math.max(...grades.values());
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
