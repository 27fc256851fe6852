import type { Evidence, UpdateRecord } from '../../record.ts';

/** An update as two JSON texts: searches show the record, evidence is as long again and rarely asked for. */
export interface StoredRecord {
  record: string;
  evidence?: string;
}

/**
 * A record is stored as a list of its values in this order, null where it has none: with their names JSON takes a
 * third more room, and longer to read.
 */
export const RECORD_FIELDS = [
  ...(['id', 'documentId', 'documentTitle', 'publisher', 'url', 'title', 'text', 'kind'] as const),
  ...(['keyEvent', 'pinned', 'authors', 'links', 'media', 'boundary', 'publishedAt', 'timeZone'] as const),
  ...(['modifiedAt', 'language', 'timePrecision', 'timeNote', 'publishedTs', 'order'] as const),
  ...(['day', 'month', 'year', 'hour', 'persons', 'organizations', 'credits', 'speakers'] as const),
  ...(['quotes', 'places', 'countries', 'placePaths', 'mentionedDays', 'points'] as const),
];
type RecordField = (typeof RECORD_FIELDS)[number];

/** Evidence is stored as a table for the same reason. */
const FIELDS = ['facet', 'value', 'id', 'surface', 'field', 'start', 'end', 'by', 'score'] as const;
type Field = (typeof FIELDS)[number];

/** Doesn't compile once a record or its evidence has a field that would be lost. */
type Lost = Exclude<keyof UpdateRecord, RecordField | 'evidence'> | Exclude<keyof Evidence, Field>;
const nothingLost: Lost extends never ? true : never = true;

export function toStored(update: UpdateRecord): StoredRecord {
  const record = JSON.stringify(RECORD_FIELDS.map((field) => update[field]));
  const rows = update.evidence?.map((entry) => rowOf(update, entry));
  return rows && nothingLost ? { record, evidence: JSON.stringify(rows) } : { record };
}

/** A surface that stands where the entry says is in the text already. */
function rowOf(update: UpdateRecord, entry: Evidence): (string | number | null)[] {
  const isInText = surfaceOf(update, entry) === entry.surface;
  return FIELDS.map((field) => (field === 'surface' && isInText ? null : (entry[field] ?? null)));
}

export function fromStored({ record, evidence }: StoredRecord): UpdateRecord {
  const update = toRecord(JSON.parse(record) as unknown[]);
  return evidence === undefined ? update : { ...update, evidence: toEvidence(update, evidence) };
}

function toRecord(values: unknown[]): UpdateRecord {
  const record: Record<string, unknown> = {};
  for (const [i, field] of RECORD_FIELDS.entries()) if (values[i] !== null) record[field] = values[i];
  return record as unknown as UpdateRecord;
}

const toEvidence = (update: UpdateRecord, table: string): Evidence[] =>
  (JSON.parse(table) as unknown[][]).map((row) => {
    const known = FIELDS.map((field, i) => [field, row[i]]).filter(([, value]) => value !== null);
    const entry = Object.fromEntries(known) as Evidence;
    return { ...entry, surface: entry.surface ?? surfaceOf(update, entry) };
  });

const surfaceOf = (update: UpdateRecord, { field, start, end }: Evidence) =>
  fieldText(update, field).slice(start, end);

/** The text of `title`, `text` or `media.N.text` and the like. */
function fieldText({ title = '', text, media = [] }: UpdateRecord, field: string): string {
  if (field === 'title') return title;
  if (field === 'text') return text;
  const [, number, part] = field.split('.');
  return media[Number(number)]?.[part as 'text' | 'credit'] ?? '';
}
