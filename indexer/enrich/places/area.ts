import type { Mention } from '../mention.ts';
import type { Atlas } from './atlas.ts';
import { kilometres } from '../../../src/engine/geo.ts';
import type { Place } from './place.ts';
import type { Reading } from './reading.ts';

/** A country or division that a place is given with: "Moscow, Idaho", "COLUMBIA, Ky.". */
export interface Area {
  /** Countries and first-level divisions that the words can mean. */
  places: Place[];
  /** The tokens that name it beside the place; absent where it was given elsewhere in the document. */
  named?: { from: number; to: number };
}

/** Does a place lie in one of these countries or divisions (and isn't itself one of them)? */
export const liesIn = (place: Place, wholes: readonly Place[]): boolean =>
  wholes.some(
    (whole) =>
      place.id !== whole.id &&
      (whole.precision === 'country' ? place.country === whole.country : isWithin(place, whole)),
  );

/** What the gazetteer says of a place is its first-level division; a smaller one is recognized by being near. */
const isWithin = (place: Place, { id, division, ...middle }: Place): boolean =>
  place.division === division && (id === division || kilometres(place, middle) <= COUNTY);

/** Kilometres from the middle of a county or province to its places. */
const COUNTY = 80;

/**
 * The area named after a comma that follows token `at - 1`, if there is one. After what is a country or region by the
 * `table`, only a division of a country is one: "Mexico, China and Japan" is a list.
 */
export function areaAfter(
  { field: { text }, tokens, covering }: Reading,
  at: number,
  atlas: Atlas,
  table?: Mention,
): Area | undefined {
  const [last, next] = [tokens[at - 1]!, tokens[at]];
  if (!next?.capital || !/^, (?:in )?$/u.test(text.slice(last.end, next.start))) return undefined;
  const mention = covering.get(at);
  if (mention) return areaOfMention(mention, atlas, table);
  const short = atlas.gazetteer.divisions.get(atlas.gazetteer.abbreviations.get(next.key) ?? '');
  if (short) return { places: [atlas.known(short)], named: { from: at, to: at + 1 } };
  const found = atlas.gazetteer.longestAt(tokens, at);
  const divisions = found?.named.filter(({ precision }) => precision === 'region') ?? [];
  return divisions.length > 0
    ? { places: divisions.map(atlas.known), named: { from: at, to: at + found!.length } }
    : undefined;
}

const isRegion = ({ means }: Mention): boolean => 'entity' in means && means.entity.type === 'region';

function areaOfMention({ means, from, to }: Mention, atlas: Atlas, table?: Mention): Area | undefined {
  if (!('entity' in means)) return undefined;
  const place = atlas.placeOf(means.entity);
  if (table && (place?.precision === 'country' || isRegion(table))) return undefined;
  if (place?.precision !== 'country') return place && { places: [place], named: { from, to } };
  // "Georgia" after a city can be the state.
  const states = atlas.gazetteer.called(means.entity.name)?.named ?? [];
  return {
    places: [place, ...states.filter(({ id }) => atlas.gazetteer.divisions.has(id)).map(atlas.known)],
    named: { from, to },
  };
}
