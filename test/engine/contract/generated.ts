import fc from 'fast-check';
import type { UpdateRecord } from '../../../src/record.ts';
import type { Question } from '../oracle.ts';
import { record } from '../records.ts';

// No word is a beginning or a near typo of another, nor two of them a third, so that every engine means the same by them.
const WORDS = ['harbour', 'minister', 'election', 'volcano', 'budget', 'striker'];
export const NAMES = ['Ada One', 'Ben Two', 'Cy Three'];
export const DAYS = ['2014-01-20', '2014-01-21', '2014-01-22'];
export const BLOGS = ['talks', 'storm', 'final'];
const POINTS = [
  { placeId: 'g', name: 'Geneva', lat: 46.2, lng: 6.15, precision: 'city' as const },
  { placeId: 'a', name: 'Aleppo', lat: 36.2, lng: 37.16, precision: 'city' as const },
];
const AROUND_ALEPPO = { west: 30, south: 30, east: 40, north: 40 };

const some = <T>(of: T[], maxLength = of.length) => fc.subarray(of, { maxLength });
const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { maxLength: 4 });

const parts = fc.record({
  title: words,
  text: words,
  media: words,
  persons: some(NAMES),
  places: some(NAMES),
  points: some(POINTS),
  mentionedDays: some(DAYS),
  day: fc.constantFrom(...DAYS),
  documentId: fc.constantFrom(...BLOGS),
});

/** Updates of three live blogs, of each at most some, each at a place in time of its own. */
export const records: fc.Arbitrary<UpdateRecord[]> = fc
  .array(parts, { minLength: 1, maxLength: 25 })
  .map((list) =>
    list.map(({ title, text, media, day, ...given }, i) => {
      const made = record(`r${i}`, { text: text.join(' '), at: `${day}T10:00Z`, ...given });
      return {
        ...made,
        order: made.order + i,
        ...(title.length > 0 && { title: title.join(' ') }),
        ...(media.length > 0 && { media: [{ type: 'post' as const, text: media.join(' ') }] }),
      };
    }),
  );

const term = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(word) },
  { weight: 1, arbitrary: fc.tuple(word, word) },
) as fc.Arbitrary<string[]>;

const facets = fc.record(
  {
    person: fc.record({ all: some(NAMES), not: some(NAMES, 1) }),
    place: fc.record({ any: some(NAMES) }),
    day: fc.record({ all: some(DAYS) }),
    document: fc.record({ all: some(BLOGS), not: some(BLOGS, 1) }),
    mentioned: fc.record({ all: some(DAYS, 1) }),
  },
  { requiredKeys: [] },
);
const bounds = {
  from: fc.constantFrom(...DAYS),
  to: fc.constantFrom(...DAYS),
  box: fc.constant(AROUND_ALEPPO),
};

const question = fc
  .record({
    wanted: fc.array(term, { maxLength: 2 }),
    excluded: fc.array(term, { maxLength: 1 }),
    /** How much of the last word has been typed; all of it, and a space, where this is missing. */
    letters: fc.option(fc.integer({ min: 3, max: 5 }), { nil: undefined }),
    filters: fc.record({ facets, ...bounds }, { requiredKeys: ['facets'] }),
  })
  .map(({ wanted, letters, ...rest }): Question => {
    const last = wanted.at(-1);
    if (letters === undefined || last?.length !== 1) return { ...rest, wanted, open: false };
    return { ...rest, wanted: [...wanted.slice(0, -1), [last[0]!.slice(0, letters)]], open: true };
  });

export const questions = fc.array(question, { minLength: 3, maxLength: 6 });
