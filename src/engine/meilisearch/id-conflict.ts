import type { UpdateRecord } from '../../record.ts';
import { IdConflictError } from '../engine.ts';

export const conflict = (id: string, documentId: string, other: string) =>
  other === documentId
    ? `Two updates of ${documentId} have the id ${id}; give each its own.`
    : `The id ${id} in ${documentId} already belongs to an update of ${other}; give each update its own.`;

/**
 * Notes the ids of a live blog in `owners` (id to live blog).
 * @throws IdConflictError where one is taken, by this live blog or another.
 */
export function assertOwnIds(
  documentId: string,
  records: UpdateRecord[],
  owners = new Map<string, string>(),
): void {
  for (const { id } of records) {
    const owner = owners.get(id);
    if (owner !== undefined) throw new IdConflictError(conflict(id, documentId, owner));
    owners.set(id, documentId);
  }
}
