import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { problem } from '../../src/api/contract.ts';
import { createApp } from '../../src/app.ts';
import { EngineError, EngineUnavailableError, type EngineReader } from '../../src/engine/engine.ts';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import { documentOf, record, stream } from '../engine/records.ts';

let folder: string;
let reader: EngineReader;
let app: ReturnType<typeof createApp>;

const hour = (h: number) => `2014-01-22T${String(h).padStart(2, '0')}:00Z`;
const evidence = [
  { facet: 'persons', value: 'John Kerry', surface: 'Kerry', field: 'text', start: 0, end: 5, by: 'surname' },
] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const writer = createEmbeddedWriter(folder);
  const talks = Array.from({ length: 9 }, (_, i) =>
    record(`t${i}`, {
      title: `Round ${i}`,
      text: 'Kerry spoke in Montreux.',
      persons: ['John Kerry'],
      at: hour(i),
      evidence: [...evidence],
    }),
  );
  await writer.rebuild(
    stream([
      documentOf('talks', talks, { title: 'Peace talks' }, [
        { id: 'john-kerry', type: 'person', name: 'John Kerry', aliases: ['Secretary Kerry'] },
      ]),
      documentOf('storm', [record('s', { text: 'Wind.', at: hour(20) })]),
    ]),
  );
  await writer.close();
  reader = createEmbeddedReader(folder);
  app = createApp({ reader, engineName: 'test' });
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true });
});

// eslint-disable-next-line typescript/no-explicit-any -- answers are looked at field by field
const get = async (path: string): Promise<any> => (await app.request(path)).json();

describe('GET /v1/updates', () => {
  test('answers hits, totals and the shown facets; no nulls, no evidence unless asked', async () => {
    const answer = await get('/v1/updates?q=motreux&perPage=2&page=2');
    expect(answer).toMatchObject({
      total: 9,
      reachable: 9,
      page: 2,
      pages: 5,
      corrected: [{ typed: 'motreux', found: ['montreux'] }],
    });
    expect(answer.hits.map((hit: { update: { id: string } }) => hit.update.id)).toEqual(['t6', 't5']);
    expect(answer.facets.person.values).toEqual([{ value: 'John Kerry', count: 9, selected: false }]);
    expect(JSON.stringify(answer)).not.toMatch(/null|"evidence"/);
    expect(
      (await get('/v1/updates?evidence=true&perPage=1&person=John+Kerry')).hits[0].update.evidence,
    ).toEqual(evidence);
  });
  test('repeated parameters combine', async () => {
    expect((await get('/v1/updates?document=talks&document=storm')).total).toBe(10);
    expect((await get('/v1/updates?person=John%20Kerry&person=Nobody')).total).toBe(0);
    expect(
      (await get('/v1/updates?document.not=talks&facets=document,day&histogram=auto')).histogram,
    ).toEqual({
      unit: 'hour',
      buckets: [{ start: '2014-01-22T20', count: 1 }],
    });
  });
  test('fields are those that were asked for, and the id', async () => {
    const { hits } = await get('/v1/updates?q=round+4&fields=title,day,url');
    expect(hits[0].update).toEqual({ id: 't4', title: 'Round 4', day: '2014-01-22' });
    expect((await get('/v1/updates?q=round+4&fields=evidence')).hits[0].update).toEqual({
      id: 't4',
      evidence,
    });
  });
  test('a cursor leads through all hits, and the last answer has none', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await get(`/v1/updates?perPage=4${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...answer.hits.map((hit: { update: { id: string } }) => hit.update.id));
      cursor = answer.cursor;
    } while (cursor);
    const all = await get('/v1/updates?perPage=100');
    expect(seen).toEqual(all.hits.map((hit: { update: { id: string } }) => hit.update.id));
    expect(all).not.toHaveProperty('cursor');
    expect(all).not.toHaveProperty('next');
  });
  test('a cursor also leads through many updates of one moment', async () => {
    const blogs = Array.from({ length: 1000 }, (_, i) =>
      documentOf(`news-of-the-day-${i}`, [record(`news-of-the-day-${i}-1`)]),
    );
    const crowded = await mkdtemp(join(tmpdir(), 'dateline-'));
    const writer = createEmbeddedWriter(crowded);
    await writer.rebuild(stream(blogs));
    await writer.close();
    const reading = createEmbeddedReader(crowded);
    const day = createApp({ reader: reading, engineName: 'test' });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const response = await day.request(`/v1/updates?perPage=70${cursor ? `&cursor=${cursor}` : ''}`);
      expect(response.status).toBe(200);
      const answer = (await response.json()) as { cursor?: string; hits: { update: { id: string } }[] };
      seen.push(...answer.hits.map(({ update }) => update.id));
      cursor = answer.cursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([1000, 1000]);
    await reading.close();
    await rm(crowded, { recursive: true });
  });
  test('a facet that is named twice is counted once', async () => {
    const search = vi.spyOn(reader, 'search');
    const { facets } = await get('/v1/updates?facets=person,day,person,person');
    expect(Object.keys(facets)).toEqual(['person', 'day']);
    expect(search.mock.lastCall?.[0].facets).toEqual(['person', 'day']);
    search.mockRestore();
  });
  test.each([
    ['cursor=abc', 'cursor', undefined],
    ['cursor=eyJvcmRlciI6MSwiaWRzIjpbXX0&q=x', 'cursor', undefined],
    ['cursor=eyJvcmRlciI6MSwiaWRzIjpbXX0&page=2', 'cursor', undefined],
    ['persons=x', 'persons', 'person'],
    ['Person=x', 'Person', 'person'],
    ['perpage=3', 'perpage', 'perPage'],
    ['zzzzzz=1', 'zzzzzz', undefined],
    ['perPage=101', 'perPage', undefined],
    ['page=0', 'page', undefined],
    ['page=ten', 'page', undefined],
    ['page=101&perPage=100', 'page', undefined],
    ['from=yesterday', 'from', undefined],
    ['to=2014-01-22T10:00:00', 'to', undefined],
    ['sort=best', 'sort', undefined],
    ['facets=person,colour', 'facets', undefined],
    ['fields=title,colour', 'fields', undefined],
    ['fields=', 'fields', undefined],
    ['person=', 'person', undefined],
    [`q=${'x'.repeat(201)}`, 'q', undefined],
    [Array(21).fill('place=x').join('&'), 'place', undefined],
  ])('%s is refused with the parameter named', async (query, parameter, suggestion) => {
    const response = await app.request(`/v1/updates?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    const body = problem.parse(await response.json());
    expect([body.parameter, body.suggestion]).toEqual([parameter, suggestion]);
  });
});

