import type { Box, Circle } from '../query.ts';

interface Place {
  lat: number;
  lng: number;
}

/** A box whose west lies east of its east reaches across the 180th meridian. */
export const inBox = ({ lat, lng }: Place, { west, south, east, north }: Box): boolean =>
  lat >= south && lat <= north && (west <= east ? lng >= west && lng <= east : lng >= west || lng <= east);

export const inCircle = (place: Place, { lat, lng, radius }: Circle): boolean =>
  kilometres(place, { lat, lng }) <= radius;

const EARTH_DIAMETER_KM = 12_742;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance on a sphere (haversine). */
export function kilometres(a: Place, b: Place): number {
  const height = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const width = Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  const chord = height + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * width;
  return EARTH_DIAMETER_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
}
