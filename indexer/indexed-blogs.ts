import type { EngineReader } from '../src/engine/engine.ts';
import type { DocumentInfo } from '../src/record.ts';

/** As many live blogs as an engine lists at most. */
const MOST_DOCUMENTS = 1_000_000;

/** Every live blog of the index, the latest first. */
export const indexedBlogs = (reader: EngineReader): Promise<DocumentInfo[]> =>
  reader.lookup({ collection: 'documents', prefix: '', limit: MOST_DOCUMENTS });
