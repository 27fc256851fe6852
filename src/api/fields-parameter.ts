import { z } from '@hono/zod-openapi';
import { nameList } from './name-list.ts';
import { updateRecord, type UpdateRecord } from '../record.ts';

type Field = keyof UpdateRecord;
const FIELDS = Object.keys(updateRecord.shape) as [Field, ...Field[]];

/** Which fields of each update to answer; all but the evidence where it isn't given. */
export const fieldsParameter = nameList
  .pipe(z.array(z.enum(FIELDS)).min(1, 'names at least one field'))
  .optional()
  .openapi({
    type: 'string',
    description: `Fields of each update to answer, with commas between, beside its id: ${FIELDS.join(', ')}`,
  });

/** An update with its id and these fields, those that it has. */
export function only(record: UpdateRecord, fields: readonly Field[]): Partial<UpdateRecord> & { id: string } {
  const kept = Object.entries(record).filter(([name]) => fields.includes(name as Field));
  return { id: record.id, ...Object.fromEntries(kept) };
}

/** Evidence is long: it is answered only when asked for. */
export function shown({ evidence, ...update }: UpdateRecord, withEvidence = false): UpdateRecord {
  return withEvidence && evidence ? { ...update, evidence } : update;
}
