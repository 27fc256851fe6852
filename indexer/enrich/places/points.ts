import type { Point } from '../../../src/record.ts';
import type { Field, Meaning, Mention } from '../mention.ts';
import { isScene } from './cues.ts';
import { datelinesOf, isInside, type Span } from './dateline.ts';

const PRECISION_ORDER: Point['precision'][] = ['city', 'region', 'country'];
/** What a mention in the title, or of a place where something happens, counts for beside one that merely names it. */
const [PLAIN, EMPHATIC] = [1, 2];

interface Weighted {
  point: Point;
  /** Country of the place, so that those of the country that the text is most about come first. */
  country?: string;
  weight: number;
  /** Something happens there, or the story was filed there. */
  scene: boolean;
}

/**
 * Every located place once, the main one first: where something happens before what is merely named, the most precise,
 * in the country that the text names most, most often named. @param fields the texts of one update
 */
export function pointsOf(fields: readonly Field[]): Point[] {
  const found = new Map<string, Weighted>();
  for (const field of fields) {
    const datelines = datelinesOf(field);
    for (const mention of field.mentions) weigh(found, field, mention, datelines);
  }
  const places = [...found.values()];
  const countries = Map.groupBy(places, ({ country }) => country);
  const ofCountry = ({ country }: Weighted) =>
    country ? countries.get(country)!.reduce((sum, { weight }) => sum + weight, 0) : 0;
  const isPlainCountry = ({ point, scene }: Weighted) => point.precision === 'country' || !scene;
  return places
    .sort(
      (a, b) =>
        Number(isPlainCountry(a)) - Number(isPlainCountry(b)) ||
        precision(a) - precision(b) ||
        b.weight + ofCountry(b) - a.weight - ofCountry(a),
    )
    .map(({ point }) => point);
}

const precision = ({ point }: Weighted): number => PRECISION_ORDER.indexOf(point.precision);

function weigh(
  found: Map<string, Weighted>,
  field: Field,
  { from, means }: Mention,
  datelines: readonly Span[],
): void {
  const place = pointOf(means);
  if (!place) return;
  const scene = isScene(field, from) || isInside(field.tokens[from]!, datelines);
  const known = found.get(place.point.placeId) ?? { ...place, weight: 0, scene: false };
  const weight = known.weight + (scene || field.field === 'title' ? EMPHATIC : PLAIN);
  found.set(place.point.placeId, { ...known, weight, scene: known.scene || scene });
}

function pointOf(means: Meaning): Pick<Weighted, 'point' | 'country'> | undefined {
  if ('unlisted' in means) return undefined;
  if ('place' in means) {
    const { id, name, lat, lng, precision: precise, country } = means.place;
    return { point: { placeId: id, name, lat, lng, precision: precise }, country };
  }
  const { id, name, type, lat, lng, countries = [] } = means.entity;
  if (lat === undefined || lng === undefined || (type !== 'country' && type !== 'region')) return undefined;
  const country = type === 'country' ? id : countries.length === 1 ? countries[0] : undefined;
  return { point: { placeId: id, name, lat, lng, precision: type }, ...(country && { country }) };
}
