import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { updateRecord } from '../../src/record.ts';

const MAIN = join(import.meta.dirname, '../../indexer/main.ts');
const UPDATE = JSON.stringify({
  documentId: 'final',
  publishedAt: '2022-12-18T18:00:00+03:00',
  text: 'Kick-off in Lusail, Qatar.',
});

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'dateline-'))));

/** The indexer as a person runs it, standing in a folder of its own. */
async function indexer(args: string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], INIT_CWD: folder, DATA_DIR: join(folder, 'data'), ...env },
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((done) => child.once('close', done)),
  ]);
  return { out, err, code };
}

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
      documents: [{ id: 'final', path: '-', dialect: 'blocks', updates: 1, problems: [], notes: [] }],
      added: 1,
      changed: 0,
      removed: 0,
    });
    const both = await indexer(['-', '--dry-run', '--report', 'json', '--output', '-'], UPDATE);
    expect(JSON.parse(both.err)).toMatchObject({ added: 1 });
    expect(both.out.trim().split('\n')).toHaveLength(1);
  });
  test.each([
    ['no path', [], {}, 2, /missing required argument/],
    ['an unknown option', ['-', '--dryrun'], {}, 2, /unknown option/],
    ['a bad option', ['-', '--time-zone', 'Mars'], {}, 2, /timeZone|IANA/],
    [
      'a bad setting',
      ['-'],
      { PORT: 'x', TIME_ZONE: 'Mars' },
      2,
      /PORT: must be a number\n.*TIME_ZONE: must be an IANA/,
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
