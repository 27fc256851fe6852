import { z } from '@hono/zod-openapi';
import type { Box, Circle } from '../query.ts';

const MOST_KILOMETRES = 2000;
const KM_PER_DEGREE = 111.2;

/** Numbers with commas between, `names` of them. */
const numbers = (...names: string[]) =>
  z
    .string()
    .max(100)
    .transform((text) => text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))))
    .refine((list) => list.length === names.length && list.every(Number.isFinite), {
      message: `must be ${names.length} numbers: ${names.join(',')}`,
      abort: true,
    });

const isLatitude = (degrees: number) => Math.abs(degrees) <= 90;
const isLongitude = (degrees: number) => Math.abs(degrees) <= 180;
const DEGREES = 'latitudes lie between -90 and 90, longitudes between -180 and 180';

export const bbox = numbers('west', 'south', 'east', 'north')
  .transform(([west = 0, south = 0, east = 0, north = 0]): Box => ({ west, south, east, north }))
  .refine(
    ({ west, south, east, north }) => [west, east].every(isLongitude) && [south, north].every(isLatitude),
    DEGREES,
  )
  .refine(({ south, north }) => south <= north, 'south must not lie north of north')
  .optional()
  .openapi({
    type: 'string',
    description:
      'Updates with a place inside: west,south,east,north in degrees (west > east: across the 180th meridian)',
  });

export const near = numbers('lat', 'lng')
  .transform(([lat = 0, lng = 0]) => ({ lat, lng }))
  .refine(({ lat, lng }) => isLatitude(lat) && isLongitude(lng), DEGREES)
  .optional()
  .openapi({ type: 'string', description: 'Updates with a place within `radius` of lat,lng' });

export const radius = z.coerce
  .number('kilometres')
  .positive('more than 0 kilometres')
  .max(MOST_KILOMETRES, { message: `at most ${MOST_KILOMETRES} kilometres`, abort: true })
  .optional()
  .openapi({ type: 'number', description: 'Kilometres around `near`' });

interface Given {
  near?: { lat: number; lng: number } | undefined;
  radius?: number | undefined;
}

/** What is wrong with `near` and `radius` together, and with which of them; undefined if nothing is. */
export function circleProblem({
  near: centre,
  radius: km,
}: Given): { path: string[]; message: string } | undefined {
  if (centre && km === undefined) return { path: ['radius'], message: 'needed with near, in kilometres' };
  if (!centre && km !== undefined) return { path: ['near'], message: 'needed with radius: lat,lng' };
  if (!centre || km === undefined || staysOnMap({ ...centre, radius: km })) return undefined;
  const message = 'this circle reaches across a pole or the 180th meridian; use bbox there';
  return { path: ['radius'], message };
}

/** Meilisearch finds nothing in circles that don't, so no engine is asked for them. */
function staysOnMap({ lat, lng, radius: km }: Circle): boolean {
  const height = km / KM_PER_DEGREE;
  if (Math.abs(lat) + height >= 90) return false;
  const sine = Math.sin((height * Math.PI) / 180) / Math.cos((lat * Math.PI) / 180);
  return Math.abs(lng) + (Math.asin(Math.min(1, sine)) * 180) / Math.PI <= 180;
}
