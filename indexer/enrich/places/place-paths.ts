import type { PlacePaths } from '../../../src/record.ts';
import type { Field, Meaning } from '../mention.ts';
import type { Entity } from '../names/tables.ts';
import type { Atlas } from './atlas.ts';
import type { Place } from './place.ts';

const SEPARATOR = ' > ';

/**
 * The places of an update from the country down, each path once: "Syria", "Syria > Aleppo", "Syria > Aleppo > Azaz". A
 * region that is no division of its country, and a city whose division isn't known, stand directly below the country; a
 * region of several countries or none (the Middle East, a sea) has no path. @returns undefined without any
 */
export function placePathsOf(
  fields: readonly Field[],
  atlas: Atlas,
  entityOf: ReadonlyMap<string, Entity>,
): PlacePaths | undefined {
  const levels: [Set<string>, Set<string>, Set<string>] = [new Set(), new Set(), new Set()];
  for (const { means } of fields.flatMap(({ mentions }) => mentions)) {
    const names = namesDown(means, atlas, entityOf);
    names.forEach((_, depth) => levels[depth]!.add(names.slice(0, depth + 1).join(SEPARATOR)));
  }
  const [lvl0, lvl1, lvl2] = levels.map((paths) => [...paths]) as [string[], string[], string[]];
  if (lvl0.length === 0) return undefined;
  return { lvl0, ...(lvl1.length > 0 && { lvl1 }), ...(lvl2.length > 0 && { lvl2 }) };
}

/** A place's names from its country down: up to country, division and city. */
function namesDown(means: Meaning, atlas: Atlas, entityOf: ReadonlyMap<string, Entity>): string[] {
  if ('unlisted' in means) return [];
  if ('place' in means) return below(means.place, atlas, entityOf);
  const { entity } = means;
  const place = atlas.placeOf(entity);
  if (place) return below(place, atlas, entityOf);
  const [country, ...others] = entity.type === 'region' ? (entity.countries ?? []) : [];
  const name = country && others.length === 0 ? entityOf.get(country)?.name : undefined;
  return name ? [name, entity.name] : [];
}

function below(place: Place, { gazetteer }: Atlas, entityOf: ReadonlyMap<string, Entity>): string[] {
  const country = entityOf.get(place.country)?.name;
  if (country === undefined) return [];
  if (place.precision === 'country') return [country];
  const division = gazetteer.divisions.get(place.division ?? '');
  if (place.id === division?.id) return [country, plainName(division)];
  return [country, ...(division ? [plainName(division)] : []), plainName(place)];
}

/** In a path nobody takes the region for its city: "Aleppo (region)" is "Aleppo" there. */
const plainName = ({ name }: Place): string => name.replace(/ \(.+\)$/u, '');
