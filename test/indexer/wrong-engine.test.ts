import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer, inTurn, problem, serve } from '../engine/meilisearch/scripted-server.ts';
import { runIndexer } from './indexer-command.ts';

const SAMPLES = join(import.meta.dirname, '../../data/samples');

/** Indexes the samples into what answers at `url`. */
async function indexInto(url: string) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const ended = await runIndexer(folder, [SAMPLES], '', { MEILI_URL: url, MEILI_INDEX_KEY: 'key' });
  await rm(folder, { recursive: true });
  return ended;
}

test.each([
  ['a page', answer(200, '<!doctype html>')],
  ['answers of another service', answer(200, '{}')],
  ['no such address', answer(404, '{"error":"no such page"}')],
])('where %s comes instead of a Meilisearch, nothing is tried again and nothing done', async (_, handle) => {
  const other = inTurn(handle);
  const { err, code } = await indexInto(await serve(other));
  expect(err).toMatch(/^What answers at \S+ is not Meilisearch: a proxy's page, or a wrong MEILI_URL\?\n$/);
  expect(code).toBe(2);
  // The first two are sent together.
  expect(other.requests()).toBeLessThanOrEqual(2);
});

test('what may pass is waited for, and said once', async () => {
  const restarting = inTurn(
    answer(502, '<html>'),
    problem(503, 'busy'),
    answer(502, '<html>'),
    problem(403, 'invalid_api_key'),
  );
  const { err, code } = await indexInto(await serve(restarting));
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(
      /a proxy answers that it can't reach it \(502\). Trying again for up to 30 seconds …$/,
    ),
    expect.stringMatching(/refuses the key in MEILI_INDEX_KEY/),
  ]);
  expect([code, restarting.requests()]).toEqual([2, 4]);
});
