export interface Took {
  milliseconds: number;
  /** Processor time of all threads of this process, in milliseconds: what else the machine does isn't in it. */
  processor: number;
}

export async function time<T>(work: () => Promise<T>): Promise<Took & { result: T }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - start, processor: (user + system) / 1000, result };
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
