import type { IndexedDocument } from '../../src/engine/engine.ts';
import type { SearchQuery } from '../../src/query.ts';

/** Something that can be searched like Dateline. */
export interface Contender {
  name: string;
  load(documents: AsyncIterable<IndexedDocument>): Promise<void>;
  /** A page of hits with highlights and all asked facets; gives back the ids of the hits. */
  search(query: SearchQuery): Promise<string[]>;
  /** How many updates it holds. */
  size(): Promise<number>;
  close(): Promise<void>;
}
