import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../indexer/reconcile.ts';

interface Told {
  title?: string;
  text: string;
  publishedAt: string;
  publishedTs: number;
}

const told = (text: string, minute: number): Told => {
  const publishedTs = Date.UTC(2014, 0, 22, 8, minute) / 1000;
  return { text, publishedTs, publishedAt: new Date(publishedTs * 1000).toISOString().replace('.000', '') };
};
const drafts = (list: Told[]) => list.map((update) => ({ ...update, documentId: 'blog' }));
const firstReading = (list: Told[]) => {
  const ids = reconcile(drafts(list), []);
  return list.map((update, i) => ({ ...update, id: ids[i]! }));
};

describe('reconcile', () => {
  const page = [
    told('Ministers arrive at the palace by the lake', 0),
    told('The first session has begun behind closed doors', 20),
  ];

  test('reading the same page again changes no id', () => {
    const known = firstReading(page);
    expect(reconcile(drafts(page), known)).toEqual(known.map(({ id }) => id));
  });
  test('newer updates on top and another order leave the ids', () => {
    const known = firstReading(page);
    const later = [told('Lunch is served', 50), ...page.toReversed()];
    const ids = reconcile(drafts(later), known);
    expect(ids.slice(1)).toEqual([known[1]!.id, known[0]!.id]);
    expect(known.map(({ id }) => id)).not.toContain(ids[0]);
  });
  test('an edited text keeps its id, at the same time or with nearly the same words', () => {
    const known = firstReading(page);
    const edited = [told('Ministers arrive at the palace by the lake, one after another, in the rain', 0)];
    expect(reconcile(drafts(edited), known)).toEqual([known[0]!.id]);
    const moved = [told('The first session has begun behind closed doors now', 25)];
    expect(reconcile(drafts(moved), known)).toEqual([known[1]!.id]);
  });
  test('a new update beside an edited one of the same minute does not take its id', () => {
    const known = firstReading([told('Kerry arrives in Geneva for talks on the ceasefire', 0)]);
    const grown = [
      told('Kerry and Lavrov meet in Geneva for talks', 0),
      told('Kerry arrives in Geneva for talks on a ceasefire', 0),
    ];
    const ids = reconcile(drafts(grown), known);
    expect(ids[1]).toBe(known[0]!.id);
    expect(ids[0]).not.toBe(ids[1]);
  });
  test('another text at the same time is another update', () => {
    const known = firstReading(page);
    expect(reconcile(drafts([told('Snow closes a mountain road', 0)]), known)[0]).not.toBe(known[0]!.id);
  });
  test('equal updates stay apart', () => {
    const twice = [told('Still waiting.', 0), told('Still waiting.', 0)];
    const known = firstReading(twice);
    expect(new Set(known.map(({ id }) => id)).size).toBe(2);
    expect(new Set(reconcile(drafts(twice), known))).toEqual(new Set(known.map(({ id }) => id)));
  });
  test('the source’s own id wins', () => {
    expect(reconcile([{ ...page[0]!, documentId: 'blog', sourceId: 'block-1' }], firstReading(page))).toEqual(
      ['block-1'],
    );
  });

  test('whatever is added, left out or moved: untouched updates keep their ids, and no two share one', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,9}( [a-z]{4,9}){4,12}$/), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.boolean(), (list, seed, backwards) => {
        const all = list.map((text, i) => told(text, i));
        const split = 1 + (seed % (all.length - 1));
        const known = firstReading(all.slice(0, split));
        const again = backwards ? all.toReversed() : all;
        const ids = reconcile(drafts(again), known);
        expect(new Set(ids).size).toBe(all.length);
        for (const { text, id } of known)
          expect(ids[again.findIndex((update) => update.text === text)]).toBe(id);
      }),
    );
  });
});
