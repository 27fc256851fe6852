import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import { refacetedVersion } from '../../indexer/pipeline-version.ts';
import { refacet } from '../../indexer/refacet.ts';
import { exitCode } from '../../indexer/report.ts';
import { run } from '../../indexer/run.ts';
import type { EngineReader, EngineWriter } from '../../src/engine/engine.ts';
import type { UpdateRecord } from '../../src/record.ts';
import { openTemporaryIndex } from './temporary-index.ts';

let folder: string;
let engine: { reader: EngineReader; writer: EngineWriter };
let dispose: () => Promise<void>;
const own = await mkdtemp(join(tmpdir(), 'dateline-own-'));
await writeFile(join(own, 'people.tsv'), 'ada-example\tAda Example\tMayor Example\n');
await writeFile(join(own, 'organizations.tsv'), 'nasa\t-\n');
afterAll(() => rm(own, { recursive: true }));

const plain = openPipeline('UTC');
const withOwn = openPipeline('UTC', own);
const rest = { progress: () => undefined, interrupted: new AbortController().signal };

beforeEach(async () => {
  ({ folder, engine, dispose } = await openTemporaryIndex());
});
afterEach(() => dispose());

const go = (paths: string[], pipeline = plain) =>
  run({ paths, base: folder, hints: {} }, { ...pipeline, ...engine, ...rest });
const put = (text: string) =>
  writeFile(
    join(folder, 'flood.ndjson'),
    JSON.stringify({
      documentId: 'flood',
      publishedAt: '2024-06-01T10:00:00+02:00',
      timeZone: 'Europe/Berlin',
      title: 'Water rises',
      text,
      keyEvent: true,
      media: [{ type: 'image', text: 'Mayor Example at the river', credit: 'Reuters' }],
    }),
  );
const held = async () => ({
  document: (await engine.reader.lookup({ collection: 'documents', id: 'flood' }))[0]!,
  records: await engine.reader.timeline('flood'),
});
const withoutNames = ({ persons: _, evidence: __, ...others }: UpdateRecord) => others;

describe('refacet', () => {
  test('finds names anew without the source; ids, times and texts stay', async () => {
    await put('Mayor Example warned the people of Passau.');
    await go(['flood.ndjson']);
    await rm(join(folder, 'flood.ndjson'));
    const before = await held();
    expect(before.records[0]?.persons).not.toEqual(['Ada Example']);
    const report = await refacet({ ...withOwn, ...engine, ...rest });
    expect(report).toMatchObject({
      added: 0,
      changed: 1,
      removed: 0,
      documents: [{ id: 'flood', updates: 1 }],
    });
    const after = await held();
    expect(after.records[0]?.persons).toEqual(['Ada Example']);
    expect(after.records.map(withoutNames)).toEqual(before.records.map(withoutNames));
    expect(after.document).toEqual({ ...before.document, pipelineVersion: withOwn.pipelineVersion });
  });
  test('makes what reading the samples with those tables makes', async () => {
    await go([plain.samples]);
    await refacet({ ...withOwn, ...engine, ...rest });
    const documents = await engine.reader.lookup({ collection: 'documents', prefix: '', limit: 99 });
    expect(documents.length).toBeGreaterThan(9);
    const refaceted = new Map<string, UpdateRecord[]>();
    for (const { id } of documents) refaceted.set(id, await engine.reader.timeline(id));
    for (const { id } of documents) await engine.writer.remove(id);
    await go([plain.samples], withOwn);
    for (const { id } of documents) expect(await engine.reader.timeline(id)).toEqual(refaceted.get(id));
  });
  test('is at peace with the indexer: neither does again what the other has done', async () => {
    await put('Mayor Example spoke.');
    await go(['flood.ndjson']);
    expect((await refacet({ ...plain, ...engine, ...rest })).documents[0]?.unchanged).toBe(true);
    await refacet({ ...withOwn, ...engine, ...rest });
    expect((await go(['flood.ndjson'], withOwn)).documents[0]?.unchanged).toBe(true);
    expect((await go(['flood.ndjson'])).documents[0]?.unchanged).toBeUndefined();
  });
  test('does not claim to have cut anew what an older Dateline cut', async () => {
    await put('Mayor Example spoke.');
    await go(['flood.ndjson']);
    const { document, records } = await held();
    await engine.writer.replace({ ...document, pipelineVersion: '0-older' }, records, []);
    const report = await refacet({ ...withOwn, ...engine, ...rest });
    expect(report.documents[0]?.notes).toEqual([expect.stringMatching(/cut by another version/)]);
    const { pipelineVersion } = (await held()).document;
    expect(pipelineVersion).toBe(refacetedVersion('0-older', withOwn.pipelineVersion));
    expect(pipelineVersion).toMatch(/^0-/);
    expect((await go(['flood.ndjson'], withOwn)).documents[0]?.unchanged).toBeUndefined();
  });
  test('without a writer says what would change, and changes nothing', async () => {
    await put('Mayor Example spoke.');
    await go(['flood.ndjson']);
    const before = await held();
    const report = await refacet({ ...withOwn, reader: engine.reader, ...rest });
    expect(report.changed).toBe(1);
    expect(await held()).toEqual(before);
  });
  test('a live blog that enrichment fails on stays as it is, and the others go on', async () => {
    await put('Mayor Example spoke.');
    await go(['flood.ndjson']);
    const broken = {
      ...withOwn.pipeline,
      knowledge: () => {
        throw new Error('no knowledge');
      },
    };
    const before = await held();
    const report = await refacet({ ...withOwn, pipeline: broken, ...engine, ...rest });
    expect(report.documents[0]?.problems).toEqual([{ message: expect.stringMatching(/no knowledge/) }]);
    expect(exitCode(report)).toBe(2);
    expect(await held()).toEqual(before);
  });
  test('an empty index is said to be empty', async () => {
    await expect(refacet({ ...plain, ...engine, ...rest })).rejects.toThrow(/holds no live blog/);
  });
  test('can be interrupted', async () => {
    await put('Mayor Example spoke.');
    await go(['flood.ndjson']);
    const interrupted = AbortSignal.abort();
    await expect(refacet({ ...withOwn, ...engine, ...rest, interrupted })).rejects.toThrow(/abort/i);
  });
});