describe('the other resources', () => {
  test('similar updates only on request', async () => {
    expect(await get('/v1/updates/t4')).not.toHaveProperty('similar');
    const { similar } = await get('/v1/updates/t4?similar=true');
    expect(similar).toHaveLength(5);
    expect(similar[0]).toMatchObject({ documentId: 'talks', text: 'Kerry spoke in Montreux.' });
    expect(similar.map(({ id }: { id: string }) => id)).not.toContain('t4');
    expect(JSON.stringify(similar)).not.toContain('evidence');
    expect((await app.request('/v1/updates/t4?similar=yes')).status).toBe(400);
  });
  test('an update among its neighbours, with its evidence', async () => {
    const answer = await get('/v1/updates/t4');
    expect(answer).toMatchObject({ position: 5, documentSize: 9, update: { id: 't4', evidence } });
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    expect([ids(answer.before), ids(answer.after)]).toEqual([
      ['t1', 't2', 't3'],
      ['t5', 't6', 't7'],
    ]);
  });
  test('live blogs, the latest first, and one as a timeline', async () => {
    expect(await get('/v1/documents')).toMatchObject({ total: 2, hits: [{ id: 'storm' }, { id: 'talks' }] });
    expect((await get('/v1/documents?q=peace')).total).toBe(1);
    const { document, updates } = await get('/v1/documents/talks');
    expect([document.title, updates.length, updates[0].id]).toEqual(['Peace talks', 9, 't0']);
  });
  test('search inside a facet, under the same filters', async () => {
    expect(await get('/v1/facets/person?q=kerr')).toEqual({
      total: 1,
      exact: true,
      values: [{ value: 'John Kerry', count: 9, selected: false }],
    });
    expect((await get('/v1/facets/person?q=kerr&document=storm')).total).toBe(0);
    expect((await get('/v1/facets/person?query=round+4')).values[0].count).toBe(1);
  });
  test('suggestions of every kind in one call', async () => {
    const answer = await get('/v1/suggest?q=ker');
    expect(answer.people).toEqual([{ value: 'John Kerry', count: 9, selected: false }]);
    expect(answer.updates).toHaveLength(5);
    expect((await get('/v1/suggest?q=secret')).people).toEqual(answer.people);
    expect(await get('/v1/suggest?q=')).toEqual({ people: [], organizations: [], places: [], updates: [] });
  });
  test('health and readiness', async () => {
    expect((await app.request('/health')).status).toBe(200);
    expect((await app.request('/ready')).status).toBe(200);
  });
});

