import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchParameters, toSearchQuery } from '../../src/api/search-parameters.ts';
import { circleProblem } from '../../src/api/geo-parameters.ts';
import { inBox, kilometres } from '../../src/engine/geo.ts';

const read = (given: Record<string, string>) => {
  const result = searchParameters.safeParse(given);
  return result.success
    ? toSearchQuery(result.data).filters
    : result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
};

describe('box and circle', () => {
  test('are read into degrees and kilometres', () => {
    expect(read({ bbox: '35,32,43,38' })).toMatchObject({
      box: { west: 35, south: 32, east: 43, north: 38 },
    });
    expect(read({ near: '36.2,37.16', radius: '50' })).toMatchObject({
      circle: { lat: 36.2, lng: 37.16, radius: 50 },
    });
  });
  test.each([
    [{ bbox: '1,2,3' }, 'bbox: must be 4 numbers: west,south,east,north'],
    [{ bbox: '1,2,3,' }, 'bbox: must be 4 numbers: west,south,east,north'],
    [{ bbox: '0,50,1,40' }, 'bbox: south must not lie north of north'],
    [{ bbox: '0,-91,1,40' }, 'bbox: latitudes lie between -90 and 90, longitudes between -180 and 180'],
    [{ near: '36.2' }, 'near: must be 2 numbers: lat,lng'],
    [{ near: '36.2,37.1' }, 'radius: needed with near, in kilometres'],
    [{ radius: '5' }, 'near: needed with radius: lat,lng'],
    [{ near: '36.2,37.1', radius: '0' }, 'radius: more than 0 kilometres'],
    [{ near: '36.2,37.1', radius: '9000' }, 'radius: at most 2000 kilometres'],
    [
      { near: '-18,178.4', radius: '1200' },
      'radius: this circle reaches across a pole or the 180th meridian; use bbox there',
    ],
  ])('%j is refused by name', (given, problem) => {
    expect(read(given)).toEqual([problem]);
  });
  test('a circle that is accepted holds no place beyond the 180th meridian or a pole', () => {
    const degrees = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(
        degrees,
        fc.double({ min: 1, max: 2000, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (near, radius, lat) => {
          if (circleProblem({ near, radius })) return;
          expect(kilometres(near, { lat, lng: 180 })).toBeGreaterThanOrEqual(radius * 0.999);
          expect(kilometres(near, { lat: 90, lng: 0 })).toBeGreaterThanOrEqual(radius * 0.999);
        },
      ),
    );
  });
});

test('a mentioned day must be a day', () => {
  expect(read({ mentioned: '2014-02-30' })).toEqual(['mentioned: must be a date (2014-01-22)']);
  expect(read({ mentioned: '2014-02-28' })).toEqual({ facets: { mentioned: { all: ['2014-02-28'] } } });
});

test('a box whose west lies east of its east reaches across the 180th meridian', () => {
  const box = { west: 170, south: -20, east: -170, north: -10 };
  expect([
    inBox({ lat: -15, lng: 175 }, box),
    inBox({ lat: -15, lng: -175 }, box),
    inBox({ lat: -15, lng: 0 }, box),
  ]).toEqual([true, true, false]);
});

test('distances are those of the globe', () => {
  // Geneva to Aleppo, by the great circle.
  expect(kilometres({ lat: 46.2, lng: 6.15 }, { lat: 36.2, lng: 37.16 })).toBeGreaterThan(2750);
  expect(kilometres({ lat: 46.2, lng: 6.15 }, { lat: 36.2, lng: 37.16 })).toBeLessThan(2850);
  expect(kilometres({ lat: 0, lng: 179.9 }, { lat: 0, lng: -179.9 })).toBeCloseTo(22.2, 0);
});
