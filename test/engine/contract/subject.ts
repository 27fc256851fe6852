import { afterEach, beforeEach } from 'vitest';
import type { EngineReader, EngineWriter, IndexedDocument } from '../../../src/engine/engine.ts';
import type { SearchQuery } from '../../../src/query.ts';
import { query, stream } from '../records.ts';

export interface EngineUnderTest {
  reader: EngineReader;
  writer: EngineWriter;
  dispose(): Promise<void>;
}

/** The engine of the running test, and the questions that most tests ask of it. */
export interface Subject {
  engine: Pick<EngineUnderTest, 'reader' | 'writer'>;
  /** Puts exactly these documents into the index. */
  load(...documents: IndexedDocument[]): Promise<void>;
  /** Ids of the hits, in their order. */
  ids(given: Partial<SearchQuery>): Promise<string[]>;
  /** Ids of the hits, sorted. */
  found(given: Partial<SearchQuery>): Promise<string[]>;
}

/** Gives every test of the surrounding suite an empty engine of its own. */
export function subjectOf(open: () => Promise<EngineUnderTest>): Subject {
  let current: EngineUnderTest;
  beforeEach(async () => void (current = await open()));
  afterEach(async () => current.dispose());
  const engine = {
    get reader() {
      return current.reader;
    },
    get writer() {
      return current.writer;
    },
  };
  const ids = async (given: Partial<SearchQuery>) =>
    (await engine.reader.search(query(given))).hits.map((hit) => hit.update.id);
  return {
    engine,
    load: (...documents) => engine.writer.rebuild(stream(documents)),
    ids,
    found: async (given) => (await ids(given)).sort(),
  };
}
