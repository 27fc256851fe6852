import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BrokenOffError } from '../../indexer/broken-off.ts';
import { InputError } from '../../indexer/inputs.ts';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import { openQuarantine } from '../../indexer/quarantine.ts';
import { exitCode } from '../../indexer/report.ts';
import type { RunOptions, RunParts } from '../../indexer/indexed-documents.ts';
import { run } from '../../indexer/run.ts';
import { RecordsRefusedError, type EngineReader, type EngineWriter } from '../../src/engine/engine.ts';
import { openTemporaryIndex } from './temporary-index.ts';

const line = (documentId: string, text: string, hour: number) =>
  JSON.stringify({ documentId, text, publishedAt: `2022-12-18T${String(hour).padStart(2, '0')}:00:00Z` });

let folder: string;
let engine: { reader: EngineReader; writer: EngineWriter };
let dispose: () => Promise<void>;
const pipeline = openPipeline('UTC');

beforeEach(async () => {
  ({ folder, engine, dispose } = await openTemporaryIndex());
  await mkdir(join(folder, 'samples'));
  await writeFile(join(folder, 'samples/sample.ndjson'), line('sample', 'A sample.', 1));
});
afterEach(() => dispose());

const put = (name: string, ...lines: string[]) => writeFile(join(folder, name), lines.join('\n'));
const readQuarantine = async () => {
  const names = await readdir(join(folder, 'quarantine')).catch(() => []);
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, 'quarantine', name), 'utf8'))),
  );
};
const go = (
  paths: string[],
  options: Partial<RunOptions> = {},
  signal = new AbortController().signal,
  parts: Partial<RunParts> = {},
) =>
  run(
    { paths, base: folder, hints: {}, rebuild: false, strict: false, ...options },
    {
      ...pipeline,
      samples: join(folder, 'samples'),
      ...engine,
      quarantine: openQuarantine(join(folder, 'quarantine')),
      progress: () => undefined,
      interrupted: signal,
      ...parts,
    },
  );
const held = async () =>
  (await engine.reader.lookup({ collection: 'documents', prefix: '', limit: 99 })).map(({ id }) => id).sort();

