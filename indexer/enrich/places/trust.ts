import type { Choice } from './choose.ts';
import type { DocumentContext } from './document-context.ts';
import type { Place } from './place.ts';
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
/** A choice among namesakes this sure needs no help; this and what follows: tuned on half of two sets of news texts. */
const SURE = 0.8;
/** A country that has at most this share of what points to countries is mentioned in passing: it vouches for cities of this size. */
const [PASSING, CITY] = [0.1, 100_000];
/** From so many pointers to countries on a document names those that it is about. */
const MANY_POINTERS = 5;
/** A place that has so many names in GeoNames is known in other countries, as Montreux is. */
const KNOWN_ABROAD = 15;

/** What a document says about a name, wherever the name stands in it. */
export interface NameUse {
  scene: boolean;
  /** Somewhere it is the end of a longer name, mostly a person's. */
  surname: boolean;
  /** The tagger sees a location in it. */
  seen: boolean;
}

/** Is a name surely enough a place's, and this place's? */
export function isTrusted(
  toponym: Toponym,
  { place, score }: Choice,
  use: NameUse,
  context: DocumentContext,
): boolean {
  const { area, kind, stop, named, key } = toponym;
  if (toponym.surname) return false;
  if (area || toponym.table) return true;
  if (toponym.kind === 'region' && place.entity) return true;
  if (stop && !(toponym.seen && use.scene) && kind !== 'city' && !isDivision(place, key, use, context))
    return false;
  if (isElsewhere({ place, score }, key, context)) return false;
  // One of several namesakes has to be a place by more than its name.
  if (score < SURE && !(use.scene || use.seen)) return false;
  const country = isCountryOf(place, key, context);
  if (!named.includes(place)) return key.length >= SHORTEST_ALTERNATE && country;
  if (place.population >= WELL_KNOWN) return true;
  if (use.surname && !use.scene && !use.seen) return false;
  const scene = use.scene || use.seen;
  if (place.population >= TOWN || place.precision === 'region' || isListedByHand(place.id))
    return country || (scene && place.population >= LOCATABLE);
  return scene && country && isVouchedFor(toponym.key, place, context);
}

/** Is a place unlikely because the document names countries and never its own? One known abroad needs no such help. */
const isElsewhere = ({ place, score }: Choice, name: string, context: DocumentContext) =>
  context.pointers >= MANY_POINTERS &&
  context.share(place.country, name) === 0 &&
  place.population < WELL_KNOWN &&
  !isListedByHand(place.id) &&
  (score < SURE || place.names < KNOWN_ABROAD);

/** Is the document about the country of a place? A passing mention is enough for a city only. */
const isCountryOf = ({ country, population, precision }: Place, name: string, context: DocumentContext) =>
  context.share(country, name) > (precision === 'city' && population < CITY ? PASSING : 0);

const isListedByHand = (id: string): boolean => id.startsWith('x-');

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
