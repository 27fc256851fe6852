import type { EngineReader } from '../engine/engine.ts';
import { blogTitle } from './blog-title.ts';

/** As many live blogs as the API lists; the footer says "more than" from there on. */
const MOST_DOCUMENTS = 10_000;

/** What every page tells of the index as a whole. */
export interface Library {
  titles: ReadonlyMap<string, string>;
  documents: number;
  updates: number;
  more: boolean;
}

/** Reads the library once per version of the index: it stands on every page and seldom changes. */
export function createLibrary(reader: EngineReader): () => Promise<Library> {
  let known: { version: string; library: Library } | undefined;
  return async () => {
    const version = await reader.version();
    if (known?.version !== version) known = { version, library: await readLibrary(reader) };
    return known.library;
  };
}

async function readLibrary(reader: EngineReader): Promise<Library> {
  const documents = await reader.lookup({ collection: 'documents', prefix: '', limit: MOST_DOCUMENTS });
  return {
    titles: new Map(documents.map((document) => [document.id, blogTitle(document)])),
    documents: documents.length,
    updates: documents.reduce((sum, { updateCount }) => sum + updateCount, 0),
    more: documents.length === MOST_DOCUMENTS,
  };
}
