import type { DatabaseSync } from 'node:sqlite';
import type { SearchQuery } from '../../query.ts';
import type { DocumentInfo } from '../../record.ts';
import type { EntityQuery, FacetQuery, Lookup } from '../engine.ts';
import { namedBy, type Term } from '../wording.ts';
import { words } from '../words.ts';
import { findEntities } from './entities.ts';
import { prepared } from './prepared.ts';
import { search, searchFacet } from './search.ts';
import { handOver, type HandedOver } from './found.ts';
import { openSnapshots } from './snapshot.ts';
import { findUpdates } from './updates.ts';

/** Reads the embedded index in `folder` in the thread that calls: what the reader's worker does. Records stay as stored. */
export function openLocalReader(folder: string) {
  const snapshots = openSnapshots(folder);
  return {
    search(query: SearchQuery): HandedOver {
      const start = performance.now();
      const found = snapshots.read((snapshot) => search(snapshot, query));
      return handOver(found, Math.round((performance.now() - start) * 100) / 100);
    },
    facetValues: (query: FacetQuery) => snapshots.read((snapshot) => searchFacet(snapshot, query)),
    get: (id: string) => snapshots.read((snapshot) => findUpdates(snapshot, 'id', id)[0]),
    timeline: (documentId: string) =>
      snapshots.read((snapshot) => findUpdates(snapshot, 'document', documentId)),
    lookup: (question: Lookup) => snapshots.read(({ db }) => documents(db, question)),
    entities: (query: EntityQuery) => snapshots.read((snapshot) => findEntities(snapshot, query)),
    version: () => snapshots.read(({ version }) => version),
    close: () => snapshots.close(),
  };
}

function documents(db: DatabaseSync, question: Lookup): DocumentInfo[] {
  if ('id' in question)
    return infos(prepared(db, 'SELECT info FROM documents WHERE id = ?').all(question.id));
  const typed = namedBy(question.prefix);
  if (typed.length === 0) return infos(prepared(db, LATEST).all(question.limit));
  return infos(prepared(db, 'SELECT info FROM documents').all())
    .filter(({ id, title = '' }) => isNamed(words(`${title} ${id}`), typed))
    .sort((a, b) => b.lastTs - a.lastTs || (a.id < b.id ? -1 : 1))
    .slice(0, question.limit);
}

/** SQLite reads one number out of each entry ten times as fast as all of it is read here. */
const LATEST = `SELECT info FROM documents ORDER BY info ->> 'lastTs' DESC, id LIMIT ?`;

const isNamed = (own: readonly string[], typed: Term): boolean =>
  typed.every((word, i) =>
    i === typed.length - 1 ? own.some((other) => other.startsWith(word)) : own.includes(word),
  );

const infos = (rows: Record<string, unknown>[]) =>
  rows.map((row) => JSON.parse(String(row['info'])) as DocumentInfo);
