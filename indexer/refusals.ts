import { RecordsRefusedError, refusalMessage, type Refusal } from '../src/engine/engine.ts';
import type { DocumentReport } from './report.ts';

/** The records that are not in although all else is. @throws any other error as it is */
export function refusals(error: unknown): readonly Refusal[] {
  if (error instanceof RecordsRefusedError) return error.refusals;
  throw error;
}

/** Makes a refused record a problem of its live blog. */
export function refuse(entry: DocumentReport, refusal: Refusal): void {
  entry.problems.push({ message: refusalMessage(refusal) });
  entry.updates -= 1;
}
