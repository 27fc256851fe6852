import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { reconcile } from '../../indexer/reconcile.ts';
import { describeWithShared, shared } from '../shared.ts';

interface Told {
  title?: string;
  text: string;
  publishedAt: string;
  publishedTs: number;
}

const FOLDER = 'corpus/liveblogs';

/** A real blog, oldest first, without what the copy lost. Its texts may be equal, and several may stand at one minute. */
function blog(file: string): Told[] {
  const { updates } = JSON.parse(readFileSync(shared(`${FOLDER}/${file}`), 'utf8')) as {
    updates: { title?: string; text: string; time: number[] }[];
  };
  return updates
    .map(({ title, text, time: [year = 0, month = 1, day = 1, hour = 0, minute = 0] }) => {
      const publishedTs = Date.UTC(year, month - 1, day, hour, minute) / 1000;
      const publishedAt = new Date(publishedTs * 1000).toISOString().replace('.000', '');
      return { ...(title && { title }), text, publishedAt, publishedTs };
    })
    .filter(({ title, text }) => title || text)
    .sort((a, b) => a.publishedTs - b.publishedTs);
}

const contentOf = ({ title = '', text, publishedAt }: Told) => `${publishedAt}\n${title}\n${text}`;

describeWithShared('the history of real blogs', FOLDER, () => {
  let blogs: Told[][];
  beforeAll(() => {
    const files = readdirSync(shared(FOLDER)).filter((name) => name.startsWith('guardian-'));
    blogs = files.map(blog).map((updates) => [...new Map(updates.map((u) => [contentOf(u), u])).values()]);
  });

  test('read again and again while they grow, are edited and reordered: every update keeps its id', () => {
    const steps = fc.array(
      fc.record({
        grow: fc.integer({ min: 1, max: 15 }),
        edit: fc.nat(),
        order: fc.constantFrom('newest first', 'oldest first'),
      }),
      {
        minLength: 2,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.nat(), steps, (seed, history) => {
        const updates = [...blogs[seed % blogs.length]!];
        const ids = new Map<number, string>();
        let known: (Told & { id: string })[] = [];
        let shown = 0;
        for (const { grow, edit, order } of history) {
          shown = Math.min(updates.length, shown + grow);
          if (known.length > 0) edited(updates, edit % known.length);
          const places = [...Array(shown).keys()];
          if (order === 'newest first') places.reverse();
          const drafts = places.map((place) => ({ ...updates[place]!, documentId: 'blog' }));
          const given = reconcile(drafts, known);
          expect(new Set(given).size).toBe(given.length);
          places.forEach((place, i) => {
            if (ids.has(place)) expect(given[i]).toBe(ids.get(place));
            ids.set(place, given[i]!);
          });
          known = places.map((place, i) => ({ ...updates[place]!, id: given[i]! }));
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** A correction, as editors make them: a sentence more. */
function edited(updates: Told[], place: number): void {
  const update = updates[place]!;
  updates[place] = { ...update, text: `${update.text} this has been corrected .` };
}
