import { FIRST_VALUES } from '../../src/engine/meilisearch/facet-counts.ts';
import { countedSearch } from '../../src/engine/meilisearch/counted-search.ts';
import { encode } from '../../src/engine/meilisearch/facet-value.ts';
import { boxFilter, circleFilter } from '../../src/engine/meilisearch/geo-filters.ts';
import { UPDATE_SETTINGS } from '../../src/engine/meilisearch/settings.ts';
import { about, at } from './entries.ts';
import type { Promised } from './promised.ts';
import type { Trial } from './trial.ts';

const PERSON = 'facet.person';
const PEOPLE = [
  about('a', 'one', 'John Kerry', 'Émile'),
  about('b', 'one', 'john kerry', 'Emile'),
  about('c', 'two', 'John Kerry'),
];
const SMALL = { ...UPDATE_SETTINGS, pagination: { maxTotalHits: 2 } };

/** More people than the first values that an answer carries, each a little rarer than the one before. */
const crowd = Array.from({ length: 3 }, (_, i) => {
  const people = Array.from({ length: FIRST_VALUES + 10 }, (_person, n) => `p${n}`);
  return about(String.fromCharCode(97 + i), 'one', ...people.slice(0, people.length - i * 100));
});

const people =
  (trial: Trial, request = {}) =>
  async () =>
    trial.search(await trial.index(`people-${Math.random().toString(36).slice(2)}`, SMALL, PEOPLE), request);

/** Counts, totals and filters: what search-response.ts and filters.ts take for granted. */
export const COUNTS: Promised[] = [
  {
    what: 'totals are exact beyond what pages reach',
    seen: async (trial) => (await people(trial, { hitsPerPage: 1 })()).totalHits,
    expected: 3,
  },
  {
    what: 'encoded facet values that differ in case or accents are counted apart',
    seen: async (trial) => {
      const { facetDistribution } = await people(trial, { facets: [PERSON] })();
      return ['John Kerry', 'john kerry', 'Émile', 'Emile'].map(
        (name) => facetDistribution?.[PERSON]?.[encode(name)],
      );
    },
    expected: [2, 1, 1, 1],
  },
  {
    what: 'a filter asks for exactly one value, whatever signs it holds',
    seen: async (trial) => {
      const { hits } = await people(trial, { filter: `${PERSON} = "${encode('Émile')}"` })();
      return hits.map(({ id }) => id);
    },
    expected: ['a'],
  },
  {
    what: 'with one hit for each live blog the total is that of live blogs',
    seen: async (trial) => {
      const { totalHits, hits } = await people(trial, { distinct: 'facet.document', sort: ['order:desc'] })();
      return [totalHits, hits.map(({ id }) => id)];
    },
    expected: [2, ['c', 'b']],
  },
  {
    what: 'updates of one moment are sorted and filtered by their ties, exact to the last digit',
    seen: async (trial) => {
      const highest = Number.MAX_SAFE_INTEGER;
      const ties = [highest - 1, highest, highest - 2].map((tie, i) => ({ id: `tie${i}`, order: -1, tie }));
      const index = await trial.index('ties', UPDATE_SETTINGS, [...ties, { id: 'later', order: 0, tie: 0 }]);
      const sort = ['order:desc', 'tie:desc'];
      return [
        await trial.ids(index, { sort }),
        await trial.ids(index, { sort, filter: `order -1 TO -1 AND tie < ${highest}` }),
      ];
    },
    expected: [
      ['later', 'tie1', 'tie0', 'tie2'],
      ['tie0', 'tie2'],
    ],
  },
  {
    what: 'a federated search with one query counts and finds as a plain one, with the highest counts only',
    seen: async (trial) => {
      const index = await trial.index('crowd', UPDATE_SETTINGS, crowd);
      const request = { q: '', sort: ['order:desc'], page: 1, hitsPerPage: 2, facets: [PERSON] };
      const first = await countedSearch(trial.server, index, request, new Map([[PERSON, 10]]));
      const counts = Object.values(first.facetDistribution?.[PERSON] ?? {});
      return [
        first.totalHits,
        first.hits.map(({ id }) => id),
        counts.length,
        Math.max(...counts),
        Math.min(...counts),
      ];
    },
    expected: [3, ['c', 'b'], FIRST_VALUES, 3, 1],
  },
  {
    what: 'box and circle find an update by any of its places, a box across the 180th meridian in two halves',
    seen: async (trial) => {
      const index = await trial.index('places', UPDATE_SETTINGS, [
        at('geneva', [46.2, 6.15]),
        at('both', [46.2, 6.15], [36.2, 37.16]),
        at('samoa', [-13.83, -171.77]),
      ]);
      const inside = async (filter: string) => (await trial.ids(index, { filter })).sort();
      return [
        await inside(boxFilter({ west: 35, south: 32, east: 43, north: 38 })),
        await inside(circleFilter({ lat: 46, lng: 6, radius: 50 })),
        await inside(boxFilter({ west: 170, south: -20, east: -170, north: -10 })),
      ];
    },
    expected: [['both'], ['both', 'geneva'], ['samoa']],
  },
];
