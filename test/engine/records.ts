import { DateTime } from 'luxon';
import type { IndexedDocument } from '../../src/engine/engine.ts';
import type { DocumentInfo, EntityInfo, UpdateRecord } from '../../src/record.ts';
import type { SearchQuery } from '../../src/query.ts';

/** A record for engine tests; what isn't given is plain. `at` is a moment in UTC. */
export function record(id: string, given: Partial<UpdateRecord> & { at?: string } = {}): UpdateRecord {
  const { at = '2014-01-22T12:00:00Z', ...fields } = given;
  const moment = DateTime.fromISO(at, { zone: 'utc' });
  const publishedTs = moment.toUnixInteger();
  return {
    id,
    documentId: 'talks',
    text: '',
    kind: 'update',
    boundary: 'marked',
    timeZone: 'UTC',
    timePrecision: 'minute',
    language: 'en',
    publishedAt: moment.toISO({ suppressMilliseconds: true })!,
    publishedTs,
    order: publishedTs * 2 ** 20,
    day: moment.toFormat('yyyy-MM-dd'),
    month: moment.toFormat('yyyy-MM'),
    year: moment.toFormat('yyyy'),
    hour: moment.toFormat("yyyy-MM-dd'T'HH"),
    ...fields,
  };
}

/** The people, organizations and places in the records' facets, without other names. */
function namedIn(records: UpdateRecord[]): EntityInfo[] {
  const of = (type: EntityInfo['type'], names: string[]) =>
    [...new Set(names)].map((name) => ({ id: name, type, name, aliases: [] }));
  return [
    ...of(
      'person',
      records.flatMap(({ persons = [] }) => persons),
    ),
    ...of(
      'organization',
      records.flatMap(({ organizations = [] }) => organizations),
    ),
    ...of(
      'place',
      records.flatMap(({ places = [] }) => places),
    ),
  ];
}

export function documentOf(
  id: string,
  records: UpdateRecord[],
  given: Partial<DocumentInfo> = {},
  entities: EntityInfo[] = namedIn(records),
): IndexedDocument {
  const times = records.map((r) => r.publishedTs);
  const document: DocumentInfo = {
    id,
    language: 'en',
    timeZone: 'UTC',
    firstTs: Math.min(...times),
    lastTs: Math.max(...times),
    updateCount: records.length,
    sourceHash: 'hash',
    pipelineVersion: '1',
    ...given,
  };
  return {
    document,
    entities,
    records: records.map((r) => ({ ...r, documentId: id })).sort((a, b) => a.order - b.order),
  };
}

export const query = (given: Partial<SearchQuery> = {}): SearchQuery => ({
  q: '',
  match: 'auto',
  filters: { facets: {} },
  sort: given.q ? 'relevance' : 'newest',
  page: 1,
  perPage: 100,
  facets: [],
  facetLimit: 100,
  ...given,
});

export async function* stream<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}
