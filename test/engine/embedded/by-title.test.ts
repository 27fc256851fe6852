import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTitle } from '../../../src/engine/embedded/by-title.ts';
import { applyChange } from '../../../src/engine/embedded/apply-changes.ts';
import { emptyColumns, type Columns } from '../../../src/engine/embedded/columns.ts';
import { dictionaryOf } from '../../../src/engine/embedded/dictionary.ts';
import { putInOrder } from '../../../src/engine/embedded/time-order.ts';
import { added, changed } from './added.ts';

const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', 'bab', 'c');
const title = fc.array(word, { maxLength: 5 });
const term = fc.array(word, { minLength: 1, maxLength: 3 });

/** Columns of updates with these titles; some of their words came sorted, the others later. */
function columnsOf(titles: string[][], sorted: string[]): Columns {
  const columns = emptyColumns();
  columns.vocabulary.words = dictionaryOf(sorted.toSorted());
  const words = [...new Set(titles.flat())];
  const updates = titles.map((one, i) =>
    added(i + 1, { order: i, title: one.map((own) => words.indexOf(own)) }),
  );
  applyChange(columns, changed({ added: updates, words, counts: words.map(() => 1) }));
  putInOrder(columns, 0);
  return columns;
}

test('counts the terms that do not stand in a title, the last word as a beginning if it is open', () => {
  const agree = fc.property(
    fc.array(title, { maxLength: 5 }),
    fc.uniqueArray(word),
    fc.array(term, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    (titles, sorted, wanted, open) => {
      const { levels, level } = byTitle(columnsOf(titles, sorted), {
        wanted,
        open,
        excluded: [],
        ignored: [],
      });
      titles.forEach((own, slot) => {
        const text = ` ${own.join(' ')} `;
        const stands = (one: string[], i: number) =>
          text.includes(` ${one.join(' ')}${open && i === wanted.length - 1 ? '' : ' '}`);
        expect(level(slot)).toBe(wanted.filter((one, i) => !stands(one, i)).length);
        expect(level(slot)).toBeLessThan(levels);
      });
    },
  );
  fc.assert(agree, { numRuns: 1000 });
});
