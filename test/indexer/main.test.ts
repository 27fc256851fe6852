import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { updateRecord } from '../../src/record.ts';
import { MAIN, runIndexer } from './indexer-command.ts';

const UPDATE = JSON.stringify({
  documentId: 'final',
  publishedAt: '2022-12-18T18:00:00+03:00',
  text: 'Kick-off in Lusail, Qatar.',
});

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'dateline-'))));

const indexer = (args: string[], input?: string, env?: Record<string, string>) =>
  runIndexer(folder, args, input, env);

describe('npm run index --', () => {
  test('--dry-run --output - prints records as NDJSON and nothing else there', async () => {
    const { out, err, code } = await indexer(['-', '--dry-run', '--output', '-'], UPDATE);
    expect(code).toBe(0);
    const records = out
      .trim()
      .split('\n')
      .map((line) => updateRecord.parse(JSON.parse(line)));
    expect(records).toMatchObject([{ documentId: 'final', places: ['Lusail'], day: '2022-12-18' }]);
    expect(err).toMatch(/1 live blog, 1 update: 1 added/);
  });
  test('writes into the index of DATA_DIR, and does nothing the second time', async () => {
    await writeFile(join(folder, 'final.ndjson'), UPDATE);
    expect((await indexer(['final.ndjson'])).err).toMatch(/1 added/);
    expect((await indexer(['final.ndjson'])).err).toMatch(/final: unchanged/);
  });
  test('the report as JSON goes to standard output, or beside the records', async () => {
    const { out } = await indexer(['-', '--dry-run', '--report', 'json'], UPDATE);
    expect(JSON.parse(out)).toMatchObject({
      documents: [
        {
          id: 'final',
          path: '-',
          format: 'dateline-ndjson',
          dialect: 'blocks',
          updates: 1,
          problems: [],
          notes: [],
        },
      ],
      added: 1,
      changed: 0,
      removed: 0,
    });
    const both = await indexer(['-', '--dry-run', '--report', 'json', '--output', '-'], UPDATE);
    expect(JSON.parse(both.err)).toMatchObject({ added: 1 });
    expect(both.out.trim().split('\n')).toHaveLength(1);
  });
  test('check says how a document would be read and what that would change, and writes nothing', async () => {
    const page = [
      'UPDATE: 1/22/14 3:15 PM ET',
      'UPDATE: 1/22/14 2:25 AM ET',
      'UPDATE: 1/22/14 1:45 PM ET',
      'UPDATE: 1/21/14 1:30 PM ET',
    ];
    await writeFile(
      join(folder, 'page.txt'),
      page.map((header, i) => `${header}\n\nHeadline ${i}\n\nText ${i}.\n`).join('\n'),
    );
    const { out, err, code } = await indexer(['check', 'page.txt'], '', {
      DATA_DIR: join(folder, 'unwritten'),
    });
    expect([out, code]).toEqual(['', 0]);
    expect(err).toMatch(/page.txt → page: 4 updates \(plain-text, globalpost, 100 % sure\)/);
    expect(err).toMatch(/the page says 2:25 AM; read as 2:25 PM/);
    expect(err).toMatch(/clock of America\/New_York \(“ET” beside the clock\)/);
    expect(err).toMatch(/nothing for 24 hours before 22 Jan 2014, 13:45/);
    expect(err).toMatch(/Nothing was written.*\n.*4 added, 0 changed, 0 removed/);
    expect(existsSync(join(folder, 'unwritten'))).toBe(false);
  });
  test('explain prints the blog with its names marked and the reasons, as text or as a page', async () => {
    const terminal = await indexer(['explain', '-'], UPDATE);
    expect(terminal.code).toBe(0);
    expect(terminal.out).toMatch(/Kick-off in \[Lusail\], \[Qatar\]\./);
    expect(terminal.out).toMatch(/Places +Lusail ← “Lusail” in text, gazetteer/);
    const page = await indexer(['explain', '-', '--html'], UPDATE);
    expect(page.out).toMatch(/^<!doctype html>[^]*<mark class="places" title="[^"]*">Lusail<\/mark>/);
    expect((await indexer(['explain', 'nowhere.txt'])).code).toBe(2);
  });
  test('a document on standard input is finished when the next one begins, not when the input ends', async () => {
    const child = spawn(process.execPath, [MAIN, '-', '--dry-run', '--output', '-'], { cwd: folder });
    child.stdin.write(`${UPDATE}\n${UPDATE.replace('final', 'next')}\n`);
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(updateRecord.parse(JSON.parse(first.toString())).documentId).toBe('final');
    child.stdin.end();
    expect(await text(child.stdout)).toMatch(/"documentId":"next"/);
  });
  test('records go to a file relative to where one stands, whole when the program ends', async () => {
    await indexer(['-', '--dry-run', '--output', 'records.ndjson'], UPDATE);
    expect(
      updateRecord.parse(JSON.parse(await readFile(join(folder, 'records.ndjson'), 'utf8'))).documentId,
    ).toBe('final');
  });
  test('a pipe that has seen enough ends it quietly', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => UPDATE.replace('Kick-off', `Kick-off ${i}`)).join(
      '\n',
    );
    const child = spawn('sh', ['-c', `"${process.execPath}" "${MAIN}" - --dry-run --output - | head -1`], {
      cwd: folder,
    });
    child.stdin.on('error', () => undefined).end(many);
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/EPIPE|\s+at /);
  });
  test('a page is fetched, and goes by the address that it names itself, else by the one it came from', async () => {
    const article = '<p>The ferry is back in Malmö.</p>';
    const canonical = '<link rel="canonical" href="https://example.org/ferry">';
    const server = createServer(({ url }, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=iso-8859-1' });
      const page = `<html><head><title>Ferry</title>${url === '/named' ? canonical : ''}</head><body>${article}</body></html>`;
      response.end(Buffer.from(page, 'latin1'));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}`;
    const { out } = await indexer([
      `${base}/plain`,
      `${base}/named`,
      '--dry-run',
      '--date',
      '2024-05-31',
      '--output',
      '-',
    ]);
    server.close();
    const records = out
      .trim()
      .split('\n')
      .map((line) => updateRecord.parse(JSON.parse(line)));
    expect(records.map((record) => record.text)).toEqual(Array(2).fill('The ferry is back in Malmö.'));
    expect(records.map(({ url }) => url)).toEqual([`${base}/plain`, 'https://example.org/ferry']);
    expect(records.map(({ documentId }) => documentId)).toEqual([
      `127-0-0-1-${port}-plain`,
      'example-org-ferry',
    ]);
  });
  test('of standard input a bad document is put aside with its own lines', async () => {
    const bad = UPDATE.replace('final', 'bad').replace('"text"', '"headline"');
    const env = { DATA_DIR: join(folder, 'aside') };
    const { err } = await indexer(['-'], [UPDATE, bad, UPDATE.replace('final', 'last')].join('\n'), env);
    expect(err).toMatch(/PROBLEM line 2/);
    const [name, ...others] = await readdir(join(folder, 'aside/quarantine'));
    expect(others).toEqual([]);
    expect(JSON.parse(await readFile(join(folder, 'aside/quarantine', name!), 'utf8'))).toMatchObject({
      text: bad,
      firstLine: 2,
      problems: [{ line: 2 }],
    });
  });
  test('killed in the middle, it is completed by the same command', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => UPDATE.replace('"final"', `"blog-${i}"`));
    await writeFile(join(folder, 'many.ndjson'), lines.join('\n'));
    const args = ['many.ndjson', '--report', 'json'];
    const env = { DATA_DIR: join(folder, 'killed') };
    const child = spawn(process.execPath, [MAIN, 'many.ndjson'], {
      cwd: folder,
      env: { ...process.env, ...env, INIT_CWD: folder },
    });
    await new Promise((done) => child.stderr.once('data', done));
    child.kill('SIGKILL');
    await new Promise((done) => child.once('close', done));
    const report = JSON.parse((await indexer(args, '', env)).out);
    expect(report.added).toBeLessThan(400);
    expect(report.documents).toHaveLength(400);
    expect(JSON.parse((await indexer(args, '', env)).out)).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
    });
  });
  test('own tables of names win; refacet brings them to what is indexed already', async () => {
    const own = join(folder, 'own');
    await mkdir(own);
    await writeFile(join(own, 'regions.tsv'), 'lusail-city\tLusail City\tLusail\t25.42,51.49\tQA\n');
    await writeFile(join(folder, 'again.ndjson'), UPDATE.replace('"final"', '"again"'));
    const env = { DATA_DIR: join(folder, 'refacet'), ENTITIES_DIR: own };
    await indexer(['again.ndjson'], '', { DATA_DIR: env.DATA_DIR });
    expect((await indexer(['refacet', '--dry-run'], '', env)).err).toMatch(/0 added, 1 changed, 0 removed/);
    const done = await indexer(['refacet', '--report', 'json'], '', env);
    expect([done.code, JSON.parse(done.out)]).toMatchObject([
      0,
      { changed: 1, documents: [{ id: 'again' }] },
    ]);
  });
  test('a mistake in own tables is named by file and line, and nothing is indexed', async () => {
    const own = join(folder, 'wrong');
    await mkdir(own);
    await writeFile(join(own, 'people.tsv'), '# staff\nAda\tAda Example\n');
    const env = { DATA_DIR: join(folder, 'untouched'), ENTITIES_DIR: own };
    const { code, err } = await indexer(['-'], UPDATE, env);
    expect([code, err]).toEqual([2, expect.stringMatching(/wrong.people\.tsv line 2: the id "Ada" must be/)]);
    expect(existsSync(env.DATA_DIR)).toBe(false);
    const lint = await indexer(['lint-entities'], '', env);
    expect([lint.code, lint.err]).toEqual([
      1,
      expect.stringMatching(/people\.tsv line 2: .*\n.*1 problem$/m),
    ]);
    await writeFile(join(own, 'people.tsv'), 'ada\tAda Example\n');
    const mended = await indexer(['lint-entities', 'wrong']);
    expect([mended.code, mended.err]).toEqual([0, expect.stringMatching(/entities, no problems/)]);
  });
  test('an interruption while standard input is read ends it with 130', async () => {
    const child = spawn(process.execPath, [MAIN, '-', '--dry-run'], { cwd: folder });
    const ended = new Promise((done) => child.once('close', done));
    // More than a pipe holds: it is written once the child reads.
    child.stdin.write(' '.repeat(1_000_000), () => child.kill('SIGINT'));
    expect([await text(child.stderr), await ended]).toEqual([expect.stringMatching(/Interrupted/), 130]);
  });
  test.each([
    ['no path', [], {}, 2, /missing required argument/],
    ['an unknown option', ['-', '--dryrun'], {}, 2, /unknown option/],
    [
      'an option of index only',
      ['check', '-', '--strict'],
      {},
      2,
      /unknown option '--strict'\n.*of index only/,
    ],
    ['a bad option', ['-', '--time-zone', 'Mars'], {}, 2, /--time-zone: must be an IANA/],
    [
      'a bad setting',
      ['-'],
      { PORT: 'x', TIME_ZONE: 'Mars' },
      2,
      /PORT: must be a number.*\n.*TIME_ZONE: must be an IANA/,
    ],
    [
      'a folder that is not there for the output',
      ['-', '--dry-run', '--output', 'nowhere/x'],
      {},
      2,
      /--output: ENOENT/,
    ],
    ['nothing that can be read', ['absent.txt'], {}, 2, /PROBLEM there is no such file/],
    ['text on standard input without a name', ['-'], {}, 2, /--url/],
    ['a strict run with a problem', ['absent.txt', '--strict'], {}, 1, /absent.txt: there is no such/],
  ])('%s ends with the right code and a way out', async (_, args, env, code, message) => {
    const result = await indexer(args, 'Just text.', env as Record<string, string>);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(message);
    expect(result.err).not.toMatch(/\n\s+at /);
  });
});
