import type { DocumentHints } from '../../../indexer/document.ts';
import { split } from '../../../indexer/split/split.ts';

/** Splits a text as the command line would; lines are given one by one. */
export const splitText = (lines: string[] | string, hints: DocumentHints = {}) =>
  split(
    {
      id: 'blog',
      path: 'blog.txt',
      hints,
      complete: true,
      content: { text: typeof lines === 'string' ? lines : lines.join('\n') },
    },
    'UTC',
  );
