import { prepared } from './prepared.ts';
import type { Snapshot } from './snapshot.ts';
import type { StoredRecord } from './stored-record.ts';

/** The update in a slot. */
export function readUpdate({ db, columns }: Snapshot, slot: number, withEvidence: boolean): StoredRecord {
  const row = columns.rows[slot]!;
  const { record } = prepared(db, 'SELECT record FROM updates WHERE row = ?').get(row) as { record: string };
  if (!withEvidence) return { record };
  const evidence = prepared(db, 'SELECT list FROM evidence WHERE row = ?').get(row)?.['list'];
  return { record, ...(evidence !== undefined && { evidence: String(evidence) }) };
}

const WITH_EVIDENCE = 'SELECT record, list AS evidence FROM updates LEFT JOIN evidence USING (row)';
const BY = { id: `${WITH_EVIDENCE} WHERE id = ?`, document: `${WITH_EVIDENCE} WHERE document_id = ?` };

/** The update with this id, or those of this live blog, oldest first; with their evidence. */
export const findUpdates = (
  { db }: Pick<Snapshot, 'db'>,
  by: keyof typeof BY,
  value: string,
): StoredRecord[] =>
  prepared(db, `${BY[by]} ORDER BY position`)
    .all(value)
    .map((row) => {
      const { record, evidence } = row as unknown as { record: string; evidence: string | null };
      return { record, ...(evidence !== null && { evidence }) };
    });
