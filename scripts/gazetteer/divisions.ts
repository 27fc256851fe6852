import type { City, Division, Seat } from './geonames.ts';
import { fold, plainName } from './place-names.ts';
import { centre, type Spot } from './sphere.ts';

/** A division ready for the gazetteer: its name as facets print it, and the other names that it goes by. */
export interface DivisionPlace extends Spot {
  /** GeoNames' own code, `SY.09` or `US.TX.113`. */
  code: string;
  name: string;
  aliases: string[];
  population: number;
}

/** Countries whose second-level divisions (counties, provinces, departments) English news names. */
const SECOND_LEVEL = new Set('BE ES FR GB IE IN IT PH PK US'.split(' '));
const NAMED_AS =
  /^(?:Province of|Prov[ií]ncia d(?:e|i|el|ella)|Provincie|Province d(?:e|u)|Département d(?:e la|es|u|e)|(?:Royal |London )?Borough of|City (?:and Borough )?of|City and County of|County of|District of|Municipality of|Opština|Urban|State of) /iu;
const DESIGNATOR =
  / (?:Province|County|Region|Department|District|Oblast|State|Parish|Governorate|Municipality|Prefecture|Republic|Krai|Division|Canton|Voivodeship|Agency|Emirate)$/iu;
/** What names nothing, or something else, without the designator: the Free State, Malawi's Southern Region, the District of Columbia. */
const INCOMPLETE =
  /^(?:(?:North|South|East|West|Central|Upper|Lower)(?:ern)?[ -]?)+$|^(?:Free|Capital|Columbia|Federal|Forest|Islands|Lakes|Pool|Unity)$/iu;
/** A city shares the name of its division if it has this share of the people there, or is known by its size. */
const [CITY_SHARE, KNOWN_CITY] = [0.1, 300_000];
/** A division of which a city is this share is that city: Berlin, Brussels. */
const WHOLE_CITY = 0.8;
/** Degrees within which a division and its seat of the same name are one place on the map. */
const SAME_SPOT = 0.15;

/** First-level divisions, and the second-level ones of some countries, with the middle and the people of their places. */
export function divisionPlaces(
  divisions: readonly Division[],
  seats: readonly Seat[],
  cities: readonly City[],
): DivisionPlace[] {
  const members = membersOf(seats, cities);
  const sameName = Map.groupBy(cities, ({ name, countrycode }) => `${countrycode} ${fold(name)}`);
  return divisions.flatMap(({ code, name }) => {
    const [countrycode = '', , second] = code.split('.');
    const spots = members.get(code);
    if (!spots || (second !== undefined && !SECOND_LEVEL.has(countrycode))) return [];
    const place = {
      code,
      ...centre(spots),
      population: spots.reduce((sum, spot) => sum + spot.population, 0),
    };
    const full = plainName({ name, countrycode });
    const short = shortName(full);
    const namesakes = sameName.get(`${countrycode} ${fold(short)}`) ?? [];
    if (second !== undefined && full === short && namesakes.some((city) => isAt(city, place))) return [];
    // "Dallas" alone is never the county.
    if (second !== undefined && DESIGNATOR.test(full)) return [{ ...place, name: full, aliases: [full] }];
    // "Texas" is enough, whatever village is called so; "Aleppo" alone is the city.
    const rivals = second === undefined ? namesakes.filter((city) => isRival(city, place)) : namesakes;
    const isCity = rivals.some((city) => city.population >= WHOLE_CITY * place.population);
    const printed =
      rivals.length === 0 || (second === undefined && isCity)
        ? short
        : full === short
          ? `${short} (region)`
          : full;
    return [{ ...place, name: printed, aliases: [full, short] }];
  });
}

function shortName(full: string): string {
  const short = full.replace(NAMED_AS, '').replace(DESIGNATOR, '');
  return INCOMPLETE.test(short) ? full : short;
}

const isRival = (city: City, division: { population: number }): boolean =>
  city.population >= KNOWN_CITY || city.population >= CITY_SHARE * division.population;

const isAt = ({ latitude, longitude }: City, { lat, lng }: Spot): boolean =>
  Math.abs(latitude - lat) < SAME_SPOT && Math.abs(longitude - lng) < SAME_SPOT;

/** The places of every division, with their population where a city stands at the same spot. */
function membersOf(
  seats: readonly Seat[],
  cities: readonly City[],
): Map<string, (Spot & { population: number })[]> {
  const at = (lat: number, lng: number) => `${lat.toFixed(3)} ${lng.toFixed(3)}`;
  const populations = new Map(cities.map((city) => [at(city.latitude, city.longitude), city.population]));
  const members = new Map<string, (Spot & { population: number })[]>();
  for (const { country, admin1, admin2, ...seat } of seats) {
    const [lat, lng] = [Number(seat.lat), Number(seat.lng)];
    const spot = { lat, lng, population: populations.get(at(lat, lng)) ?? 0 };
    for (const code of [`${country}.${admin1}`, `${country}.${admin1}.${admin2}`]) {
      const known = members.get(code);
      if (known) known.push(spot);
      else members.set(code, [spot]);
    }
  }
  return members;
}