describe('a run', () => {
  test('adds, changes and removes; a second one does nothing', async () => {
    await put(
      'a.ndjson',
      line('a', 'The first update of this blog.', 1),
      line('a', 'The second update of it.', 2),
    );
    const first = await go(['a.ndjson']);
    expect(first).toMatchObject({ added: 2, changed: 0, removed: 0 });
    const ids = (await engine.reader.timeline('a')).map(({ id }) => id);
    const second = await go(['a.ndjson']);
    expect(second).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
      documents: [{ id: 'a', unchanged: true, updates: 2 }],
    });

    await put(
      'a.ndjson',
      line('a', 'The first update of this blog, corrected.', 1),
      line('a', 'Something else entirely happened.', 3),
    );
    expect(await go(['a.ndjson'])).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect((await engine.reader.timeline('a')).map(({ id }) => id)).toContain(ids[0]);
  });
  test('says what is in where the records can go no further', async () => {
    await put('a.ndjson', line('one', 'First.', 1), line('two', 'Second.', 2), line('three', 'Third.', 3));
    let left = 2;
    const output = async () => {
      if (left-- === 0) throw new InputError('--output: the disk is full');
    };
    const running = go(['a.ndjson'], {}, undefined, { output });
    await expect(running).rejects.toThrow(BrokenOffError);
    await expect(running).rejects.toThrow(
      /^--output: the disk is full\n2 added, 0 changed, 0 removed before that/,
    );
    expect(await held()).toEqual(['one', 'two']);
  });
  test('a partial source adds and changes, but never removes', async () => {
    await put('a.ndjson', line('a', 'The first update.', 1));
    await go(['a.ndjson']);
    await put('a.ndjson', JSON.stringify({ ...JSON.parse(line('a', 'A later one.', 2)), complete: false }));
    expect(await go(['a.ndjson'])).toMatchObject({ added: 1, removed: 0 });
    expect(await engine.reader.timeline('a')).toHaveLength(2);
  });
  test('an update that can not be read any more is not taken for one that vanished', async () => {
    await put('a.ndjson', line('a', 'The first update.', 1), line('a', 'Another one.', 2));
    await go(['a.ndjson']);
    await put('a.ndjson', line('a', 'The first update.', 1), '{"broken');
    expect(await go(['a.ndjson'])).toMatchObject({ added: 0, removed: 0 });
    expect(await engine.reader.timeline('a')).toHaveLength(2);
  });
  test('a bad line between two documents makes neither lose an update', async () => {
    const [a, b1, b2] = [line('a', 'In a.', 1), line('b', 'First in b.', 1), line('b', 'Second in b.', 2)];
    await put('x.ndjson', a, b1, b2);
    await go(['x.ndjson']);
    for (const bad of ['{"broken', b1.replace('"text"', '"headline"')]) {
      await put('x.ndjson', a, bad, b2);
      expect(await go(['x.ndjson'])).toMatchObject({ added: 0, removed: 0 });
    }
    expect(await engine.reader.timeline('b')).toHaveLength(2);
  });
  test('the samples give way to the first own document, and the report says so', async () => {
    await go(['samples']);
    expect(await held()).toEqual(['sample']);
    await put('a.ndjson', line('a', 'Own.', 1));
    const report = await go(['a.ndjson']);
    expect(await held()).toEqual(['a']);
    expect(report.notes).toEqual([expect.stringMatching(/given way/)]);
    const again = await go(['samples']);
    expect(await held()).toEqual(['a']);
    expect(again.documents[0]?.notes).toEqual([expect.stringMatching(/left out/)]);
  });
  test('a folder is searched for what can be read; side files and READMEs are not inputs', async () => {
    await mkdir(join(folder, 'blogs/deeper'), { recursive: true });
    await put('blogs/a.ndjson', line('a', 'x', 1));
    await put('blogs/deeper/b.txt', 'Ferry called back', '', 'The ferry was called back.');
    await put(
      'blogs/deeper/b.meta.json',
      JSON.stringify({ id: 'ferry', date: '2020-01-02', title: 'Ferry' }),
    );
    await put('blogs/README.md', 'no input');
    const { documents } = await go(['blogs']);
    expect(documents.map(({ id, updates }) => [id, updates])).toEqual([
      ['a', 1],
      ['ferry', 1],
    ]);
  });
  test('NDJSON in other encodings is read, and each document says so where it is not UTF-8', async () => {
    const lines = [line('a', 'Ferry to Malmö.', 1), line('b', 'Ferry to Ystad.', 1)].join('\n');
    await writeFile(join(folder, 'utf16.ndjson'), Buffer.from(`\u{feff}${lines}`, 'utf16le'));
    await writeFile(join(folder, 'old.ndjson'), Buffer.from(lines.replaceAll('"a"', '"c"'), 'latin1'));
    const { documents } = await go(['utf16.ndjson', 'old.ndjson']);
    expect(documents.slice(0, 3).map(({ id, notes }) => [id, notes])).toEqual([
      ['a', ['read as UTF-16LE']],
      ['b', ['read as UTF-16LE']],
      ['c', ['no UTF-8: line 1; read as windows-1252']],
    ]);
    for (const id of ['a', 'c']) expect((await engine.reader.timeline(id))[0]?.text).toBe('Ferry to Malmö.');
  });
  test('a bad input is a problem and the rest goes on', async () => {
    await put('good.ndjson', line('good', 'x', 1));
    await put('undated.txt', 'Ferry called back', '', 'The ferry was called back.');
    await writeFile(join(folder, 'binary.txt'), Buffer.from([0x63, 0x00, 0x66, 0xe9]));
    await put('side.txt', 'x');
    await put('side.meta.json', '{"publisherr": "x"}');
    const report = await go(['absent.txt', 'undated.txt', 'binary.txt', 'side.txt', 'good.ndjson']);
    expect(report.documents.map(({ problems }) => problems[0]?.message ?? '')).toEqual([
      expect.stringMatching(/no such file/),
      expect.stringMatching(/--date/),
      expect.stringMatching(/NUL bytes/),
      expect.stringMatching(/publisherr/),
      '',
    ]);
    expect(exitCode(report)).toBe(1);
    expect(await held()).toEqual(['good']);
  });
  test('what is bad is put aside with the reason and the place, until it is read well', async () => {
    await put(
      'a.ndjson',
      line('a', 'Good.', 1),
      '{"documentId": "a", "publishedAt": "soon", "text": "Bad."}',
    );
    expect(await go(['a.ndjson'])).toMatchObject({ added: 1 });
    expect(await readQuarantine()).toMatchObject([
      { id: 'a', path: 'a.ndjson', problems: [{ line: 2, message: expect.stringMatching(/publishedAt/) }] },
    ]);
    await put('a.ndjson', line('a', 'Good.', 1));
    await go(['a.ndjson']);
    expect(await readQuarantine()).toEqual([]);
  });
  test('a pattern finds files; one that finds none is a problem', async () => {
    await put('a.ndjson', line('a', 'x', 1));
    await put('b.ndjson', line('b', 'x', 1));
    await put('b.meta.json', '{}');
    const { documents } = await go(['*.ndjson', '*.nothing']);
    expect(documents.map(({ path, problems }) => [path, problems.length])).toEqual([
      ['a.ndjson', 0],
      ['b.ndjson', 0],
      ['*.nothing', 1],
    ]);
  });
  test('two inputs with one id are a problem', async () => {
    await put('a.ndjson', line('a', 'x', 1));
    await put('b.ndjson', line('a', 'y', 1));
    const { documents } = await go(['a.ndjson', 'b.ndjson']);
    expect(documents[1]?.problems).toEqual([{ message: expect.stringMatching(/has the id a already/) }]);
  });
  test('an update id that another live blog has is a problem', async () => {
    const withId = (documentId: string) =>
      JSON.stringify({ ...JSON.parse(line(documentId, 'x', 1)), id: 'same' });
    await put('a.ndjson', withId('a'));
    await put('b.ndjson', withId('b'));
    const report = await go(['a.ndjson', 'b.ndjson']);
    expect(report.documents[1]?.problems).toEqual([
      { message: expect.stringMatching(/same.*already belongs/) },
    ]);
    expect(await held()).toEqual(['a']);
  });
  test('a document with a problem is read again, and the problem reported again', async () => {
    await put('a.ndjson', line('a', 'Good.', 1), '{"broken');
    for (const added of [1, 0]) {
      const report = await go(['a.ndjson']);
      expect(report).toMatchObject({ added, changed: 0, removed: 0 });
      expect(exitCode(report)).toBe(1);
    }
  });
  test('what a partial source adds stands after what is known of the same day', async () => {
    const dayLine = (text: string, more = {}) =>
      JSON.stringify({ documentId: 'a', publishedAt: '2022-12-18', text, ...more });
    await put('a.ndjson', dayLine('One.'), dayLine('Two.'));
    await go(['a.ndjson']);
    await put('a.ndjson', dayLine('Three.', { complete: false }));
    await go(['a.ndjson']);
    const timeline = await engine.reader.timeline('a');
    expect(timeline.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.']);
    expect(new Set(timeline.map(({ order }) => order)).size).toBe(3);
  });
  test('a date too far away for the index is a problem of its line', async () => {
    await put(
      'a.ndjson',
      line('a', 'Good.', 1),
      JSON.stringify({ documentId: 'a', publishedAt: '2500-01-01', text: 'Far.' }),
    );
    const { documents } = await go(['a.ndjson']);
    expect(documents[0]).toMatchObject({
      updates: 1,
      problems: [{ line: 2, message: expect.stringMatching(/order/) }],
    });
    expect(await engine.reader.timeline('a')).toHaveLength(1);
  });
  test('strict stops at the first problem', async () => {
    await put('good.ndjson', line('good', 'x', 1));
    await expect(go(['absent.txt', 'good.ndjson'], { strict: true })).rejects.toThrow(
      /absent.txt: there is no such/,
    );
    expect(await held()).toEqual([]);
  });
  test('an interrupted run stops between documents', async () => {
    await put('a.ndjson', line('a', 'x', 1));
    await expect(go(['a.ndjson'], {}, AbortSignal.abort())).rejects.toThrow();
    expect(await held()).toEqual([]);
  });
});

