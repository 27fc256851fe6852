import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { beginCurrent, currentGeneration } from '../../../src/engine/embedded/current.ts';
import type { Change } from '../../../src/engine/embedded/change.ts';
import { openForWriting } from '../../../src/engine/embedded/generation.ts';
import { openLocalWriter } from '../../../src/engine/embedded/local-writer.ts';
import { toStoredDocument } from '../../../src/engine/embedded/stored-document.ts';
import type { UpdateRecord } from '../../../src/record.ts';
import { documentOf, record } from '../records.ts';

/** What these states of one live blog, written one after the other, leave for readers to follow. */
async function changesOf(...states: UpdateRecord[][]): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  beginCurrent(folder);
  const writer = openLocalWriter(folder);
  for (const records of states) writer.replace(await toStoredDocument(documentOf('talks', records)));
  writer.close();
  const db = openForWriting(currentGeneration(folder)!);
  const changes = db.prepare('SELECT change FROM changes ORDER BY version').all();
  db.close();
  return changes.map(({ change }) => JSON.parse(String(change)) as Change);
}

const countsOf = ({ words, counts }: Change) => Object.fromEntries(words.map((word, i) => [word, counts[i]]));

test('a change names nothing of the updates that stay as they are', async () => {
  const long = Array.from({ length: 300 }, (_, i) =>
    record(`a${i}`, { text: `old words ${i}`, persons: ['Ada'] }),
  );
  const one = record('b', { title: 'Harbour opens', text: 'The harbour is open', persons: ['Ben'] });
  const [, change] = await changesOf(long, [...long, one]);
  expect(countsOf(change!)).toEqual({ harbour: 1, opens: 1, the: 1, is: 1, open: 1 });
  expect(change!.values).toContain('Ben');
  expect(change!.values).not.toContain('Ada');
  expect(change!.beginnings.toSorted()).toEqual(['h', 'ha', 'i', 'is', 'o', 'op', 't', 'th']);
});

test('of a corrected update only words that came or went are counted, and all that its title holds', async () => {
  const wrong = record('a', { title: 'Harbour opens', text: 'The harbor is open' });
  const right = { ...wrong, text: 'The port is open at last' };
  const [, change] = await changesOf([wrong], [right]);
  expect(countsOf(change!)).toEqual({ harbour: 0, opens: 0, port: 1, at: 1, last: 1 });
  expect(change!.removed).toHaveLength(1);
  expect(change!.added[0]!.title.map((word) => change!.words[word])).toEqual(['harbour', 'opens']);
});
