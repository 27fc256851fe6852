import { EngineError } from '../src/engine/engine.ts';
import { InputError } from './inputs.ts';
import type { Report } from './report.ts';

/** The engine, or where records go, failed after a part of a run was written; that part stays. */
export class BrokenOffError extends EngineError {
  override name = 'BrokenOffError';
}

/** What a run says that `cause` ended: with what was written before, if `report` counts anything. */
export function brokenOff({ added, changed, removed }: Report, cause: unknown): unknown {
  const isSaid = cause instanceof EngineError || cause instanceof InputError;
  if (!isSaid || added + changed + removed === 0) return cause;
  const done = `${added} added, ${changed} changed, ${removed} removed before that`;
  return new BrokenOffError(`${cause.message}\n${done}. Run the same command again to complete it.`, {
    cause,
  });
}
