import type { EntityInfo, EntityType, Evidence, UpdateRecord } from '../../src/record.ts';
import type { Entity } from './names/tables.ts';

const TYPE_OF: Partial<Record<Evidence['facet'], EntityType>> = {
  persons: 'person',
  organizations: 'organization',
  places: 'place',
  countries: 'country',
};

/**
 * Everyone and everything that the records name, each once, with the other names that a person may type:
 * those of the tables (`entityOf`, by id). What no table has is known by its name alone, which is its id.
 */
export function entitiesOf(
  records: readonly UpdateRecord[],
  entityOf: ReadonlyMap<string, Entity>,
): EntityInfo[] {
  const entities = new Map<string, EntityInfo>();
  for (const { evidence = [], points = [] } of records) {
    for (const { facet, value, id = value } of evidence) {
      const type = TYPE_OF[facet];
      if (!type || entities.has(`${type} ${id}`)) continue;
      const point = points.find(({ placeId }) => placeId === id);
      const aliases = entityOf.get(id)?.aliases ?? [];
      const where = point && { lat: point.lat, lng: point.lng };
      entities.set(`${type} ${id}`, { id, type, name: value, aliases, ...where });
    }
  }
  return [...entities.values()];
}
