import type { Evidence, UpdateRecord } from '../../record.ts';

/** An update as two JSON texts: searches show the record, evidence is as long again and rarely asked for. */
export interface StoredRecord {
  record: string;
  evidence?: string;
}

/** Evidence is stored as a table, because its keys would take half of the room. */
const FIELDS = ['facet', 'value', 'id', 'surface', 'field', 'start', 'end', 'by', 'score'] as const;
type Field = (typeof FIELDS)[number];

/** Doesn't compile once evidence has a field that the table would lose. */
const nothingLost: Exclude<keyof Evidence, Field> extends never ? true : never = true;

export function toStored({ evidence, ...record }: UpdateRecord): StoredRecord {
  const rows = evidence?.map((entry) => FIELDS.map((field) => entry[field] ?? null));
  return { record: JSON.stringify(record), ...(rows && nothingLost && { evidence: JSON.stringify(rows) }) };
}

export function fromStored({ record, evidence }: StoredRecord): UpdateRecord {
  const update = JSON.parse(record) as UpdateRecord;
  return evidence === undefined ? update : { ...update, evidence: toEvidence(evidence) };
}

const toEvidence = (stored: string): Evidence[] =>
  (JSON.parse(stored) as unknown[][]).map((row) => {
    const known = FIELDS.map((field, i) => [field, row[i]]).filter(([, value]) => value !== null);
    return Object.fromEntries(known) as Evidence;
  });
