export interface Spot {
  lat: number;
  lng: number;
}

const RADIANS = Math.PI / 180;

/** The middle of points, summed on the sphere so that 180° is no border. */
export function centre(points: readonly Spot[]): Spot {
  let [x, y, z] = [0, 0, 0];
  for (const { lat, lng } of points) {
    x += Math.cos(lat * RADIANS) * Math.cos(lng * RADIANS);
    y += Math.cos(lat * RADIANS) * Math.sin(lng * RADIANS);
    z += Math.sin(lat * RADIANS);
  }
  return { lat: Math.atan2(z, Math.hypot(x, y)) / RADIANS, lng: Math.atan2(y, x) / RADIANS };
}
