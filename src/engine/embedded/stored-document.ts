import type { DocumentInfo, EntityInfo } from '../../record.ts';
import type { IndexedDocument } from '../engine.ts';
import { toStored, type StoredRecord } from './stored-record.ts';

/** A live blog on its way to the writer's worker: its updates as they will be stored, all else as one JSON text. */
export interface StoredDocument {
  updates: StoredRecord[];
  about: string;
}

interface About {
  document: DocumentInfo;
  entities: EntityInfo[];
}

export function toStoredDocument({ document, entities, records }: IndexedDocument): StoredDocument {
  const about: About = { document, entities };
  return { updates: records.map(toStored), about: JSON.stringify(about) };
}

export const aboutOf = ({ about }: StoredDocument): About => JSON.parse(about) as About;
