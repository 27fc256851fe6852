import { leftovers, momentOf, type Ending } from './kill.ts';

/** What the kills of a run hit, so that everyone sees that they did. */
export function openStory() {
  const moments = new Map<string, number>();
  const left = new Map<string, number>();
  const held = new Map<string, number>();
  const bytes: { index: number; log: number }[] = [];
  return {
    moments,
    bytes,
    killed({ lines }: Ending, folder: string): void {
      count(moments, momentOf(lines));
      for (const what of leftovers(folder)) count(left, what);
    },
    held: (what: string): void => count(held, what),
    tell: (): string =>
      [
        `hit:     ${table(moments)}`,
        `left:    ${table(left)}`,
        `held:    ${table(held)}`,
        `on disk: at most ${megabytes(most(bytes, 'index'))} and a log of ${megabytes(most(bytes, 'log'))} after any`,
      ].join('\n'),
  };
}

export const most = (bytes: readonly { index: number; log: number }[], what: 'index' | 'log'): number =>
  Math.max(...bytes.map((size) => size[what]));

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const table = (counts: Map<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, times]) => `${key} ${times}×`)
    .join(' · ');
