import type { EngineReader } from '../engine/engine.ts';
import type { SearchQuery } from '../query.ts';
import { blogTitle } from './blog-title.ts';

/** What pages tell of the index as a whole. */
export interface Library extends Size {
  /** Of the live blogs that were asked for. */
  titles: ReadonlyMap<string, string>;
}

interface Size {
  documents: number;
  updates: number;
  /** There are more live blogs than the engine counts. */
  more: boolean;
}

/** Reads the library, with the titles of these live blogs. @throws EngineError */
export type ReadLibrary = (ids?: readonly string[]) => Promise<Library>;

/**
 * Reads each thing once per version of the index: the size stands on every page, and titles in most. Only titles
 * that are shown are looked up. All of an archive's would hold up everybody's page for a while after each write.
 */
export function createLibrary(reader: EngineReader): ReadLibrary {
  let known = { version: '', once: createOnce() };
  return async (ids = []) => {
    const version = await reader.version();
    if (known.version !== version) known = { version, once: createOnce() };
    const { once } = known;
    const title = async (id: string) => [id, await once(`title ${id}`, () => readTitle(reader, id))] as const;
    const [size, ...titles] = await Promise.all([once('size', () => readSize(reader)), ...ids.map(title)]);
    return { ...size, titles: new Map(titles) };
  };
}

/** An address can name live blogs that don't exist, any number of them, so not all can be remembered. */
const MOST_KEPT = 10_000;

/** Who asks for what somebody else has asked for gets the same answer. One that failed is asked for again. */
function createOnce() {
  const asked = new Map<string, Promise<unknown>>();
  return <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    const before = asked.get(what) as Promise<T> | undefined;
    if (before) return before;
    const answer = ask();
    if (asked.size >= MOST_KEPT) asked.clear();
    asked.set(what, answer);
    answer.catch(() => asked.delete(what));
    return answer;
  };
}

const EVERYTHING = { q: '', match: 'auto', filters: { facets: {} } } as const;
const NO_HITS: SearchQuery = {
  ...EVERYTHING,
  sort: 'newest',
  page: 1,
  perPage: 1,
  facets: [],
  facetLimit: 1,
};

async function readSize(reader: EngineReader): Promise<Size> {
  const [blogs, { total }] = await Promise.all([
    reader.facetValues({ ...EVERYTHING, facet: 'document', prefix: '', limit: 1 }),
    reader.search(NO_HITS),
  ]);
  return { documents: blogs.total, updates: total, more: !blogs.exact };
}

async function readTitle(reader: EngineReader, id: string): Promise<string> {
  const [document] = await reader.lookup({ collection: 'documents', id });
  return document ? blogTitle(document) : id;
}
