import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ENTITY_TYPES, type DocumentInfo, type EntityInfo, type UpdateRecord } from '../../src/record.ts';
import type { IndexedDocument } from '../../src/engine/engine.ts';
import { FACET_OF } from '../../src/engine/entity-names.ts';
import { facetValues } from '../../src/facets.ts';

const DAY_SECONDS = 86_400;
const SEQUENCE = 2 ** 20;

/**
 * Live blogs from a file of finished records (what `npm run index -- … --output FILE` writes), so many times over.
 * Every copy has ids of its own, a word of its own, and happened a day later than the one before.
 */
export async function* documentsIn(path: string, copies = 1): AsyncGenerator<IndexedDocument> {
  for (let copy = 0; copy < copies; copy++) {
    let records: UpdateRecord[] = [];
    for await (const line of createInterface({ input: createReadStream(path) })) {
      const record = altered(JSON.parse(line) as UpdateRecord, copy);
      if (records.length > 0 && records[0]!.documentId !== record.documentId) {
        yield toDocument(records);
        records = [];
      }
      records.push(record);
    }
    yield toDocument(records);
  }
}

function altered(record: UpdateRecord, copy: number): UpdateRecord {
  if (copy === 0) return record;
  const publishedTs = record.publishedTs + copy * DAY_SECONDS;
  const moment = new Date(publishedTs * 1000).toISOString();
  return {
    ...record,
    id: `${record.id}-${copy}`,
    documentId: `${record.documentId}-${copy}`,
    text: `${record.text} copy${copy}`,
    publishedAt: moment,
    publishedTs,
    order: record.order + copy * DAY_SECONDS * SEQUENCE,
    day: moment.slice(0, 10),
    month: moment.slice(0, 7),
    year: moment.slice(0, 4),
    ...(record.hour && { hour: moment.slice(0, 13) }),
  };
}

function toDocument(unsorted: UpdateRecord[]): IndexedDocument {
  const records = unsorted.toSorted((a, b) => a.order - b.order);
  const [first, last] = [records[0]!, records.at(-1)!];
  const document: DocumentInfo = {
    id: first.documentId,
    ...(first.publisher && { publisher: first.publisher }),
    language: first.language,
    timeZone: first.timeZone,
    firstTs: first.publishedTs,
    lastTs: last.publishedTs,
    updateCount: records.length,
    sourceHash: 'bench',
    pipelineVersion: 'bench',
  };
  return { document, records, entities: entitiesIn(records) };
}

function entitiesIn(records: UpdateRecord[]): EntityInfo[] {
  return ENTITY_TYPES.flatMap((type) =>
    [...new Set(records.flatMap((record) => facetValues(record, FACET_OF[type])))].map((name) => ({
      id: name,
      type,
      name,
      aliases: [],
    })),
  );
}
