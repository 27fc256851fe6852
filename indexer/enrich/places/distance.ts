/** A point on the earth, in degrees. */
export interface Coordinates {
  lat: number;
  lng: number;
}

const EARTH_DIAMETER_KM = 12_742;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres. */
export function kilometres(a: Coordinates, b: Coordinates): number {
  const lat = (b.lat - a.lat) * RADIANS;
  const lng = (b.lng - a.lng) * RADIANS;
  const h =
    Math.sin(lat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(lng / 2) ** 2;
  return EARTH_DIAMETER_KM * Math.asin(Math.sqrt(h));
}
