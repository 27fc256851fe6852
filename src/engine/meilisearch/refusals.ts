import type { DocumentInfo } from '../../record.ts';
import type { Refusal } from '../engine.ts';
import type { Refused } from './loader.ts';
import type { StoredUpdate } from './stored-update.ts';

/** The updates that the server refused, by live blog. */
export const refusalsOf = (refused: readonly Refused<StoredUpdate>[]): Map<string, Refusal[]> =>
  Map.groupBy(
    refused.map(({ stored: { id, record }, reason }) => ({ documentId: record.documentId, id, reason })),
    ({ documentId }) => documentId,
  );

/**
 * The entry of a live blog that isn't whole: it counts what is in, and no source has its hash, so that the
 * next run reads it again and says again what is missing.
 */
export const withoutRefused = (document: DocumentInfo, refused: readonly Refusal[] = []): DocumentInfo =>
  refused.length === 0
    ? document
    : {
        ...document,
        updateCount: document.updateCount - refused.length,
        sourceHash: `${document.sourceHash}-with-refusals`,
      };
