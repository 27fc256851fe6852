import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

/** The folder of real documents and truths beside the checkout, which a fresh clone doesn't have. */
const SHARED = join(import.meta.dirname, '../../shared');

export const shared = (path: string): string => join(SHARED, path);

/** A suite that needs real documents; where they are absent it is skipped, and its name says why. */
export function describeWithShared(name: string, path: string, suite: () => void): void {
  const there = existsSync(shared(path));
  describe.skipIf(!there)(
    there ? name : `${name} (skipped: no ../shared/${path} beside this checkout)`,
    suite,
  );
}
