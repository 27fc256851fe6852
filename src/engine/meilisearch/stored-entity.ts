import { createHash } from 'node:crypto';
import { facetValues } from '../../facets.ts';
import { ENTITY_TYPES, type EntityInfo, type UpdateRecord } from '../../record.ts';
import { FACET_OF, namingWords } from '../entity-names.ts';

/** Someone or something that updates name, as Meilisearch holds it. */
export interface StoredEntity {
  id: string;
  info: EntityInfo;
  type: EntityInfo['type'];
  /** The words of its names, folded. */
  searchNames: string;
  /** As it was when this was written: good enough to rank by, counted anew for every answer. */
  updateCount: number;
}

export const toStoredEntity = (info: EntityInfo, updateCount: number): StoredEntity => ({
  id: storedId(info),
  info,
  type: info.type,
  searchNames: namingWords(info).join(' '),
  updateCount,
});

/** The server takes ids of 511 bytes. */
const LONGEST_ID = 200;

/** Ids of different types may be the same, and may hold signs that the server doesn't take. */
function storedId({ type, id }: EntityInfo): string {
  const bytes = Buffer.from(id);
  const short = bytes.length <= LONGEST_ID ? bytes : createHash('sha256').update(bytes).digest();
  return `${type}-${short.toString('hex')}`;
}

/** Gathers the entities of many documents, each with the number of updates that name it. */
export function createEntityTally() {
  const infos = new Map<string, EntityInfo>();
  const counts = new Map<string, number>();
  const key = (type: EntityInfo['type'], name: string) => `${type} ${name}`;
  return {
    add(entities: readonly EntityInfo[], records: readonly UpdateRecord[]): void {
      for (const info of entities) infos.set(storedId(info), info);
      for (const record of records)
        for (const type of ENTITY_TYPES)
          for (const name of facetValues(record, FACET_OF[type]))
            counts.set(key(type, name), (counts.get(key(type, name)) ?? 0) + 1);
    },
    stored: () =>
      [...infos.values()].map((info) => toStoredEntity(info, counts.get(key(info.type, info.name)) ?? 0)),
  };
}