describe('every route', () => {
  test.each(['/v1/updates/none', '/v1/documents/none', '/v1/none'])(
    '%s is not found, as a problem',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(problem.parse(await response.json()).status).toBe(404);
    },
  );
  test.each([
    '/v1/updates',
    '/v1/updates/t1',
    '/v1/documents',
    '/v1/documents/talks',
    '/v1/facets/person',
    '/v1/suggest',
  ])('%s answers any origin and refuses parameters that it does not know', async (path) => {
    expect((await app.request(path)).headers.get('Access-Control-Allow-Origin')).toBe('*');
    const refused = await app.request(`${path}?nonsense=1`);
    expect(refused.status).toBe(400);
    expect(problem.parse(await refused.json()).parameter).toBe('nonsense');
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
  test('an unknown facet is a bad parameter', async () => {
    expect(problem.parse(await get('/v1/facets/colour'))).toMatchObject({ status: 400, parameter: 'facet' });
  });
});

describe('an engine in trouble', () => {
  beforeAll(() => void vi.spyOn(console, 'error').mockReturnValue());
  afterAll(() => void vi.restoreAllMocks());

  const failing = (error: Error) => {
    const fail = async () => {
      throw error;
    };
    return createApp({
      reader: {
        search: fail,
        facetValues: fail,
        get: fail,
        timeline: fail,
        lookup: fail,
        entities: fail,
        version: fail,
        close: fail,
      },
      engineName: 'broken',
    });
  };
  test('unreachable is 503 with Retry-After, and the process is still alive', async () => {
    const down = failing(new EngineUnavailableError('nobody at home'));
    for (const path of [
      '/v1/updates',
      '/v1/updates/x',
      '/v1/documents',
      '/v1/facets/person',
      '/v1/suggest?q=x',
      '/ready',
    ]) {
      const response = await down.request(path);
      expect([path, response.status, response.headers.get('Retry-After')]).toEqual([path, 503, '5']);
      expect(problem.parse(await response.json()).detail).not.toMatch(/nobody at home/);
    }
    expect((await down.request('/health')).status).toBe(200);
  });
  test('an index that can not be used is 503 as well, and only the log says what is wrong with it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = failing(new EngineError('The index in /srv/data is damaged'));
    for (const path of ['/v1/updates', '/ready']) {
      const response = await broken.request(path);
      expect([path, response.status]).toEqual([path, 503]);
      expect(problem.parse(await response.json()).detail).toMatch(/^(?!.*srv).*log of the server/);
    }
    expect(log.mock.calls.flat()).toEqual(Array(2).fill('The index in /srv/data is damaged'));
    log.mockRestore();
  });
  test('whether all is ready says what is wrong where strangers may read it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const error = new EngineError('Meilisearch at http://inside:7700 refuses the key');
    error.detail = 'Meilisearch at MEILI_URL refuses the key';
    const response = await failing(error).request('/ready');
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(problem.parse(await response.json()).detail).toBe(error.detail);
    expect(log).toHaveBeenCalledExactlyOnceWith(error.message);
    const searching = await failing(error).request('/v1/updates');
    expect(problem.parse(await searching.json()).detail).not.toContain('key');
    log.mockRestore();
  });
  test('anything else is 500 and tells a stranger nothing', async () => {
    const response = await failing(new Error('secret path')).request('/v1/updates');
    expect(response.status).toBe(500);
    expect(JSON.stringify(await response.json())).not.toMatch(/secret/);
  });
});

describe('the documentation', () => {
  test('OpenAPI and /docs name every route and every parameter of a search', async () => {
    const { paths } = await get('/openapi.json');
    expect(Object.keys(paths).sort()).toEqual([
      '/health',
      '/ready',
      '/v1/documents',
      '/v1/documents/{id}',
      '/v1/facets/{facet}',
      '/v1/suggest',
      '/v1/updates',
      '/v1/updates/{id}',
    ]);
    const page = await (await app.request('/docs')).text();
    for (const path of Object.keys(paths)) expect(page).toContain(path);
    for (const { name } of paths['/v1/updates'].get.parameters)
      expect(page).toContain(`<code>${name}</code>`);
  });
});