describe('a rebuild', () => {
  test('leaves exactly its paths, and ids that were known', async () => {
    await put('a.ndjson', line('a', 'x', 1));
    await put('b.ndjson', line('b', 'y', 1));
    await go(['a.ndjson', 'b.ndjson']);
    const [known] = await engine.reader.timeline('b');
    await go(['b.ndjson'], { rebuild: true });
    expect(await held()).toEqual(['b']);
    expect((await engine.reader.timeline('b'))[0]?.id).toBe(known?.id);
  });
  test('keeps what can not be read this time, and counts what it drops', async () => {
    await put('a.ndjson', line('a', 'x', 1));
    await put('b.ndjson', line('b', 'y', 1));
    await put('c.ndjson', line('c', 'z', 1));
    await go(['a.ndjson', 'b.ndjson', 'c.ndjson']);
    await put('b.ndjson', '{"broken');
    const report = await go(['a.ndjson', 'b.ndjson'], { rebuild: true });
    expect(await held()).toEqual(['a', 'b']);
    expect(report).toMatchObject({ added: 0, changed: 0, removed: 1 });
    expect(report.documents[1]?.notes).toEqual([expect.stringMatching(/kept/)]);
  });
  test('of two inputs with one id the first stands, whatever the index had', async () => {
    await put('a.ndjson', line('a', 'Old.', 1));
    await go(['a.ndjson']);
    await put('a.ndjson', line('a', 'New and quite another text.', 1));
    await put('b.ndjson', line('a', 'The other one.', 1));
    await go(['a.ndjson', 'b.ndjson'], { rebuild: true });
    expect((await engine.reader.timeline('a')).map(({ text }) => text)).toEqual([
      'New and quite another text.',
    ]);
  });
  test('goes on past an id that two documents claim', async () => {
    const withId = (documentId: string) =>
      JSON.stringify({ ...JSON.parse(line(documentId, 'x', 1)), id: 'same' });
    await put('a.ndjson', withId('a'));
    await put('b.ndjson', withId('b'));
    const report = await go(['a.ndjson', 'b.ndjson'], { rebuild: true });
    expect(await held()).toEqual(['a']);
    expect(exitCode(report)).toBe(1);
  });
  test('of nothing leaves the index as it is', async () => {
    await put('a.ndjson', line('a', 'x', 1));
    await go(['a.ndjson']);
    await expect(go(['absent.txt'], { rebuild: true })).rejects.toThrow(/nothing could be read/);
    expect(await held()).toEqual(['a']);
  });
});

