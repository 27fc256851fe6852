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

export function toStored({ evidence, ...update }: UpdateRecord): StoredRecord {
  const rows = evidence?.map((entry) => FIELDS.map((field) => stored(update, entry, field)));
  return { record: JSON.stringify(update), ...(rows && nothingLost && { evidence: JSON.stringify(rows) }) };
}

/** A surface that stands where the entry says is in the text already. */
function stored(update: UpdateRecord, entry: Evidence, field: Field): string | number | null {
  if (field === 'surface' && surfaceOf(update, entry) === entry.surface) return null;
  return entry[field] ?? null;
}

export function fromStored({ record, evidence }: StoredRecord): UpdateRecord {
  const update = JSON.parse(record) as UpdateRecord;
  return evidence === undefined ? update : { ...update, evidence: toEvidence(update, evidence) };
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
