import { isEmpty, toBlock, type Dialect } from './dialect.ts';
import { hasEndMark, textAt } from './lines.ts';

/** What remains: a page that is no live blog, or of a dialect that nobody knows yet, is one record. */
export const article: Dialect = {
  name: 'article',
  // It has no marks; how sure it is follows from how unsure the others are.
  score: () => 0,
  cut(lines) {
    const first = lines.findIndex(({ text }) => text);
    const title = first >= 0 && !hasEndMark(textAt(lines, first)) ? textAt(lines, first) : undefined;
    const start = { kind: 'update', boundary: 'marked', ...(title && { title }) } as const;
    const block = toBlock(lines, title ? first + 1 : Math.max(first, 0), lines.length, start);
    return {
      ...(title && { title }),
      blocks: isEmpty(block) ? [] : [block],
      notes: ['no marks of a live blog: taken as one record'],
    };
  },
};
