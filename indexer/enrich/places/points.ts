import type { Point } from '../../../src/record.ts';
import type { Field, Meaning } from '../mention.ts';

const PRECISION_ORDER: Point['precision'][] = ['city', 'region', 'country'];

/** Every located place once, the main one first: the most precise, then the most often named; the title counts twice. */
export function pointsOf(fields: readonly Field[]): Point[] {
  const found = new Map<string, { point: Point; weight: number }>();
  for (const { field, mentions } of fields) {
    for (const { means } of mentions) {
      const point = pointOf(means);
      if (!point) continue;
      const known = found.get(point.placeId) ?? { point, weight: 0 };
      found.set(point.placeId, { point, weight: known.weight + (field === 'title' ? 2 : 1) });
    }
  }
  const precision = ({ point }: { point: Point }) => PRECISION_ORDER.indexOf(point.precision);
  return [...found.values()]
    .sort((a, b) => precision(a) - precision(b) || b.weight - a.weight)
    .map(({ point }) => point);
}

function pointOf(means: Meaning): Point | undefined {
  if ('unlisted' in means) return undefined;
  if ('city' in means) {
    const { id, name, lat, lng } = means.city;
    return { placeId: id, name, lat, lng, precision: 'city' };
  }
  const { id, name, type, lat, lng } = means.entity;
  if (lat === undefined || lng === undefined || (type !== 'country' && type !== 'region')) return undefined;
  return { placeId: id, name, lat, lng, precision: type };
}
