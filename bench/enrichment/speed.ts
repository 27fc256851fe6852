import { memoryUsage } from 'node:process';
import { performance } from 'node:perf_hooks';
import { enrich } from '../../indexer/enrich/enrich.ts';
import type { Update } from '../../indexer/document.ts';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import { datelineNdjson } from '../../indexer/sources/dateline-ndjson.ts';
import { split } from '../../indexer/split/split.ts';
import { inputOf } from './scores.ts';

const NEWS = 'bench/news-60k.ndjson.gz';
const WARM_UP_DOCUMENTS = 20;

/** Updates of the news items, document by document (30 items of one source and month each). */
async function documentsOf(input: string): Promise<Update[][]> {
  const documents: Update[][] = [];
  for await (const { document } of datelineNdjson.parse({
    path: 'news.ndjson',
    lines: linesOf(input),
    hints: {},
  }))
    if (document) documents.push(split(document, 'UTC').updates);
  return documents;
}

async function* linesOf(input: string) {
  for (const [i, text] of input.trimEnd().split('\n').entries()) yield { number: i + 1, text };
}

export interface Speed {
  millisecondsPer1000Words: number;
  /** Resident megabytes after each tenth of the items. */
  megabytes: number[];
  texts: string[];
}

/** Enriches the 60,000 news items with everything on. */
export async function enrichmentSpeed(): Promise<Speed> {
  const knowledge = openPipeline('UTC').pipeline.knowledge();
  const documents = await documentsOf(inputOf(NEWS));
  for (const updates of documents.slice(0, WARM_UP_DOCUMENTS)) enrich(updates, knowledge);
  const megabytes: number[] = [];
  let words = 0;
  let spent = 0;
  documents.forEach((updates, i) => {
    words += updates.reduce((sum, { text, title = '' }) => sum + `${title} ${text}`.split(/\s+/).length, 0);
    const start = performance.now();
    enrich(updates, knowledge);
    spent += performance.now() - start;
    if ((i + 1) % Math.floor(documents.length / 10) === 0) {
      globalThis.gc?.();
      megabytes.push(Math.round(memoryUsage.rss() / 1e6));
    }
  });
  const texts = documents.slice(0, WARM_UP_DOCUMENTS).flatMap((updates) => updates.map(({ text }) => text));
  return { millisecondsPer1000Words: (spent / words) * 1000, megabytes, texts };
}
