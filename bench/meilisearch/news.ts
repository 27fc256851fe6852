import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { IndexedDocument } from '../../src/engine/engine.ts';
import type { EntityInfo, UpdateRecord } from '../../src/record.ts';

/** A known-item query: words of a title, maybe misspelt, maybe with one facet chosen. */
export interface KnownItem {
  q: string;
  filter: Partial<Record<'publisher' | 'month', string>>;
  misspelt: boolean;
}

export const readQueries = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as KnownItem[];

/** The live blogs of a file of records, as `npm run index -- … --dry-run --output FILE` writes it. */
export async function* readBlogs(path: string): AsyncGenerator<IndexedDocument> {
  let records: UpdateRecord[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const record = JSON.parse(line) as UpdateRecord;
    if (records.length > 0 && records[0]!.documentId !== record.documentId) {
      yield toBlog(records);
      records = [];
    }
    records.push(record);
  }
  if (records.length > 0) yield toBlog(records);
}

function toBlog(records: UpdateRecord[]): IndexedDocument {
  const times = records.map(({ publishedTs }) => publishedTs);
  const { documentId: id, language, timeZone } = records[0]!;
  const names = [...new Set(records.flatMap(({ persons = [] }) => persons))];
  const people = names.map((name): EntityInfo => ({ id: name, type: 'person', name, aliases: [] }));
  return {
    document: {
      id,
      language,
      timeZone,
      firstTs: Math.min(...times),
      lastTs: Math.max(...times),
      updateCount: records.length,
      sourceHash: 'bench',
      pipelineVersion: 'bench',
    },
    records: records.toSorted((a, b) => a.order - b.order),
    entities: people,
  };
}
