import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { closedAddress } from '../engine/meilisearch/scripted-server.ts';
import { PretendServer } from '../engine/meilisearch/pretend-server.ts';
import { findServer } from '../engine/meilisearch/server.ts';

const PROBE = join(import.meta.dirname, '../../scripts/probe.ts');

/** Runs the probe; gives what it printed and its exit code. */
async function probe(url: string, key = '') {
  const env = { ...process.env, MEILI_MASTER_KEY: key, MEILI_INDEX_KEY: '', MEILI_PREFIX: 'test_' };
  return promisify(execFile)(process.execPath, [PROBE, url], { env }).then(
    ({ stdout, stderr }) => ({ out: stdout, err: stderr, code: 0 }),
    (failed: { stdout: string; stderr: string; code: number }) => ({
      out: failed.stdout,
      err: failed.stderr,
      code: failed.code,
    }),
  );
}

const server = await findServer();
if ('missing' in server) test.skip(`the probe on a real server (skipped: ${server.missing})`, () => {});
else {
  const { url, masterKey, stop } = server;
  test('the server keeps every promise, and nothing is left there', async () => {
    const { out, code } = await probe(url, masterKey);
    expect(out).toMatch(/^Meilisearch \d+\.\d+\.\d+ at http/);
    expect(out).not.toContain('BROKEN');
    expect(out.match(/^ok/gm)?.length).toBeGreaterThan(15);
    expect(code).toBe(0);
    const headers = { Authorization: `Bearer ${masterKey}` };
    const { results } = (await (await fetch(`${url}/indexes?limit=1000`, { headers })).json()) as {
      results: { uid: string }[];
    };
    expect(results.filter(({ uid }) => uid.startsWith('test_probe'))).toEqual([]);
    const wrong = await probe(url, 'wrong');
    expect(wrong.err).toContain('refuses the key in MEILI_MASTER_KEY');
    expect(wrong.code).toBe(1);
    await stop();
  });
}

test('a server that finds nothing breaks promises by name', async () => {
  const pretend = new PretendServer();
  const { out, code } = await probe(await pretend.listen());
  expect(out).toMatch(/^BROKEN a quoted word is matched whole/m);
  expect(out).toMatch(/\[\] instead of \["police"\]/);
  expect(out).toMatch(/^It breaks \d+ of them\.$/m);
  expect(code).toBe(1);
  expect([...pretend.indexes.keys()]).toEqual([]);
});

test('where nobody answers it says so', async () => {
  const { err, code } = await probe(await closedAddress());
  expect(err).toMatch(/doesn't answer at http.*Is it running/);
  expect(code).toBe(1);
});
