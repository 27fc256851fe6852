import type { DatabaseSync } from 'node:sqlite';
import type { DocumentInfo } from '../../record.ts';
import type { EngineReader, Lookup } from '../engine.ts';
import { holdsWords } from '../facet-list.ts';
import { findEntities } from './entities.ts';
import { prepared } from './prepared.ts';
import { search, searchFacet } from './search.ts';
import { openSnapshots } from './snapshot.ts';
import { findUpdates } from './updates.ts';

/** Reads the embedded index in `folder`, also while another process writes it. An absent index is an empty one. */
export function createEmbeddedReader(folder: string): EngineReader {
  const snapshots = openSnapshots(folder);
  return {
    async search(query) {
      const start = performance.now();
      const result = snapshots.read((snapshot) => search(snapshot, query));
      return { ...result, took: Math.round((performance.now() - start) * 100) / 100 };
    },
    facetValues: async (query) => snapshots.read((snapshot) => searchFacet(snapshot, query)),
    get: async (id) => snapshots.read((snapshot) => findUpdates(snapshot, 'id', id)[0]),
    timeline: async (documentId) =>
      snapshots.read((snapshot) => findUpdates(snapshot, 'document', documentId)),
    lookup: async (question) => snapshots.read(({ db }) => documents(db, question)),
    entities: async (query) => snapshots.read((snapshot) => findEntities(snapshot, query)),
    version: async () => snapshots.read(({ version }) => version),
    close: async () => snapshots.close(),
  };
}

function documents(db: DatabaseSync, question: Lookup): DocumentInfo[] {
  if ('id' in question)
    return infos(prepared(db, 'SELECT info FROM documents WHERE id = ?').all(question.id));
  return infos(prepared(db, 'SELECT info FROM documents').all())
    .filter(({ id, title = '' }) => holdsWords(`${title} ${id}`, question.prefix))
    .sort((a, b) => b.lastTs - a.lastTs || (a.id < b.id ? -1 : 1))
    .slice(0, question.limit);
}

const infos = (rows: Record<string, unknown>[]) =>
  rows.map((row) => JSON.parse(String(row['info'])) as DocumentInfo);
