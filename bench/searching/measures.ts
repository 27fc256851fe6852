/** Milliseconds of each call, in order. */
export async function time<T>(work: () => Promise<T>): Promise<{ milliseconds: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - start, result };
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const p50 = (numbers: readonly number[]) => percentile(numbers, 0.5);
export const p95 = (numbers: readonly number[]) => percentile(numbers, 0.95);

/** `1.2 / 3.4`: half of the numbers are below the first, 95 of 100 below the second. */
export const spread = (numbers: readonly number[]) =>
  `${p50(numbers).toFixed(2)} / ${p95(numbers).toFixed(2)}`;
