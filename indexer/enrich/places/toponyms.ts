import type { Field, Mention } from '../mention.ts';
import { isParticle, keysOf } from '../names/name-tokens.ts';
import { areaAfter, liesIn, type Area } from './area.ts';
import type { Atlas } from './atlas.ts';
import { isDesignator, isScene, kindGiven, type Kind } from './cues.ts';
import { isInside } from './dateline.ts';
import type { Namesakes } from './place.ts';
import { goesOn, hasBegun, isDirection } from './longer-name.ts';
import type { Reading } from './reading.ts';
import { isInListOfRegions } from './region-list.ts';
import { isPlaceOfTables, rivals } from './table-places.ts';

/** A name in a text that a place bears, with what the words around it say. */
export interface Toponym extends Namesakes {
  field: Field;
  from: number;
  to: number;
  /** The name as it is looked up. */
  key: string;
  /** The country or division that it is given with, if places of that name lie there. */
  area?: Area;
  kind?: Kind;
  /** Something happens there, or the story was filed there. */
  scene: boolean;
  /** A lone word that is usually something else. */
  stop: boolean;
  /** It follows a capital word that means nothing by itself, as a surname does; then it is no place here. */
  surname: boolean;
  /** The tagger sees a location here. */
  seen: boolean;
  /** What the tables say it is. */
  table?: Mention;
}

/** A name of the gazetteer at tokens `from` to `to`, which end with `end` if a designator belongs to it. */
interface Found {
  from: number;
  to: number;
  end: number;
  namesakes: Namesakes;
  seen: boolean;
  table?: Mention;
}

/** Every name of a text that the gazetteer knows and that isn't the beginning of a longer name. */
export function toponymsOf(reading: Reading, atlas: Atlas, firstNames: ReadonlySet<string>): Toponym[] {
  const toponyms: Toponym[] = [];
  for (let at = 0; at < reading.tokens.length;) {
    const found = nameAt(reading, at, atlas);
    const toponym = found && toToponym(reading, found, atlas, firstNames);
    if (toponym) toponyms.push(toponym);
    at = toponym?.to ?? reading.covering.get(at)?.to ?? at + 1;
  }
  return toponyms;
}

function nameAt(
  { tokens, covering, locations }: Reading,
  at: number,
  { gazetteer }: Atlas,
): Found | undefined {
  if (!tokens[at]!.capital) return undefined;
  const found = gazetteer.longestAt(tokens, at);
  if (!found || (found.length === 1 && isParticle(tokens[at]!.key))) return undefined;
  const to = at + found.length;
  if (!isFree(covering, at, to)) return undefined;
  const end = isDesignator(tokens[to]) && !covering.has(to) ? to + 1 : to;
  const seen = locations.get(at) === end || locations.get(at) === to;
  if (isDirection(tokens.slice(at, end)) || goesOn(tokens, end, (token) => covering.has(token), seen))
    return undefined;
  const table = covering.get(at)?.to === to ? covering.get(at) : undefined;
  return { from: at, to, end, namesakes: found, seen, ...(table && { table }) };
}

function toToponym(
  reading: Reading,
  found: Found,
  atlas: Atlas,
  firstNames: ReadonlySet<string>,
): Toponym | undefined {
  const { from, to, end, namesakes, table } = found;
  const listed = isInListOfRegions(reading, from, to, atlas);
  const area = listed ? undefined : areaAfter(reading, end, atlas, table);
  const inside =
    area && [...namesakes.named, ...namesakes.alternates].some((place) => liesIn(place, area.places));
  const { named, alternates } = table && !inside ? rivals(table, namesakes, atlas) : namesakes;
  if (named.length + alternates.length === 0) return undefined;
  const key = keysOf(reading.tokens.slice(from, to));
  // A country that the tables didn't see is one in capitals: `LEBANON —`.
  if (!table && !inside && atlas.isCountry(key)) return undefined;
  return {
    field: reading.field,
    from,
    to: end,
    key,
    named: named.map(atlas.known),
    alternates: alternates.map(atlas.known),
    ...cuesOf(reading, found, atlas, firstNames),
    ...(listed && { kind: 'region' }),
    ...(inside && { area }),
    ...(table && { table }),
  };
}

/** What the words around a name say of it. */
function cuesOf(
  { field, tokens, covering, datelines }: Reading,
  { from, to, end, seen }: Found,
  { gazetteer }: Atlas,
  firstNames: ReadonlySet<string>,
): Pick<Toponym, 'kind' | 'scene' | 'stop' | 'surname' | 'seen'> {
  const filed = isInside(tokens[from]!, datelines);
  const kind = kindGiven(field, from, to) ?? (filed ? 'city' : undefined);
  return {
    ...(kind && { kind }),
    scene: filed || isScene(field, from),
    stop: end === from + 1 && gazetteer.stopNames.has(tokens[from]!.key),
    surname: !seen && hasBegun(tokens, from, (token) => covering.has(token), firstNames),
    seen,
  };
}

/** Do the tables know nothing about these tokens but, at most, a place within them, as Luzon in "Central Luzon"? */
function isFree(covering: ReadonlyMap<number, Mention>, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const mention = covering.get(at);
    if (mention && (!isPlaceOfTables(mention) || mention.from < from || mention.to > to)) return false;
  }
  return true;
}