describe('a record that the engine refuses', () => {
  /** Takes what the engine takes, and refuses the first record of live blog `b`. */
  const refusing = ({ replace, rebuild, ...rest }: EngineWriter): EngineWriter => {
    const error = (id: string) =>
      new RecordsRefusedError([{ documentId: 'b', id, reason: 'its place is nowhere' }]);
    return {
      ...rest,
      async replace(document, records, entities) {
        await replace(document, records, entities);
        if (document.id === 'b') throw error(records[0]!.id);
      },
      async rebuild(documents) {
        let first = '';
        async function* looking() {
          for await (const document of documents) {
            if (document.document.id === 'b') first = document.records[0]!.id;
            yield document;
          }
        }
        await rebuild(looking());
        throw error(first);
      },
    };
  };
  test.each([{ rebuild: false }, { rebuild: true }])(
    'is a problem by name, the rest is in: %j',
    async (options) => {
      engine = { ...engine, writer: refusing(engine.writer) };
      await put(
        'two.ndjson',
        line('a', 'One update.', 1),
        line('b', 'Another one.', 2),
        line('b', 'A third.', 3),
      );
      const report = await go(['two.ndjson'], options);
      const [a, b] = report.documents;
      expect(a).toMatchObject({ id: 'a', updates: 1, problems: [] });
      expect(b).toMatchObject({ id: 'b', updates: 1 });
      expect(b!.problems[0]!.message).toMatch(/^the update \S+ is not in the index: its place is nowhere$/);
      expect(exitCode(report)).toBe(1);
      expect(await readQuarantine()).toMatchObject([{ id: 'b', problems: b!.problems }]);
      expect(await held()).toEqual(['a', 'b']);
    },
  );
});
