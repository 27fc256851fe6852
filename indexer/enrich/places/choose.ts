import { liesIn } from './area.ts';
import type { DocumentContext } from './document-context.ts';
import type { Place } from './place.ts';
import type { Toponym } from './toponyms.ts';

/** The place that a name most likely means; `score` is its share of the weight of all that bear the name (0 to 1). */
export interface Choice {
  place: Place;
  score: number;
}

/** What a candidate's weight, its population, is multiplied by; found on the tuning halves of two corpora of news. */
const COUNTRY = 100;
const DIVISION = 60;
const NEARBY = 40;
/** Kilometres at which nearness has lost two thirds of its weight. */
const REACH = 75;
/** A name that a place only goes by somewhere. */
const ALTERNATE = 0.1;
/** The capital of a country is meant more often than its size says. */
const CAPITAL = 10;
/** So many names more make a place mean as much as twice the people. */
const KNOWN_NAMES = 2;
/** Names that any town has in GeoNames, spellings and codes. */
const ANY_TOWN = 12;
/** A name that a region shares with a city in it means the city, unless it is called a region. */
const REGION_OF_ITS_CITY = 0.02;
/** People added to every place, so that a village of unknown size can be meant at all. */
const LEAST = 500;

/** Chooses among the namesakes, by what the name is given with and by the document. */
export function choose(toponym: Toponym, context: DocumentContext): Choice | undefined {
  const candidates = candidatesOf(toponym);
  const weights = candidates.map(
    (place) => weigh(place, toponym, candidates, context) * (toponym.named.includes(place) ? 1 : ALTERNATE),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const best = weights.indexOf(Math.max(...weights));
  const place = candidates[best];
  return place && { place, score: weights[best]! / all };
}

function candidatesOf({ named, alternates, area, kind }: Toponym): Place[] {
  const inArea = area ? [...named, ...alternates].filter((place) => liesIn(place, area.places)) : [];
  const candidates = inArea.length > 0 ? inArea : [...named, ...alternates];
  const ofKind = kind
    ? candidates.filter(({ precision }) => (precision === 'city') === (kind === 'city'))
    : [];
  return ofKind.length > 0 ? ofKind : candidates;
}

function weigh(
  place: Place,
  { key, kind }: Toponym,
  candidates: readonly Place[],
  context: DocumentContext,
): number {
  const { country, division, population, names, capital } = place;
  const inCountry = 1 + COUNTRY * context.share(country, key);
  const inDivision = division ? 1 + DIVISION * context.divisionShare(division, key) : 1;
  const nearby = 1 + NEARBY * Math.exp(-context.nearest(place, key) / REACH);
  const shared = kind !== 'region' && place.precision === 'region' && hasCity(place, candidates);
  const fame =
    (capital ? CAPITAL : 1) *
    (1 + Math.max(0, names - ANY_TOWN) / KNOWN_NAMES) *
    (shared ? REGION_OF_ITS_CITY : 1);
  return (population + LEAST) * fame * inCountry * inDivision * nearby;
}

const hasCity = (region: Place, candidates: readonly Place[]): boolean =>
  candidates.some(({ precision, country }) => precision === 'city' && country === region.country);
