import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { IndexedDocument } from '../../src/engine/engine.ts';
import type { UpdateRecord } from '../../src/record.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const CORPUS = join(SHARED, 'corpus/bench/news-60k.ndjson.gz');
const LOG = join(SHARED, 'score/known-items.mjs');

export const isThere = (): boolean => existsSync(CORPUS) && existsSync(LOG);

interface Item {
  id: string;
  source: string;
  title: string | null;
  text: string | null;
  /** With its offset; day and month are those that it shows. */
  published_at: string;
}

/** A title's words, a third of them misspelt, perhaps with a publisher or a month: `id` is the item they are from. */
export interface KnownItem {
  q: string;
  filter: { publisher?: string; month?: string };
  id: string;
  misspelt: boolean;
}

/** The log that this seed gives, the same every time. */
export function knownItems(seed: number, count: number): KnownItem[] {
  const log = execFileSync(process.execPath, [LOG, CORPUS, String(seed), String(count)], {
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(log.toString()) as KnownItem[];
}

/** 60,000 news items as live blogs of a source and month each, without names: words alone are asked for. */
export async function* news(): AsyncGenerator<IndexedDocument> {
  const lines = gunzipSync(readFileSync(CORPUS)).toString('utf8').trim().split('\n');
  const items = lines.map((line) => JSON.parse(line) as Item);
  const blogs = Map.groupBy(items, ({ source, published_at: at }) => `${source}-${at.slice(0, 7)}`);
  for (const [name, list] of blogs) {
    const id = name.replaceAll(/[^A-Za-z0-9_-]/g, '-');
    const records = list.map((item, i) => recordOf(id, item, i)).sort((a, b) => a.order - b.order);
    yield { document: documentOf(id, records), records, entities: [] };
  }
}

function recordOf(
  documentId: string,
  { id, source, title, text, published_at: at }: Item,
  i: number,
): UpdateRecord {
  const moment = new Date(at);
  const publishedTs = Math.floor(moment.getTime() / 1000);
  const day = at.slice(0, 10);
  return {
    id: String(id),
    documentId,
    publisher: source,
    ...(title && { title }),
    text: text ?? '',
    kind: 'update',
    boundary: 'marked',
    publishedAt: moment.toISOString(),
    publishedTs,
    order: publishedTs * 2 ** 20 + i,
    timeZone: 'UTC',
    timePrecision: 'second',
    language: 'en',
    day,
    month: day.slice(0, 7),
    year: day.slice(0, 4),
  };
}

const documentOf = (id: string, records: readonly UpdateRecord[]): IndexedDocument['document'] => ({
  id,
  language: 'en',
  timeZone: 'UTC',
  firstTs: records[0]!.publishedTs,
  lastTs: records.at(-1)!.publishedTs,
  updateCount: records.length,
  sourceHash: id,
  pipelineVersion: '1-none',
});
