import { isDeepStrictEqual } from 'node:util';
import type { UpdateRecord } from '../src/record.ts';
import type { Problem } from './document.ts';

export interface DocumentReport {
  id: string;
  path: string;
  /** Name of the format; absent where the input could not be opened. */
  format?: string;
  /** Absent where the document wasn't read: it is unchanged, or there is a problem. */
  dialect?: string;
  /** How sure the dialect is of the text, from 0 to 1; 1 where the source itself says where updates start. */
  confidence?: number;
  updates: number;
  unchanged?: true;
  problems: Problem[];
  notes: string[];
}

/** What a run did. */
export interface Report {
  documents: DocumentReport[];
  added: number;
  changed: number;
  removed: number;
  /** What concerns the whole run. */
  notes: string[];
  seconds: number;
}

export const emptyReport = (): Report => ({
  documents: [],
  added: 0,
  changed: 0,
  removed: 0,
  notes: [],
  seconds: 0,
});

/** Counts what a new reading of a document does to what the index knew of it. */
export function countChanges(
  report: Report,
  known: readonly UpdateRecord[],
  records: readonly UpdateRecord[],
): void {
  const before = new Map(known.map((record) => [record.id, record]));
  for (const record of records) {
    const was = before.get(record.id);
    before.delete(record.id);
    if (was === undefined) report.added++;
    else if (!isDeepStrictEqual(was, record)) report.changed++;
  }
  report.removed += before.size;
}

/** 0 all in, 1 some problems and the rest in, 2 nothing done. Notes never change it. */
export function exitCode({ documents }: Report): number {
  if (documents.every(({ problems }) => problems.length === 0) && documents.length > 0) return 0;
  return documents.some(({ updates }) => updates > 0) ? 1 : 2;
}

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** One line for a document, and one for each thing worth knowing about it. */
export function documentLines(entry: DocumentReport): string[] {
  const { id, path, updates, unchanged, problems, notes } = entry;
  const what = unchanged ? 'unchanged' : `${counted(updates, 'update')}${how(entry)}`;
  return [
    `${path === id ? '' : `${path} → `}${id}: ${what}`,
    ...notes.map((note) => `    ${note}`),
    ...problems.map(({ line, message }) => `    PROBLEM ${line ? `line ${line}: ` : ''}${message}`),
  ];
}

/** The format, and for text its dialect and how sure that is. */
function how({ format, dialect, confidence = 1 }: DocumentReport): string {
  if (!format) return '';
  const cut = dialect && dialect !== 'blocks' ? `, ${dialect}, ${Math.round(confidence * 100)} % sure` : '';
  return ` (${format}${cut})`;
}

/** The last lines of a run. */
export function summaryLines({ documents, added, changed, removed, notes, seconds }: Report): string[] {
  const read = documents.filter(({ updates }) => updates > 0);
  const problems = documents.reduce((sum, document) => sum + document.problems.length, 0);
  const total = read.reduce((sum, { updates }) => sum + updates, 0);
  const blogs = `${counted(read.length, 'live blog')}, ${counted(total, 'update')}`;
  return [
    ...notes,
    `${blogs}: ${added} added, ${changed} changed, ${removed} removed in ${seconds.toFixed(1)} s` +
      (problems > 0 ? `; ${counted(problems, 'problem')}` : ''),
  ];
}
