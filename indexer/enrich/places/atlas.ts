import { createNameIndex, type NameIndex } from '../names/name-index.ts';
import { keyOfName } from '../names/name-tokens.ts';
import type { Entity } from '../names/tables.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Place } from './place.ts';

/** The gazetteer and the tables of countries and regions as one: a division that both have is the table's entry. */
export interface Atlas {
  gazetteer: Gazetteer;
  /** The place that an entry of the tables stands for: regions in one country that are a division of it, and countries. */
  placeOf(entity: Entity): Place | undefined;
  /** Codes of the countries that a nationality points to. */
  demonyms: NameIndex<string[]>;
  /** Is this, as it is looked up, what a country is called? */
  isCountry(key: string): boolean;
  /** The same place with its entry of the tables, where it has one. */
  known(place: Place): Place;
}

/** What the tables call a division beside its name: "Homs Governorate", "New York (state)". */
const DESIGNATION =
  / (?:\(.+\)|state|State|Governorate|Oblast|Province|Prefecture|Region|County|Republic|Autonomous Region)$/u;

/** @param entities all entries of the tables; only countries and regions count */
export function createAtlas(gazetteer: Gazetteer, entities: readonly Entity[]): Atlas {
  const places = new Map<string, Place>();
  const entityOf = new Map<string, Entity>();
  for (const entity of entities) {
    const place = entity.type === 'country' ? countryPlace(entity) : regionPlace(entity, gazetteer);
    if (!place) continue;
    places.set(keyOf(entity), { ...place, entity });
    if (entity.type === 'region') entityOf.set(place.id, entity);
  }
  const countries = new Set(
    entities.flatMap(({ type, name }) => (type === 'country' ? [keyOfName(name)] : [])),
  );
  return {
    gazetteer,
    demonyms: demonymsOf(entities),
    isCountry: (key) => countries.has(key),
    placeOf: (entity) => places.get(keyOf(entity)),
    known(place) {
      const entity = entityOf.get(place.id);
      return entity ? { ...place, entity } : place;
    },
  };
}

/** "Syrian" points to Syria, "Congolese" to two countries. */
function demonymsOf(entities: readonly Entity[]): NameIndex<string[]> {
  const codes = new Map<string, string[]>();
  for (const { id, demonyms = [] } of entities)
    for (const demonym of demonyms) codes.set(demonym, [...(codes.get(demonym) ?? []), id]);
  const index = createNameIndex<string[]>();
  for (const [demonym, ids] of codes) index.add(demonym, ids);
  return index;
}

const keyOf = ({ type, id }: Entity): string => `${type} ${id}`;

/** People that a country counts for among its namesakes. */
const COUNTRY = 10_000_000;

function countryPlace({ type, id, name, lat, lng }: Entity): Place | undefined {
  if (type !== 'country' || lat === undefined || lng === undefined) return undefined;
  return { id, name, country: id, lat, lng, population: COUNTRY, names: 0, precision: 'country' };
}

/** The division of the gazetteer that a region of one country is. */
function regionPlace({ type, name, countries }: Entity, gazetteer: Gazetteer): Place | undefined {
  if (type !== 'region' || countries?.length !== 1) return undefined;
  const namesakes = [name, name.replace(DESIGNATION, '')].flatMap(
    (text) => gazetteer.called(text)?.named ?? [],
  );
  return namesakes.find(({ id, country }) => country === countries[0] && gazetteer.divisions.has(id));
}
