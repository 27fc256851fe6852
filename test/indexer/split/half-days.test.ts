import { expect, test } from 'vitest';
import type { Block } from '../../../indexer/document.ts';
import { split } from '../../../indexer/split/split.ts';

test('whole moments of a structured source are neither repaired nor noted', () => {
  const blocks = ['08:00', '20:10', '08:20'].map((clock): Block => {
    const time = { iso: `2024-05-31T${clock}:00Z` };
    return { line: 1, kind: 'update', boundary: 'marked', text: clock, media: [], time };
  });
  const { updates } = split(
    { id: 'blog', path: 'blog.json', hints: {}, complete: true, content: { blocks } },
    'UTC',
  );
  expect(updates.map(({ text, timeNote }) => [text, timeNote])).toEqual([
    ['08:00', undefined],
    ['08:20', undefined],
    ['20:10', undefined],
  ]);
});
