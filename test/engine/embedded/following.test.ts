import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginCurrent, currentGeneration } from '../../../src/engine/embedded/current.ts';
import { fold } from '../../../src/engine/embedded/fold.ts';
import { openForWriting } from '../../../src/engine/embedded/generation.ts';
import { openLocalReader } from '../../../src/engine/embedded/local-reader.ts';
import { openLocalWriter } from '../../../src/engine/embedded/local-writer.ts';
import { toStoredDocument } from '../../../src/engine/embedded/stored-document.ts';
import { show } from '../../../src/engine/embedded/show.ts';
import { FACET_NAMES } from '../../../src/facets.ts';
import { documentOf, query, record } from '../records.ts';

const WORDS = ['harbour', 'minister', 'harvest', 'volcano', 'émigré', 'strike'];
const NAMES = ['Ada One', 'Ben Two', 'Cy Three'];
const BLOGS = ['north', 'south', 'west'];

const update = fc.record({
  title: fc.subarray(WORDS, { maxLength: 2 }),
  text: fc.subarray(WORDS, { maxLength: 3 }),
  persons: fc.subarray(NAMES),
  hour: fc.nat(23),
});
const replace = fc.record({
  what: fc.constant('replace' as const),
  blog: fc.constantFrom(...BLOGS),
  updates: fc.array(update, { minLength: 1, maxLength: 5 }),
});
const other = fc.record({
  what: fc.constantFrom('remove' as const, 'fold' as const, 'look' as const),
  blog: fc.constantFrom(...BLOGS),
});
const steps = fc.array(fc.oneof(replace, other), { maxLength: 12 });

const QUERIES = [
  query({ facets: [...FACET_NAMES], histogram: 'auto' }),
  query({ q: 'har', facets: ['person', 'document'] }),
  query({ q: 'h' }),
  query({ q: 'strike vo', facets: ['document'] }),
  query({ q: 'em' }),
  query({ q: 'minister strike ', facets: ['person'] }),
  query({ q: 'volcanno ' }),
];

function documentFor(
  blog: string,
  updates: { title: string[]; text: string[]; persons: string[]; hour: number }[],
) {
  return documentOf(
    blog,
    updates.map(({ title, text, persons, hour }, i) => ({
      ...record(`${blog}${i}`, {
        text: text.join(' '),
        persons,
        ...(title.length > 0 && { title: title.join(' ') }),
        at: `2014-01-22T${String(hour).padStart(2, '0')}:00Z`,
      }),
    })),
  );
}

/** Stores the columns as the writer does when many changes have come together. */
function foldNow(folder: string): void {
  const current = currentGeneration(folder);
  if (!current) return;
  const db = openForWriting(current);
  fold(db);
  db.close();
}

test('a reader that follows writes answers like one that opens anew, folded or not', async () => {
  const answersOf = (reader: ReturnType<typeof openLocalReader>) =>
    QUERIES.map((asked) => ({ ...show(asked, reader.search(asked)), took: 0 }));
  const agree = fc.asyncProperty(steps, async (all) => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    beginCurrent(folder);
    const [writer, following] = [openLocalWriter(folder), openLocalReader(folder)];
    for (const step of all) {
      if (step.what === 'replace')
        writer.replace(await toStoredDocument(documentFor(step.blog, step.updates)));
      if (step.what === 'remove') writer.remove(step.blog);
      if (step.what === 'fold') foldNow(folder);
      if (step.what === 'look') following.version();
    }
    const fresh = openLocalReader(folder);
    expect(answersOf(following)).toEqual(answersOf(fresh));
    for (const open of [following, fresh, writer]) open.close();
    await rm(folder, { recursive: true });
  });
  await fc.assert(agree, { numRuns: 60 });
});
