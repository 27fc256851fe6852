import { beforeEach, describe, expect, test } from 'vitest';
import type { FacetChoice, Filters } from '../../../src/query.ts';
import type { FacetName } from '../../../src/facets.ts';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function facetsContract({ engine, load, found }: Subject): void {
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
      expect(await found(facet('day', { all: ['2014-01-23', '2014-01-24'] }))).toEqual(['lavrov', 'nobody']);
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
}
