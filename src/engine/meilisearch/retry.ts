import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure, FailureKind } from './failure.ts';

/** The first wait is up to this long, each further one up to twice as long. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/** When a failed request may be sent again. */
export interface Patience {
  /** Milliseconds after the first attempt in which it may be. */
  patience: number;
  /** Does sending it twice do what sending it once does? */
  repeatable: boolean;
  /** Hears of every failure that may pass, before the wait for that. */
  waiting?: (cause: unknown) => void;
}

/**
 * Tries until it succeeds, fails in a way that another try can't mend, or the patience ends. Waits are
 * drawn by lot up to a limit that doubles, so that many clients don't come back all at once; what the
 * server asks for (`Retry-After`) comes on top. @throws what the last attempt threw.
 */
export async function retrying<T>(
  { patience, repeatable, waiting }: Patience,
  attempt: () => Promise<T>,
  failureOf: (cause: unknown) => Failure | undefined,
): Promise<T> {
  const start = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (cause) {
      const failure = failureOf(cause);
      if (!failure || !isWorthRetrying(failure, repeatable, tries)) throw cause;
      const limit = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
      const wait = (failure.retryAfter ?? 0) + Math.random() * limit;
      if (performance.now() - start + wait > patience) throw cause;
      if (failure.kind !== 'nowhere') waiting?.(cause);
      await sleep(wait);
    }
  }
}

/** The server has too much to do, or a proxy before it doesn't reach it. */
const FOR_NOW = new Set([429, 502, 503, 504]);
/** Of these it says itself that it did nothing. */
const NOTHING_DONE = new Set([429, 503]);

/** After a time-out the server may still be at work, and asking again would only add to that. */
const NEVER_AGAIN = new Set<FailureKind>(['timeout', 'unsafe', 'foreign', 'endless']);

function isWorthRetrying({ kind, status }: Failure, repeatable: boolean, tries: number): boolean {
  if (kind === 'unreachable') return true;
  // A wrong name stays wrong; a name server may have missed it once.
  if (kind === 'nowhere') return tries === 0;
  if (NEVER_AGAIN.has(kind)) return false;
  if (!repeatable) return kind === 'refused' && NOTHING_DONE.has(status!);
  return kind !== 'refused' || FOR_NOW.has(status!);
}
