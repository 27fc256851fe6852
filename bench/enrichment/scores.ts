import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const SHARED = join(import.meta.dirname, '../../../shared');
const INDEXER = join(import.meta.dirname, '../../indexer/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const MOST_OUTPUT = 1024 ** 3;

/** Runs a Node program and gives back what it prints. */
const node = (args: string[], input?: string) =>
  execFileSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input !== undefined && { input }),
  });

export const shared = (path: string): string => join(SHARED, path);

/** The truth's texts as Dateline's own NDJSON. */
export const inputOf = (truth: string): string =>
  node([shared('score/input.mjs'), shared(`corpus/${truth}`)]);

/** The records that the indexer makes of an NDJSON text or a file. */
export const recordsOf = (input: { text: string } | { path: string }): string =>
  'text' in input
    ? node([INDEXER, '-', '--dry-run', '--output', '-'], input.text)
    : node([INDEXER, input.path, '--dry-run', '--output', '-']);

/** Documents that were looked at while tuning, documents that were not, and both. */
export const PARTS = ['tuned', 'unseen', 'all'] as const;
export type Part = (typeof PARTS)[number];

/** Half of each truth by the hash of its documents' ids, so that nobody chooses. */
const isTuned = (id: string) => createHash('sha1').update(id).digest('hex')[0]! < '8';

/** What a scorer of ../shared/score prints about records, for a part of the truth. */
export function scored(scorer: string, records: string, truth: string, part: Part): string {
  return node([shared(`score/${scorer}`), saved('records.ndjson', records), partOf(truth, part)]);
}

function partOf(truth: string, part: Part): string {
  const path = shared(`corpus/${truth}`);
  if (part === 'all') return path;
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const own = lines.filter(
    (line) => isTuned(String((JSON.parse(line) as { id: string }).id)) === (part === 'tuned'),
  );
  return saved(`${part}-${basename(truth)}`, own.join('\n'));
}

function saved(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
