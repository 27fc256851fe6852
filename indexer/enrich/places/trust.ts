import type { DocumentContext } from './document-context.ts';
import type { Place } from './gazetteer.ts';
import type { Toponym } from './toponyms.ts';

/** From this size on a city is known without its country. */
const WELL_KNOWN = 1_000_000;
/** A smaller one needs its country in the document, or that something happens there ("in Kourou") somewhere in it. */
const LOCATABLE = 10_000;
/** Below this size it needs more than its country: its division, or a place nearby. */
const TOWN = 5_000;
/** Kilometres within which a place vouches for a smaller one. */
const NEARBY = 100;
const SHORTEST_ALTERNATE = 5;

/** What a document says about a name, wherever the name stands in it. */
export interface NameUse {
  scene: boolean;
  /** Somewhere it is the end of a longer name, mostly a person's. */
  surname: boolean;
  /** The tagger sees a location in it. */
  seen: boolean;
}

/** Is a name surely enough a place's, and this place's? */
export function isTrusted(toponym: Toponym, place: Place, use: NameUse, context: DocumentContext): boolean {
  const { area, kind, stop, named, key } = toponym;
  if (toponym.surname) return false;
  if (area || toponym.table) return true;
  if (toponym.kind === 'region' && place.entity) return true;
  if (stop && !(toponym.seen && use.scene) && kind !== 'city' && !isDivision(place, key, use, context))
    return false;
  const country = context.share(place.country, key) > 0;
  if (!named.includes(place)) return key.length >= SHORTEST_ALTERNATE && country;
  if (place.population >= WELL_KNOWN) return true;
  if (use.surname && !use.scene && !use.seen) return false;
  const scene = use.scene || use.seen;
  if (place.population >= TOWN || place.precision === 'region' || place.id.startsWith('x-'))
    return country || (scene && place.population >= LOCATABLE);
  return scene && country && isVouchedFor(toponym.key, place, context);
}

/** A state or province that has a common name: "in Victoria" in a text about Australia. */
const isDivision = (
  { id, division, country }: Place,
  name: string,
  { scene }: NameUse,
  context: DocumentContext,
): boolean => id === division && scene && context.share(country, name) > 0;

const isVouchedFor = (name: string, place: Place, context: DocumentContext): boolean =>
  (place.division !== undefined && context.divisionShare(place.division, name) > 0) ||
  context.nearest(place, name) <= NEARBY;
