import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  IdConflictError,
  type EngineReader,
  type EngineWriter,
  type IndexedDocument,
} from '../../src/engine/engine.ts';
import type { FacetChoice, Filters, SearchQuery } from '../../src/query.ts';
import {
  ENTITY_TYPES,
  type EntityInfo,
  type EntityType,
  type FacetName,
  type UpdateRecord,
} from '../../src/record.ts';
import { countOf, find } from './oracle.ts';
import { documentOf, query, record, stream } from './records.ts';

export interface EngineUnderTest {
  reader: EngineReader;
  writer: EngineWriter;
  dispose(): Promise<void>;
}

/** What every engine promises; each adapter runs it. `open` gives an empty engine of its own. */
export function engineContract(name: string, open: () => Promise<EngineUnderTest>, runs = 60): void {
  describe(`engine contract: ${name}`, () => {
    let engine: EngineUnderTest;
    beforeEach(async () => void (engine = await open()));
    afterEach(async () => engine.dispose());

    const load = (...documents: IndexedDocument[]) => engine.writer.rebuild(stream(documents));
    const ids = async (given: Partial<SearchQuery>) =>
      (await engine.reader.search(query(given))).hits.map((hit) => hit.update.id);
    const found = async (given: Partial<SearchQuery>) => (await ids(given)).sort();

    describe('an index that never was written', () => {
      test('answers everything with nothing', async () => {
        const { total, pages, hits } = await engine.reader.search(query({ facets: ['person'] }));
        expect({ total, pages, hits }).toEqual({ total: 0, pages: 0, hits: [] });
        expect(await engine.reader.get('a')).toBeUndefined();
        expect(await engine.reader.timeline('talks')).toEqual([]);
        expect(await engine.reader.lookup({ collection: 'documents', prefix: '', limit: 9 })).toEqual([]);
        expect(await engine.reader.entities({ types: ENTITY_TYPES, prefix: '', limit: 9 })).toEqual([]);
      });
    });

    describe('words', () => {
      beforeEach(() =>
        load(
          documentOf('talks', [
            record('title', {
              title: 'Talks open in Montreux',
              text: 'Delegations arrive.',
              at: '2014-01-22T08:00Z',
            }),
            record('text', {
              text: 'The talks in Montreux were short.\n\nMore than 130,000, he said, died.',
              at: '2014-01-22T09:00Z',
            }),
            record('media', {
              text: 'A photo:',
              media: [{ type: 'image', text: 'Montreux at night, before the talks' }],
              at: '2014-01-22T10:00Z',
            }),
            record('us', {
              text: 'The U.S. envoy spoke to Bashar al-Assad, said Émile.',
              at: '2014-01-22T11:00Z',
            }),
            record('police', { text: 'Police closed the road.', at: '2014-01-22T12:00Z' }),
            record('policy', { text: 'A new policy on policing was announced.', at: '2014-01-22T13:00Z' }),
          ]),
        ),
      );

      test('all words must stand in title, text or media', async () => {
        expect(await found({ q: 'talks montreux ' })).toEqual(['media', 'text', 'title']);
        expect(await found({ q: 'talks police ', match: 'exact' })).toEqual([]);
      });
      test('the title leads, then the text, then media', async () => {
        expect(await ids({ q: 'montreux ' })).toEqual(['title', 'text', 'media']);
      });
      test('the last word may be unfinished until a space closes it', async () => {
        expect(await found({ q: 'talks mont' })).toEqual(['media', 'text', 'title']);
        expect(await found({ q: 'mont ', match: 'exact' })).toEqual([]);
        expect(await found({ q: 'mont talks ', match: 'exact' })).toEqual([]);
      });
      test('phrases stand together; a hyphen parts words that stand together', async () => {
        expect(await found({ q: '"talks in montreux"' })).toEqual(['text']);
        expect(await found({ q: 'al-assad ' })).toEqual(['us']);
        expect(await found({ q: '"montreux talks"' })).toEqual([]);
      });
      test('exclusions take away words and phrases', async () => {
        expect(await found({ q: 'montreux -night ' })).toEqual(['text', 'title']);
        expect(await found({ q: 'montreux -"open in"' })).toEqual(['media', 'text']);
        expect(await found({ q: '-montreux ' })).toEqual(['police', 'policy', 'us']);
      });
      test.each(['us', 'U.S.', 'emile', 'ÉMILE '])('case, accents and dots do not count: %s', async (q) => {
        expect(await found({ q })).toContain('us');
      });
      test.each(['130000', '130,000'])('thousands are written either way: %s', async (q) => {
        expect(await found({ q: `${q} ` })).toEqual(['text']);
      });
      test('a phrase that crosses the tenth word keeps those before it', async () => {
        const quote = '"the talks in montreux were short more than 130,000 he said died"';
        const result = await engine.reader.search(query({ q: quote }));
        expect([result.total, result.ignored]).toEqual([1, ['said', 'died']]);
      });
      test('words after the tenth are named as ignored', async () => {
        const result = await engine.reader.search(
          query({ q: 'talks talks talks talks talks talks talks talks talks talks zebra' }),
        );
        expect(result.ignored).toEqual(['zebra']);
        expect(result.total).toBe(3);
      });
    });

    describe('typos', () => {
      beforeEach(() =>
        load(
          documentOf('talks', [
            record('a', { title: 'Talks in Montreux', at: '2014-01-22T08:00Z' }),
            record('b', { text: 'A police shooting.', at: '2014-01-22T09:00Z' }),
            record('c', { text: 'The policy on shooting games.', at: '2014-01-22T10:00Z' }),
            record('d', { text: 'Protests in Kafranbel in 2014.', at: '2014-01-22T11:00Z' }),
          ]),
        ),
      );
      const answer = async (q: string, match: SearchQuery['match'] = 'auto') => {
        const { hits, corrected } = await engine.reader.search(query({ q, match }));
        return { found: hits.map((hit) => hit.update.id).sort(), corrected };
      };

      test('a word that exists is never corrected', async () => {
        expect(await answer('police ')).toEqual({ found: ['b'], corrected: [] });
      });
      test('an unknown word is corrected to the nearest, and the answer says so', async () => {
        expect(await answer('motreux ')).toEqual({
          found: ['a'],
          corrected: [{ typed: 'motreux', found: ['montreux'] }],
        });
      });
      test('only the unknown word of several is corrected', async () => {
        expect(await answer('police shootng ')).toEqual({
          found: ['b'],
          corrected: [{ typed: 'shootng', found: ['shooting'] }],
        });
      });
      test('two swapped letters are one typo; two typos from nine letters', async () => {
        expect((await answer('poilce ')).found).toEqual(['b']);
        expect((await answer('kafranbul ')).found).toEqual(['d']);
        expect((await answer('kefranbal ')).found).toEqual(['d']);
      });
      test('no typos in short words, numbers, phrases, nor with match=exact', async () => {
        expect((await answer('tslks ')).found).toEqual(['a']);
        expect((await answer('tlk ')).found).toEqual([]);
        expect((await answer('20114 ')).found).toEqual([]);
        expect((await answer('"talks in motreux"')).found).toEqual([]);
        expect(await answer('motreux ', 'exact')).toEqual({ found: [], corrected: [] });
      });
      test('a correction that finds nothing under the filters is not claimed', async () => {
        const filters = { facets: { person: { all: ['Nobody'] } } };
        const result = await engine.reader.search(query({ q: 'motreux ', filters }));
        expect([result.total, result.corrected]).toEqual([0, []]);
      });
      test('the corrected word is the one that is highlighted', async () => {
        const { hits } = await engine.reader.search(query({ q: 'motreux ' }));
        expect(hits[0]?.highlight.title).toEqual([
          { text: 'Talks in ', match: false },
          { text: 'Montreux', match: true },
        ]);
      });
    });

    describe('relaxing', () => {
      beforeEach(async () => {
        const storm = ['Rain in the harbour.', 'Rain again.', 'The ferry waits for rain.'].map((text, i) =>
          record(`s${i}`, { text, at: `2014-01-22T0${i}:00Z`, persons: i === 0 ? ['Ada Ferry'] : [] }),
        );
        const ada: EntityInfo = { id: 'Ada Wind', type: 'person', name: 'Ada Wind', aliases: [] };
        await load(
          documentOf('storm', storm, { title: 'Cyclone Freddy' }),
          documentOf('calm', [record('c', { text: 'Sun and wind and rain.', persons: ['Ada Wind'] })], {}, [
            ada,
          ]),
        );
      });
      const relaxing = async (q: string, given: Partial<SearchQuery> = {}) => {
        const { hits, relaxed } = await engine.reader.search(query({ q, ...given }));
        return {
          found: hits.map(({ update }) => update.id).sort(),
          relaxed: relaxed.map(({ typed, how }) => `${typed} ${how}`),
        };
      };
      test('nothing is relaxed where all words match', async () => {
        expect(await relaxing('rain harbour ')).toEqual({ found: ['s0'], relaxed: [] });
      });
      test('the title of the live blog may supply words', async () => {
        expect(await relaxing('freddy rain ')).toEqual({
          found: ['s0', 's1', 's2'],
          relaxed: ['freddy title'],
        });
        expect(await relaxing('cyclone fred')).toEqual({
          found: ['s0', 's1', 's2'],
          relaxed: ['cyclone title', 'fred title'],
        });
        expect(await relaxing('freddy sun ')).toEqual({ found: ['c'], relaxed: ['freddy dropped'] });
      });
      test('then the words that nobody wrote are left out, then the commonest', async () => {
        expect(await relaxing('qqqq ferry ')).toEqual({ found: ['s2'], relaxed: ['qqqq dropped'] });
        expect(await relaxing('sun harbour rain ')).toMatchObject({
          found: ['s0'],
          relaxed: ['rain dropped', 'sun dropped'],
        });
      });
      test('but no phrase and no name, and never all but what was misspelt', async () => {
        expect(await relaxing('"rain again" sun ')).toEqual({ found: ['s1'], relaxed: ['sun dropped'] });
        expect(await relaxing('wind harbour ')).toEqual({ found: ['c'], relaxed: ['harbour dropped'] });
        expect(await relaxing('harbuor sunny ')).toMatchObject({ found: [] });
      });
      test('filters hold, and with match=exact nothing is relaxed', async () => {
        const late = { filters: { facets: { document: { all: ['calm'] } } } };
        expect(await relaxing('harbour sun ', late)).toEqual({ found: ['c'], relaxed: ['harbour dropped'] });
        expect(await relaxing('qqqq ferry ', { match: 'exact' })).toEqual({ found: [], relaxed: [] });
      });
    });

    describe('highlights', () => {
      test('the best paragraph comes first, with its number, as segments that make up its text', async () => {
        await load(
          documentOf('talks', [
            record('a', { text: 'Nothing here.\n\nThe <b>talks</b> in Geneva & beyond.' }),
          ]),
        );
        const { hits } = await engine.reader.search(query({ q: 'talks geneva' }));
        expect(hits[0]?.snippet?.paragraph).toBe(2);
        expect(hits[0]?.snippet?.segments.map((s) => s.text).join('')).toBe(
          'The <b>talks</b> in Geneva & beyond.',
        );
        expect(hits[0]?.snippet?.segments.filter((s) => s.match).map((s) => s.text)).toEqual([
          'talks',
          'Geneva',
        ]);
      });
    });

    describe('order and pages', () => {
      beforeEach(() =>
        load(
          documentOf('talks', [
            ...Array.from({ length: 23 }, (_, i) =>
              record(`u${String(i).padStart(2, '0')}`, {
                text: 'talks',
                at: `2014-01-22T${String(i).padStart(2, '0')}:00Z`,
              }),
            ),
            record('before-1970', { text: 'talks', at: '1969-07-20T20:17:40Z' }),
            record('summary', { text: 'talks', kind: 'summary', at: '2014-01-23T08:00Z' }),
          ]),
        ),
      );
      test('newest and oldest first', async () => {
        expect((await ids({ q: 'talks', sort: 'newest' })).slice(0, 2)).toEqual(['summary', 'u22']);
        expect((await ids({ q: 'talks', sort: 'oldest' })).slice(0, 2)).toEqual(['before-1970', 'u00']);
      });
      test('between equals an original leads, then the newest', async () => {
        const order = await ids({ q: 'talks' });
        expect([order[0], order.at(-1)]).toEqual(['u22', 'summary']);
      });
      test('pages share out every hit once; totals are exact', async () => {
        const pages = await Promise.all(
          [1, 2, 3].map((page) => engine.reader.search(query({ q: 'talks', perPage: 10, page }))),
        );
        expect(pages.map((p) => p.hits.length)).toEqual([10, 10, 5]);
        expect(new Set(pages.flatMap((p) => p.hits.map((hit) => hit.update.id))).size).toBe(25);
        for (const { total, reachable, pages: count } of pages) {
          expect({ total, reachable, count }).toEqual({ total: 25, reachable: 25, count: 3 });
        }
        expect((await engine.reader.search(query({ perPage: 10, page: 9 }))).hits).toEqual([]);
      });
      test('grouped by live blog: its best update, how many more it has; facets count updates', async () => {
        const blog = (id: string, ...texts: string[]) =>
          documentOf(
            id,
            texts.map((text, i) => record(`${id}${i}`, { text, at: `2014-01-22T1${i}:00Z`, persons: ['X'] })),
          );
        await load(
          blog('one', 'wind', 'wind and rain', 'sun'),
          blog('two', 'rain then wind', 'rain'),
          blog('three', 'sun'),
        );
        const asked = query({ q: 'wind ', groupBy: 'document', facets: ['person', 'document'], perPage: 1 });
        const first = await engine.reader.search(asked);
        expect([first.total, first.totalUpdates, first.pages]).toEqual([2, 3, 2]);
        expect(first.hits.map(({ update, more }) => [update.documentId, more])).toEqual([['one', 1]]);
        expect(first.facets.person?.values).toEqual([{ value: 'X', count: 3, selected: false }]);
        const second = await engine.reader.search({ ...asked, page: 2 });
        expect(second.hits.map(({ update, more }) => [update.id, more])).toEqual([['two0', 0]]);
        const newest = await engine.reader.search(query({ groupBy: 'document', perPage: 2 }));
        expect(newest.hits.map(({ update, more }) => [update.id, more])).toEqual([
          ['one2', 2],
          ['two1', 1],
        ]);
        expect([newest.total, newest.totalUpdates, newest.next]).toEqual([3, 6, undefined]);
      });
      test('a cursor goes on where a page ended, although updates arrived meanwhile', async () => {
        const at = (hour: number) => `2014-01-22T${String(hour).padStart(2, '0')}:00Z`;
        const talks = ['a', 'B', 'b', 'd', 'e'].map((id, i) => record(id, { at: at(8 + i) }));
        // Another blog at the same second: the same order, and an id that differs only in case.
        const other = documentOf('other', [record('A', { at: at(8) }), record('D', { at: at(11) })]);
        await load(documentOf('talks', talks), other);
        for (const sort of ['newest', 'oldest'] as const) {
          const whole = await ids({ sort });
          const walked: string[] = [];
          let cursor: SearchQuery['cursor'];
          do {
            const part = await engine.reader.search(query({ sort, perPage: 2, ...(cursor && { cursor }) }));
            expect(part.total).toBeGreaterThanOrEqual(whole.length);
            walked.push(...part.hits.map(({ update }) => update.id));
            cursor = part.next;
            if (sort === 'newest' && walked.length === 2) {
              const { document, records } = documentOf('late', [record('late', { at: at(20) })]);
              await engine.writer.replace(document, records, []);
            }
          } while (cursor);
          expect(walked.toSorted()).toEqual(whole.toSorted());
          expect(walked.filter((id) => id === id.toLowerCase())).toEqual(
            whole.filter((id) => id === id.toLowerCase()),
          );
        }
      });
      test('a histogram counts every hit once, on the clock of the blog', async () => {
        const { histogram } = await engine.reader.search(query({ histogram: 'day' }));
        expect(histogram).toEqual({
          unit: 'day',
          buckets: [
            { start: '1969-07-20', count: 1 },
            { start: '2014-01-22', count: 23 },
            { start: '2014-01-23', count: 1 },
          ],
        });
      });
    });

    describe('filters and facets', () => {
      beforeEach(() =>
        load(
          documentOf('talks', [
            record('both', { persons: ['John Kerry', 'Sergei Lavrov'], at: '2014-01-22T08:00Z' }),
            record('kerry', {
              persons: ['John Kerry'],
              places: ["L'Aquila", 'A "quoted" place'],
              at: '2014-01-22T23:30Z',
            }),
            record('lavrov', { persons: ['Sergei Lavrov'], at: '2014-01-23T08:00Z' }),
            record('nobody', { at: '2014-01-24T08:00Z' }),
          ]),
        ),
      );
      const facet = (which: FacetName, choice: FacetChoice) => ({ filters: { facets: { [which]: choice } } });

      test('people combine with AND, days with OR; any and not give the other two', async () => {
        expect(await found(facet('person', { all: ['John Kerry', 'Sergei Lavrov'] }))).toEqual(['both']);
        expect(await found(facet('day', { all: ['2014-01-23', '2014-01-24'] }))).toEqual([
          'lavrov',
          'nobody',
        ]);
        expect(await found(facet('person', { any: ['John Kerry', 'Sergei Lavrov'] }))).toEqual([
          'both',
          'kerry',
          'lavrov',
        ]);
        expect(await found(facet('person', { not: ['John Kerry'] }))).toEqual(['lavrov', 'nobody']);
      });
      test('a value is a value, whatever signs it holds', async () => {
        expect(await found(facet('place', { all: ["L'Aquila"] }))).toEqual(['kerry']);
        expect(await found(facet('place', { all: ['A "quoted" place'] }))).toEqual(['kerry']);
        expect(await found(facet('place', { all: ['x" OR persons = "John Kerry'] }))).toEqual([]);
        expect(await found(facet('place', { all: ['back\\slash'] }))).toEqual([]);
      });
      test('days are inclusive on the calendar of the blog, moments are moments', async () => {
        const period = (from?: string, to?: string) => ({
          filters: { facets: {}, ...(from && { from }), ...(to && { to }) },
        });
        expect(await found(period('2014-01-22', '2014-01-22'))).toEqual(['both', 'kerry']);
        expect(await found(period('2014-01-23'))).toEqual(['lavrov', 'nobody']);
        expect(await found(period('2014-01-22T23:30:00+00:00', '2014-01-23T08:00:00Z'))).toEqual([
          'kerry',
          'lavrov',
        ]);
        expect(await found(period('2014-01-23T09:00:00+02:00'))).toEqual(['lavrov', 'nobody']);
      });
      test('places are found by the path from the country down, at any depth', async () => {
        const paths = (lvl0: string[], lvl1: string[]) => ({ placePaths: { lvl0, lvl1 } });
        await load(
          documentOf('talks', [
            record('a', paths(['Syria'], ['Syria > Aleppo'])),
            record('b', paths(['Syria', 'Turkey'], ['Syria > Homs', 'Turkey > Gaziantep'])),
          ]),
        );
        const below = (...all: string[]) => ({ filters: { facets: { placePath: { all } } } });
        expect(await found(below('Syria'))).toEqual(['a', 'b']);
        expect(await found(below('Syria > Aleppo'))).toEqual(['a']);
        expect(await found(below('Syria', 'Turkey > Gaziantep'))).toEqual(['b']);
        const { facets } = await engine.reader.search(query({ facets: ['placePath'] }));
        expect(facets.placePath?.values[0]).toEqual({ value: 'Syria', count: 2, selected: false });
      });
      test('days that an update speaks of are not the day on which it was published', async () => {
        await load(
          documentOf('talks', [record('a', { mentionedDays: ['2013-09-14', '2014-01-24'] }), record('b')]),
        );
        expect(await found({ filters: { facets: { mentioned: { all: ['2014-01-24'] } } } })).toEqual(['a']);
        expect(await found({ filters: { facets: { mentioned: { all: ['2014-01-22'] } } } })).toEqual([]);
      });
      test('box and circle ask for any of an update’s places', async () => {
        const at = (id: string, ...places: [number, number][]) =>
          record(id, {
            points: places.map(([lat, lng], i) => ({
              placeId: `${id}${i}`,
              name: id,
              lat,
              lng,
              precision: 'city',
            })),
          });
        const aleppo: [number, number] = [36.2, 37.16];
        await load(
          documentOf('talks', [
            at('geneva', [46.2, 6.15]),
            at('both', [46.2, 6.15], aleppo),
            at('fiji', [-18.14, 178.44]),
            at('samoa', [-13.83, -171.77]),
            record('nowhere'),
          ]),
        );
        const inside = (filters: Omit<Filters, 'facets'>) => found({ filters: { facets: {}, ...filters } });
        expect(await inside({ box: { west: 35, south: 32, east: 43, north: 38 } })).toEqual(['both']);
        expect(await inside({ box: { west: 5, south: 45, east: 7, north: 47 } })).toEqual(['both', 'geneva']);
        expect(await inside({ box: { west: 170, south: -20, east: -170, north: -10 } })).toEqual([
          'fiji',
          'samoa',
        ]);
        expect(await inside({ circle: { lat: 36.2, lng: 37, radius: 20 } })).toEqual(['both']);
        expect(await inside({ circle: { lat: 36.2, lng: 37, radius: 10 } })).toEqual([]);
        expect(await inside({ circle: { lat: 46, lng: 8, radius: 200 } })).toEqual(['both', 'geneva']);
      });
      test('a chosen value stays listed at 0', async () => {
        const asked = { ...facet('person', { all: ['Nobody At All'] }), facets: ['person'] as FacetName[] };
        const { facets } = await engine.reader.search(query(asked));
        expect(facets.person?.values).toEqual([{ value: 'Nobody At All', count: 0, selected: true }]);
      });
      test('counts come by count, then by name', async () => {
        const { facets } = await engine.reader.search(query({ facets: ['person', 'day'] }));
        expect(facets.person?.values.map((v) => [v.value, v.count])).toEqual([
          ['John Kerry', 2],
          ['Sergei Lavrov', 2],
        ]);
        expect(facets.day?.values[0]).toEqual({ value: '2014-01-22', count: 2, selected: false });
      });
      test('searching inside a facet finds any of its words', async () => {
        const ask = {
          facet: 'person' as const,
          q: '',
          match: 'auto' as const,
          filters: { facets: {} },
          limit: 10,
        };
        expect(await engine.reader.facetValues({ ...ask, prefix: 'kerr' })).toEqual({
          total: 1,
          exact: true,
          values: [{ value: 'John Kerry', count: 2, selected: false }],
        });
      });
    });

    describe('one update, one live blog', () => {
      test('get, timeline and lookup give back what was written', async () => {
        const [first, second] = [
          record('a', { at: '2014-01-22T08:00Z' }),
          record('b', { at: '2014-01-22T09:00Z' }),
        ];
        const evidence = [
          { facet: 'persons', value: 'X', surface: 'X', field: 'text', start: 0, end: 1, by: 'table' },
        ] as const;
        const talks = documentOf('talks', [second, { ...first, text: 'X', evidence: [...evidence] }], {
          title: 'Peace talks',
        });
        await load(talks, documentOf('other', [record('c')]));
        expect(await engine.reader.get('a')).toEqual(talks.records[0]);
        expect(await engine.reader.timeline('talks')).toEqual(talks.records);
        expect(await engine.reader.lookup({ collection: 'documents', id: 'talks' })).toEqual([
          talks.document,
        ]);
        expect(await engine.reader.lookup({ collection: 'documents', prefix: 'pea', limit: 5 })).toEqual([
          talks.document,
        ]);
        expect(await engine.reader.lookup({ collection: 'documents', prefix: '', limit: 5 })).toHaveLength(2);
      });
    });

    describe('entities', () => {
      const muallem: EntityInfo = {
        id: 'walid-al-moallem',
        type: 'person',
        name: 'Walid al-Moallem',
        aliases: ['Walid Muallem'],
      };
      const un: EntityInfo = {
        id: 'un',
        type: 'organization',
        name: 'United Nations',
        aliases: ['UN', 'ONU'],
      };
      const kerry: EntityInfo = { id: 'John Kerry', type: 'person', name: 'John Kerry', aliases: [] };
      const homs: EntityInfo = {
        id: '169577',
        type: 'place',
        name: 'Homs',
        aliases: [],
        lat: 34.7,
        lng: 36.7,
      };
      const talks = (...records: UpdateRecord[]) =>
        documentOf('talks', records, {}, [muallem, un, kerry, homs]);
      const first = record('a', {
        at: '2014-01-22T08:00Z',
        persons: ['Walid al-Moallem', 'John Kerry'],
        organizations: ['United Nations'],
        places: ['Homs'],
      });
      const later = record('b', { at: '2014-01-22T09:00Z', persons: ['John Kerry'] });
      const names = async (prefix: string, types: readonly EntityType[] = ENTITY_TYPES) =>
        (await engine.reader.entities({ types, prefix, limit: 9 })).map((entity) => entity.name);

      test('come with the updates that name them, those named most first', async () => {
        await load(talks(first, later));
        expect(await engine.reader.entities({ types: ['person'], prefix: '', limit: 9 })).toEqual([
          { ...kerry, updateCount: 2, lastSeen: later.publishedTs },
          { ...muallem, updateCount: 1, lastSeen: first.publishedTs },
        ]);
        expect(await engine.reader.entities({ types: ['place'], prefix: 'ho', limit: 9 })).toEqual([
          { ...homs, updateCount: 1, lastSeen: first.publishedTs },
        ]);
        expect(await engine.reader.entities({ types: ['person'], prefix: '', limit: 1 })).toHaveLength(1);
      });
      test('are found by any word of a name or alias, and the last one may be unfinished', async () => {
        await load(talks(first, later));
        expect(await names('onu')).toEqual(['United Nations']);
        expect(await names('walid mua')).toEqual(['Walid al-Moallem']);
        expect(await names('ker')).toEqual(['John Kerry']);
        expect(await names('nobody')).toEqual([]);
        expect(await names('onu', ['person'])).toEqual([]);
      });
      test('are found through typos, but only where nothing is called as typed', async () => {
        await load(talks(first, later));
        expect(await names('moalem')).toEqual(['Walid al-Moallem']);
        expect(await names('walid moalem')).toEqual(['Walid al-Moallem']);
        await load(talks(first, record('c', { persons: ['Anna Moalem'] })), {
          ...documentOf('other', [record('d', { persons: ['Anna Moalem'] })]),
          entities: [{ id: 'Anna Moalem', type: 'person', name: 'Anna Moalem', aliases: [] }],
        });
        expect(await names('moalem')).toEqual(['Anna Moalem']);
      });
      test('go when no update names them any more', async () => {
        await load(talks(first, later));
        const { document, records, entities } = documentOf('talks', [later], {}, [kerry]);
        await engine.writer.replace(document, records, entities);
        expect(await names('')).toEqual(['John Kerry']);
        await engine.writer.remove('talks');
        expect(await names('')).toEqual([]);
      });
      test('come with a replaced live blog', async () => {
        const { document, records, entities } = talks(first);
        await engine.writer.replace(document, records, entities);
        expect(await names('kerry')).toEqual(['John Kerry']);
      });
    });

    describe('writing', () => {
      test('replace adds, changes and removes, and doing it again changes nothing', async () => {
        const other = documentOf('other', [record('z', { text: 'stays' })]);
        await load(documentOf('talks', [record('a', { text: 'old' }), record('b', { text: 'gone' })]), other);
        const { document, records } = documentOf('talks', [
          record('a', { text: 'new' }),
          record('c', { text: 'added' }),
        ]);
        for (let time = 0; time < 2; time++) {
          await engine.writer.replace(document, records, []);
          expect(await found({})).toEqual(['a', 'c', 'z']);
          expect(await found({ q: 'new ' })).toEqual(['a']);
          expect(await found({ q: 'gone ', match: 'exact' })).toEqual([]);
        }
      });
      test('remove takes a live blog away', async () => {
        await load(documentOf('talks', [record('a')]), documentOf('other', [record('z')]));
        await engine.writer.remove('talks');
        expect(await found({})).toEqual(['z']);
        expect(await engine.reader.lookup({ collection: 'documents', id: 'talks' })).toEqual([]);
      });
      test('an id of another live blog is refused, and nothing changes', async () => {
        await load(documentOf('talks', [record('a', { text: 'mine' })]));
        const { document, records } = documentOf('thief', [record('b'), record('a', { text: 'stolen' })]);
        await expect(engine.writer.replace(document, records, [])).rejects.toThrow(IdConflictError);
        expect(await found({})).toEqual(['a']);
        expect((await engine.reader.get('a'))?.text).toBe('mine');
      });
      test('every write changes the version', async () => {
        const versions = [await engine.reader.version()];
        await load(documentOf('talks', [record('a')]));
        versions.push(await engine.reader.version());
        const { document, records } = documentOf('other', [record('b')]);
        await engine.writer.replace(document, records, []);
        versions.push(await engine.reader.version());
        await engine.writer.remove('other');
        versions.push(await engine.reader.version());
        expect(new Set(versions).size).toBe(4);
        expect((await engine.reader.search(query())).version).toBe(versions.at(-1));
      });
      test('a rebuild leaves exactly its documents; one that fails leaves the old', async () => {
        await load(documentOf('talks', [record('a')]));
        await load(documentOf('other', [record('b')]));
        expect(await found({})).toEqual(['b']);
        async function* broken() {
          yield documentOf('third', [record('c')]);
          throw new Error('the source broke');
        }
        await expect(engine.writer.rebuild(broken())).rejects.toThrow('the source broke');
        expect(await found({})).toEqual(['b']);
      });
      test('readers see the old set until a rebuild is done; what arrives meanwhile is in the new one', async () => {
        await load(documentOf('old', [record('a'), record('b')]));
        let seen: string[] = [];
        async function* slow() {
          yield documentOf('new', [record('c')]);
          seen = await found({});
          yield documentOf('newer', [record('d')]);
        }
        const rebuilding = engine.writer.rebuild(slow());
        const { document, records } = documentOf('meanwhile', [record('e')]);
        await Promise.all([rebuilding, engine.writer.replace(document, records, [])]);
        // An engine may show it at once, beside the old set.
        expect(seen.filter((id) => id !== 'e')).toEqual(['a', 'b']);
        expect(await found({})).toEqual(['c', 'd', 'e']);
      });
    });

    describe('against a brute-force oracle', () => {
      // No word is a beginning or a near typo of another, so that both engines mean the same by them.
      const WORDS = ['harbour', 'minister', 'election', 'volcano', 'budget', 'striker'];
      const NAMES = ['Ada One', 'Ben Two', 'Cy Three'];
      const DAYS = ['2014-01-20', '2014-01-21', '2014-01-22'];
      const some = <T>(of: T[]) => fc.subarray(of);
      const records = fc
        .array(
          fc.record({
            title: some(WORDS),
            text: some(WORDS),
            persons: some(NAMES),
            places: some(NAMES),
            day: fc.constantFrom(...DAYS),
          }),
          {
            minLength: 1,
            maxLength: 25,
          },
        )
        .map((list) =>
          list.map(({ title, text, persons, places, day }, i) => {
            const made = record(`r${i}`, { text: text.join(' '), persons, places, at: `${day}T10:00Z` });
            return { ...made, order: made.order + i, ...(title.length > 0 && { title: title.join(' ') }) };
          }),
        );
      const choices = fc.record({
        person: fc.record({ all: some(NAMES), not: fc.subarray(NAMES, { maxLength: 1 }) }),
        place: fc.record({ any: some(NAMES) }),
        day: fc.record({ all: some(DAYS) }),
      });
      const asked = fc.record({
        words: fc.subarray(WORDS, { maxLength: 2 }),
        facets: choices,
        sort: fc.constantFrom('newest', 'oldest'),
      });

      test('hits, totals and every count agree', async () => {
        await fc.assert(
          fc.asyncProperty(
            records,
            fc.array(asked, { minLength: 3, maxLength: 6 }),
            async (all, questions) => {
              await load(documentOf('talks', all));
              for (const { words, facets, sort } of questions) {
                const q = words.length > 0 ? `${words.join(' ')} ` : '';
                const search = query({
                  q,
                  match: 'exact',
                  filters: { facets },
                  sort: sort as 'newest',
                  facets: ['person', 'place', 'day'],
                });
                const result = await engine.reader.search(search);
                const expected = find(all, search);
                expect(result.total).toBe(expected.length);
                expect(result.hits.map((hit) => hit.update.id)).toEqual(expected.map((r) => r.id));
                for (const facet of search.facets) {
                  const counted = new Map(result.facets[facet]?.values.map((v) => [v.value, v.count]));
                  for (const value of facet === 'day' ? DAYS : NAMES) {
                    expect([facet, value, counted.get(value) ?? 0]).toEqual([
                      facet,
                      value,
                      countOf(all, search, facet, value),
                    ]);
                  }
                }
              }
            },
          ),
          { numRuns: runs },
        );
      });
    });
  });
}
