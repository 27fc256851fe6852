import { EngineError } from '../src/engine/engine.ts';
import type { Report } from './report.ts';

/** The engine failed after a part of a run was written; that part stays. */
export class BrokenOffError extends EngineError {
  override name = 'BrokenOffError';
}

/** What a run says that `cause` ended: with what was written before, if `report` counts anything. */
export function brokenOff({ added, changed, removed }: Report, cause: unknown): unknown {
  if (!(cause instanceof EngineError) || added + changed + removed === 0) return cause;
  const done = `${added} added, ${changed} changed, ${removed} removed before that`;
  return new BrokenOffError(`${cause.message}\n${done}. Run the same command again to complete it.`, {
    cause,
  });
}
