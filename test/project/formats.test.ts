import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LINE_SOURCE, SOURCES } from '../../indexer/sources/sources.ts';
import { DIALECTS, split } from '../../indexer/split/split.ts';
import { read, readNdjson } from '../indexer/sources/reading.ts';
import { ROOT } from './sources.ts';

const page = readFileSync(join(ROOT, 'docs/formats.md'), 'utf8');
const EXAMPLE = /^### `(?<name>[\w-]+)`\n(?<rest>[\s\S]*?)^```\w+\n(?<example>[\s\S]*?)^```$/gm;
const examples = [...page.matchAll(EXAMPLE)].map(
  ({ groups }) => [groups!['name']!, groups!['example']!] as const,
);

/** Not a format, but the word that a known other thing isn't one. */
const WITHOUT_EXAMPLE = ['unsupported'];

test('every format and dialect has its example', () => {
  const names = [LINE_SOURCE, ...SOURCES, ...DIALECTS].map(({ name }) => name);
  expect(examples.map(([name]) => name).toSorted()).toEqual(
    names.filter((name) => !WITHOUT_EXAMPLE.includes(name)).toSorted(),
  );
});

const HINTS = { id: 'example', date: '2024-05-31' };

/** What the format that an example is recognized as makes of it. */
async function readExample(text: string) {
  // NDJSON stands on one line; prettier doesn't keep it there.
  const inOneLine = text.replace(/\s*\n\s*/g, ' ');
  if (LINE_SOURCE.recognizes('-', inOneLine))
    return { source: LINE_SOURCE.name, parsed: await readNdjson(inOneLine, HINTS) };
  return read('-', text, HINTS);
}

test.each(examples)('the example of %s works', async (name, text) => {
  const isDialect = DIALECTS.some((dialect) => dialect.name === name);
  const { source, parsed } = await readExample(text);
  expect(source).toBe(isDialect ? 'plain-text' : name);
  expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
  const cut = split(parsed[0]!.document!, 'UTC');
  expect(cut.problems).toEqual([]);
  if (isDialect) expect(cut.dialect).toBe(name);
  const several = isDialect && name !== 'article';
  expect(cut.updates.filter(({ kind }) => kind !== 'intro').length).toBeGreaterThanOrEqual(several ? 2 : 1);
});
