import type { Point } from '../../record.ts';
import type { Box, Circle } from '../../query.ts';

/** Every point of an update: a filter holds if one of them lies inside. `_geo` could hold only one. */
export const toGeoJson = (points: readonly Point[]) => ({
  type: 'MultiPoint' as const,
  coordinates: points.map(({ lat, lng }) => [lng, lat]),
});

/** The server misses everything in a box across the 180th meridian, so such a one is asked for in its two halves. */
export function boxFilter({ west, south, east, north }: Box): string {
  const half = (from: number, to: number) => `_geoBoundingBox([${north}, ${to}], [${south}, ${from}])`;
  return west <= east ? half(west, east) : `(${half(west, 180)} OR ${half(-180, east)})`;
}

/** The server's circles are polygons of 125 corners: at the edge they are up to 0.03 % short. */
export const circleFilter = ({ lat, lng, radius }: Circle): string =>
  `_geoRadius(${lat}, ${lng}, ${radius * 1000})`;
