import type { Field } from '../mention.ts';
import { addTaggedNames } from '../names/tagged-names.ts';
import type { TaggedName } from '../tagger/tagged-name.ts';
import { markAbbreviations } from './abbreviations.ts';
import type { Atlas } from './atlas.ts';
import { choose } from './choose.ts';
import { cluesOf, contextOf, type DocumentContext } from './document-context.ts';
import { markPlaces, type Resolved } from './mark-places.ts';
import { read } from './reading.ts';
import { withoutMisread } from './table-places.ts';
import { toponymsOf, type Toponym } from './toponyms.ts';
import { isTrusted, type NameUse } from './trust.ts';
import { unlistedPlaces } from './unlisted-places.ts';

/** A choice this sure vouches for places nearby. */
const SURE = 0.9;

/**
 * Marks the places in all texts of a document: those that the gazetteer knows in two rounds, first the ones that are sure
 * by themselves, then the others by their countries, divisions and distance to the sure ones; and those that only the
 * tagger sees. @param locations what the
 * tagger sees as places, a list for each text @param things names that are no place's here (things.ts)
 */
export function findPlaces(
  fields: readonly Field[],
  atlas: Atlas,
  firstNames: ReadonlySet<string>,
  locations: readonly (readonly TaggedName[])[],
  things: ReadonlySet<string>,
): void {
  const readings = fields.map((field, i) => read(field, locations[i]!));
  const names = readings.flatMap((reading) => toponymsOf(reading, atlas, firstNames));
  const toponyms = oneSense(names.filter(({ key, area, table }) => area || table || !things.has(key)));
  const unsure = new Set(toponyms.flatMap(({ table }) => table ?? []));
  const uses = usesOf(toponyms);
  const clues = cluesOf(fields, atlas, unsure);
  const first = resolve(toponyms, uses, contextOf(clues, new Map()));
  const sure = new Map(
    first.filter(({ score }) => score >= SURE).map(({ toponym, place }) => [toponym.key, place] as const),
  );
  const resolved = resolve(toponyms, uses, contextOf(clues, sure));
  for (const [field, ofField] of Map.groupBy(resolved, ({ toponym }) => toponym.field))
    markPlaces(field, ofField);
  fields.forEach((field, i) => {
    markAbbreviations(field, locations[i]!, atlas);
    addTaggedNames(field, unlistedPlaces(field, locations[i]!, things, atlas, firstNames));
    field.mentions = withoutMisread(field);
  });
}

/** A place is given with its country or state once; later in the document the name alone means the same. */
function oneSense(toponyms: Toponym[]): Toponym[] {
  const given = new Map(toponyms.flatMap(({ key, area }) => (area ? [[key, { places: area.places }]] : [])));
  return toponyms.map((toponym) => {
    const area = toponym.area ?? given.get(toponym.key);
    return area ? { ...toponym, area } : toponym;
  });
}

function usesOf(toponyms: readonly Toponym[]): Map<string, NameUse> {
  const uses = new Map<string, NameUse>();
  for (const { key, scene, surname, seen } of toponyms) {
    const known = uses.get(key) ?? { scene: false, surname: false, seen: false };
    uses.set(key, {
      scene: known.scene || (scene && !surname),
      surname: known.surname || surname,
      seen: known.seen || seen,
    });
  }
  return uses;
}

function resolve(
  toponyms: readonly Toponym[],
  uses: ReadonlyMap<string, NameUse>,
  context: DocumentContext,
): Resolved[] {
  return toponyms.flatMap((toponym) => {
    const choice = choose(toponym, context);
    const trusted = choice && isTrusted(toponym, choice, uses.get(toponym.key)!, context);
    return trusted ? [{ toponym, ...choice }] : [];
  });
}
