import type { FacetSearchResult, Filters, SearchQuery, SearchResult } from '../query.ts';
import type { FacetName } from '../facets.ts';
import type { DocumentInfo, EntityInfo, EntityType, KnownEntity, UpdateRecord } from '../record.ts';

/** A live blog with all its records, oldest first, and everyone that they name: the unit of every write. */
export interface IndexedDocument {
  document: DocumentInfo;
  records: UpdateRecord[];
  entities: EntityInfo[];
}

/** Facet search: which values of `facet` hold the words of `prefix`, counted as a search with the same filters would. */
export interface FacetQuery {
  facet: FacetName;
  prefix: string;
  q: string;
  match: 'auto' | 'exact';
  filters: Filters;
  limit: number;
}

/**
 * Which live blogs: the one with this id, or those whose title or id holds the words of `prefix`
 * (the last one may be unfinished; empty means all), the latest first.
 */
export type Lookup =
  { collection: 'documents'; id: string } | { collection: 'documents'; prefix: string; limit: number };

/**
 * Entities of these types that have a name or alias with the words of `prefix`, each at the beginning of a
 * word; unknown words are corrected as in a search. Those that most updates name first, then by name.
 */
export interface EntityQuery {
  types: readonly EntityType[];
  prefix: string;
  limit: number;
}

/** What the API asks. Every answer comes from one state of the index. */
export interface EngineReader {
  search(query: SearchQuery): Promise<SearchResult>;
  facetValues(query: FacetQuery): Promise<FacetSearchResult>;
  /** One update with its evidence; undefined where there is none. */
  get(id: string): Promise<UpdateRecord | undefined>;
  /** All updates of a live blog, oldest first; empty where there is none. */
  timeline(documentId: string): Promise<UpdateRecord[]>;
  lookup(question: Lookup): Promise<DocumentInfo[]>;
  /** Who and what the updates name, found through other names and typos. None that no update names any more. */
  entities(question: EntityQuery): Promise<KnownEntity[]>;
  /** Changes with every write. */
  version(): Promise<string>;
  close(): Promise<void>;
}

/**
 * What the indexer does. A write is visible when its promise resolves, whole or not at all, but for
 * records that the engine can't hold: then it throws a RecordsRefusedError, and all others are in.
 */
export interface EngineWriter {
  /** Afterwards the index holds exactly these documents. Readers see the old set until then; a failure leaves it. */
  rebuild(documents: AsyncIterable<IndexedDocument>): Promise<void>;
  /** Puts one live blog in place of what was there under its id. Doing it twice changes nothing. Several at once may go together. */
  replace(document: DocumentInfo, records: UpdateRecord[], entities: EntityInfo[]): Promise<void>;
  remove(documentId: string): Promise<void>;
  close(): Promise<void>;
}

/** The engine can't do what was asked; `message` says what to do about it. */
export class EngineError extends Error {
  override name = 'EngineError';
  /** What is wrong in words that strangers may read: no address, no path. Absent where only `message` says it. */
  detail?: string;
}

/** Nobody answers, or answers that it can't right now: worth trying again. */
export class EngineUnavailableError extends EngineError {
  override name = 'EngineUnavailableError';
}

/** A record that the engine can't hold, and why. */
export interface Refusal {
  documentId: string;
  id: string;
  reason: string;
}

/** Everything was written but these records. */
export class RecordsRefusedError extends EngineError {
  override name = 'RecordsRefusedError';
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(refusalMessage).join('\n'));
    this.refusals = refusals;
  }
}

/** What a report says of it. */
export const refusalMessage = ({ id, reason }: Refusal) => `the update ${id} is not in the index: ${reason}`;

/** An update id that already belongs to another live blog. */
export class IdConflictError extends EngineError {
  override name = 'IdConflictError';
}
