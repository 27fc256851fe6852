import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SOURCES, sourceOf } from '../../indexer/sources/sources.ts';
import { DIALECTS, split } from '../../indexer/split/split.ts';
import { ROOT } from './sources.ts';

const page = readFileSync(join(ROOT, 'docs/formats.md'), 'utf8');
const EXAMPLE = /^### `(?<name>[\w-]+)`\n(?<rest>[\s\S]*?)^```\w+\n(?<example>[\s\S]*?)^```$/gm;
const examples = [...page.matchAll(EXAMPLE)].map(
  ({ groups }) => [groups!['name']!, groups!['example']!] as const,
);

/** Not a format, but the word that a known other thing isn't one. */
const WITHOUT_EXAMPLE = ['unsupported'];

test('every format and dialect has its example', () => {
  const names = [...SOURCES, ...DIALECTS].map(({ name }) => name);
  expect(examples.map(([name]) => name).toSorted()).toEqual(
    names.filter((name) => !WITHOUT_EXAMPLE.includes(name)).toSorted(),
  );
});

test.each(examples)('the example of %s works', (name, text) => {
  const isDialect = DIALECTS.some((dialect) => dialect.name === name);
  // NDJSON stands on one line; prettier doesn't keep it there.
  const input = {
    path: '-',
    text: name === 'dateline-ndjson' ? JSON.stringify(JSON.parse(text)) : text,
    hints: { id: 'example', date: '2024-05-31' },
  };
  const source = sourceOf(input);
  expect(source.name).toBe(isDialect ? 'plain-text' : name);
  const parsed = [...source.parse(input)];
  expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
  const cut = split(parsed[0]!.document!, 'UTC');
  expect(cut.problems).toEqual([]);
  if (isDialect) expect(cut.dialect).toBe(name);
  const several = isDialect && name !== 'article';
  expect(cut.updates.filter(({ kind }) => kind !== 'intro').length).toBeGreaterThanOrEqual(several ? 2 : 1);
});
