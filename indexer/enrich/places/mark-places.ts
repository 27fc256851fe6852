import type { Field, Mention } from '../mention.ts';
import { liesIn } from './area.ts';
import type { Choice } from './choose.ts';
import type { Place } from './place.ts';
import type { Toponym } from './toponyms.ts';

/** A name and the place that it means. */
export interface Resolved extends Choice {
  toponym: Toponym;
}

/** Makes mentions of the resolved names of a text, instead of what overlaps them. */
export function markPlaces(field: Field, resolved: readonly Resolved[]): void {
  const places = resolved.map(({ toponym, place, score }) => toMention(toponym, place, score));
  const areas = resolved.flatMap(({ toponym, place }) => areaMention(toponym, place) ?? []);
  field.mentions = [areas, places, field.mentions].reduce(withoutOverlap).sort((a, b) => a.from - b.from);
}

/** The state or country after a place means the one that the place lies in, "Atlanta, Georgia". */
function areaMention({ area }: Toponym, place: Place): Mention | undefined {
  const whole = area?.named && area.places.find((one) => liesIn(place, [one]));
  return whole && toMention(area!.named!, whole, 1);
}

const toMention = ({ from, to }: Pick<Mention, 'from' | 'to'>, place: Place, score: number): Mention => ({
  from,
  to,
  means: place.entity ? { entity: place.entity } : { place },
  by: 'gazetteer',
  score: Math.round(score * 100) / 100,
});

/** The first mentions, and of the others those that share no token with them. */
function withoutOverlap(first: Mention[], others: Mention[]): Mention[] {
  const taken = new Set(
    first.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  const isFree = ({ from, to }: Mention) => {
    for (let at = from; at < to; at++) if (taken.has(at)) return false;
    return true;
  };
  return [...first, ...others.filter(isFree)];
}
