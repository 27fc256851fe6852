/**
 * An engine can write documents together that come while it writes others; the time that takes is then
 * shared by all of them. So there are always some more than it is likely to take.
 */
export const WRITES_AT_ONCE = 40;

/** Things under way at once, at most so many. */
export interface Window {
  /** Starts `work` and resolves when there is room for more. @throws what any of the work threw */
  add(work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way any more. @throws what any of the work threw */
  done(): Promise<void>;
}

export function createWindow(most: number): Window {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const check = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    async add(work) {
      check();
      const started: Promise<void> = work()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(started));
      underWay.add(started);
      while (underWay.size >= most) await Promise.race(underWay);
      check();
    },
    async done() {
      await Promise.all(underWay);
      check();
    },
  };
}
