import { beforeEach, describe, expect, test } from 'vitest';
import type { EngineWriter, IndexedDocument } from '../../../src/engine/engine.ts';
import { RecordsRefusedError } from '../../../src/engine/engine.ts';
import { createMeilisearchWriter } from '../../../src/engine/meilisearch/writer.ts';
import { documentOf, record, stream } from '../records.ts';
import { PretendServer } from './pretend-server.ts';
import { answer, cut, problem } from './scripted-server.ts';

let server: PretendServer;
let writer: EngineWriter;
beforeEach(async () => {
  server = new PretendServer();
  writer = createMeilisearchWriter(
    { url: await server.listen(), prefix: '' },
    { patience: 200, timeout: 500 },
  );
});

const blog = (id: string, ...ids: string[]) =>
  documentOf(
    id,
    ids.map((update) => record(update)),
  );
const rebuild = (...documents: IndexedDocument[]) => writer.rebuild(stream(documents));
const replace = ({ document, records, entities }: IndexedDocument) =>
  writer.replace(document, records, entities);
const ofNew = (step: string) => step.includes('-new-');

describe('a rebuild that fails leaves the old index serving and nothing behind', () => {
  beforeEach(async () => rebuild(blog('old', 'a', 'b')));
  const expectOld = () => {
    expect(server.ids('updates')).toEqual(['a', 'b']);
    expect(server.ids('documents')).toEqual(['old']);
    expect([...server.indexes.keys()].sort()).toEqual(['documents', 'entities', 'updates']);
  };
  const fresh = () => rebuild(blog('new', 'c'), blog('newer', 'd'));

  test.each([
    ['creating an index', 'POST /indexes'],
    ['setting it up', /^PATCH .*updates-new-.*settings/],
    ['setting up the list of live blogs', /^PATCH .*documents-new-.*settings/],
    ['loading updates', /^POST .*updates-new-.*documents/],
    ['loading live blogs', /^POST .*documents-new-.*documents/],
    ['swapping', 'POST /swap-indexes'],
  ])('at %s: the task fails, is canceled, or is not even taken', async (_, where) => {
    const here = (step: string) => (typeof where === 'string' ? step === where : where.test(step));
    for (const status of ['failed', 'canceled'] as const) {
      server.fail = (step) => (here(step) ? { status, code: 'no_space_left_on_device' } : undefined);
      await expect(fresh()).rejects.toThrow(/could not write: about no_space|somebody canceled|did not put/);
      expectOld();
    }
    server.fail = () => undefined;
    for (const fault of [problem(500, 'internal'), cut, answer(200, '<html>')]) {
      server.interfere = (step) => (here(step) ? fault : undefined);
      await expect(fresh()).rejects.toThrow(/failed by itself|broke off|is not Meilisearch/);
      server.interfere = () => undefined;
      expectOld();
    }
  });
  test('at counting: fewer entries than were sent', async () => {
    server.fail = (step, entries) => {
      if (ofNew(step) && entries.some(({ id }) => id === 'c')) entries.pop();
      return undefined;
    };
    await expect(fresh()).rejects.toThrow('Meilisearch took 1 of 2 entries into updates-new-');
    expectOld();
  });
  test('at reading what is to be indexed', async () => {
    async function* broken() {
      yield blog('new', 'c');
      throw new Error('the source broke');
    }
    await expect(writer.rebuild(broken())).rejects.toThrow('the source broke');
    expectOld();
    await expect(rebuild(blog('new', 'c'), blog('new', 'd'))).rejects.toThrow('came twice');
    await expect(rebuild(blog('new', 'c'), blog('newer', 'c'))).rejects.toThrow('already belongs');
    expectOld();
  });
  test('what a killed one left is cleared by the next', async () => {
    server.interfere = (step) => (/^DELETE|swap/.test(step) ? problem(500, 'internal') : undefined);
    await expect(fresh()).rejects.toThrow(/failed by itself/);
    expect([...server.indexes.keys()].filter(ofNew)).toHaveLength(3);
    server.interfere = () => undefined;
    await fresh();
    expect(server.ids('updates')).toEqual(['c', 'd']);
    expect([...server.indexes.keys()].filter(ofNew)).toEqual([]);
  });
  test('a swap whose answer got lost is looked at, and not done twice', async () => {
    let swaps = 0;
    server.interfere = (step) => {
      if (step !== 'POST /swap-indexes') return undefined;
      swaps += 1;
      const names = [...server.indexes.keys()].filter(ofNew);
      for (const name of names) {
        const live = name.split('-new-')[0]!;
        const [old, next] = [server.indexes.get(live)!, server.indexes.get(name)!];
        server.indexes.set(live, next).set(name, old);
      }
      return cut;
    };
    await fresh();
    expect(swaps).toBe(1);
    expect(server.ids('updates')).toEqual(['c', 'd']);
  });
});

describe('updates that arrive during a rebuild', () => {
  test('are in the index that serves at once, and in the new one', async () => {
    await rebuild(blog('old', 'a'), blog('gone', 'g'));
    async function* slow() {
      yield blog('new', 'c');
      await replace(blog('meanwhile', 'm'));
      await replace(blog('new', 'c', 'c2'));
      await writer.remove('gone');
      expect(server.ids('updates')).toEqual(['a', 'c', 'c2', 'm']);
      yield blog('gone', 'g');
    }
    await writer.rebuild(slow());
    expect(server.ids('updates')).toEqual(['c', 'c2', 'm']);
    expect(server.ids('documents')).toEqual(['meanwhile', 'new']);
  });
  test('stop it only if they are in, and not if they were refused', async () => {
    await rebuild(blog('old', 'a'));
    async function* slow() {
      yield blog('new', 'c');
      await expect(replace(blog('thief', 'a'))).rejects.toThrow('already belongs to an update of old');
    }
    await writer.rebuild(slow());
    expect(server.ids('updates')).toEqual(['c']);
    async function* sameId() {
      yield blog('other', 'x');
      await replace(blog('meanwhile', 'x'));
    }
    await expect(writer.rebuild(sameId())).rejects.toThrow('already belongs to an update of other');
    expect(server.ids('updates')).toEqual(['c', 'x']);
    expect([...server.indexes.keys()].filter(ofNew)).toEqual([]);
  });
});

describe('many replaced live blogs', () => {
  test('that come while another is written go together', async () => {
    const blogs = Array.from({ length: 20 }, (_, i) => blog(`b${i}`, `u${i}`));
    await replace(blogs[0]!);
    server.asked = [];
    await Promise.all(blogs.map(replace));
    const adds = server.asked.filter((step) => step === 'POST /indexes/updates/documents');
    expect(adds.length).toBeLessThanOrEqual(2);
    expect(server.ids('updates')).toHaveLength(20);
    expect(server.ids('documents')).toHaveLength(20);
  });
  test('go in groups, so that nobody waits for all', async () => {
    const blogs = Array.from({ length: 50 }, (_, i) => blog(`b${i}`, `u${i}`));
    const sizes: number[] = [];
    server.fail = (step, entries) => {
      if (step === 'POST /indexes/updates/documents') sizes.push(entries.length);
      return undefined;
    };
    await Promise.all(blogs.map(replace));
    expect(sizes).toEqual([20, 20, 10]);
    expect(server.ids('updates')).toHaveLength(50);
  });
  test('are all in when the writer is closed', async () => {
    const replacing = Array.from({ length: 50 }, (_, i) => replace(blog(`b${i}`, `u${i}`)));
    await writer.close();
    expect(server.ids('updates')).toHaveLength(50);
    await Promise.all(replacing);
  });
  test('of one live blog the last counts', async () => {
    await Promise.all([replace(blog('b', 'one')), replace(blog('b', 'two')), replace(blog('b', 'three'))]);
    expect(server.ids('updates')).toEqual(['three']);
  });
  test('one in the way of another is refused alone', async () => {
    await replace(blog('owner', 'x'));
    const [, thief, fine] = await Promise.allSettled([
      replace(blog('busy', 'y')),
      replace(blog('thief', 'x')),
      replace(blog('fine', 'z')),
    ]);
    expect([thief.status, fine.status]).toEqual(['rejected', 'fulfilled']);
    expect(server.ids('updates')).toEqual(['x', 'y', 'z']);
  });
});

describe('an entry that the server refuses', () => {
  const spoilt = (...bad: string[]) => {
    server.fail = (_, entries) =>
      entries.some(({ id }) => bad.includes(id))
        ? { status: 'failed', code: 'invalid_document_geo_field' }
        : undefined;
  };
  const many = (from: number) => blog(`b${from}`, ...Array.from({ length: 50 }, (_, i) => `u${from + i}`));

  test('is named, and all others are in', async () => {
    spoilt('u7', 'u61');
    const error = await rebuild(many(0), many(50)).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(RecordsRefusedError);
    expect((error as RecordsRefusedError).refusals).toMatchObject([
      { documentId: 'b0', id: 'u7', reason: expect.stringContaining('about invalid_document_geo_field') },
      { documentId: 'b50', id: 'u61' },
    ]);
    expect(server.ids('updates')).toHaveLength(98);
    expect(server.ids('documents')).toEqual(['b0', 'b50']);
  });
  test('of a replaced live blog stays as it was, and the entry of the blog says that it is not whole', async () => {
    await replace(blog('b', 'good', 'bad'));
    spoilt('bad');
    await expect(replace(blog('b', 'good', 'new', 'bad'))).rejects.toThrow(/update bad is not in the index/);
    expect(server.ids('updates')).toEqual(['bad', 'good', 'new']);
    const { info } = server.indexes.get('documents')!.entries.get('b') as unknown as { info: object };
    expect(info).toMatchObject({ updateCount: 2, sourceHash: 'hash-with-refusals' });
  });
  test('that was only beside a bad one is not taken for bad', async () => {
    let times = 0;
    server.fail = (step) =>
      step === 'POST /indexes/updates/documents' && times++ === 0
        ? { status: 'failed', code: 'invalid_document_id' }
        : undefined;
    await replace(blog('b', 'innocent'));
    expect(times).toBeGreaterThan(1);
    expect(server.ids('updates')).toEqual(['innocent']);
  });
  test('is looked for only where it is about an entry, and not without end', async () => {
    server.fail = (step) =>
      step.endsWith('updates/documents') ? { status: 'failed', code: 'no_space_left_on_device' } : undefined;
    server.asked = [];
    await expect(replace(many(0))).rejects.toThrow('about no_space_left_on_device');
    expect(server.asked.filter((step) => step.endsWith('updates/documents'))).toHaveLength(1);
    spoilt(...Array.from({ length: 300 }, (_, i) => `u${i}`));
    await expect(rebuild(...[0, 50, 100, 150].map(many))).rejects.toThrow(/refuses more than 100 entries/);
  });
});

describe('a busy server', () => {
  test('with many tasks waiting gets no more documents until they are fewer', async () => {
    const lengths = [500, 300, 20];
    const waited: number[] = [];
    server.queue = () => {
      const length = lengths.shift() ?? 0;
      waited.push(length);
      return length;
    };
    await replace(blog('b', 'a'));
    expect(waited.slice(0, 3)).toEqual([500, 300, 20]);
    expect(server.asked.indexOf('POST /indexes/updates/documents')).toBeGreaterThan(
      server.asked.lastIndexOf('GET /tasks'),
    );
  });
  test('of an old version is not written to', async () => {
    server.interfere = (step) =>
      step === 'GET /version' ? answer(200, '{"pkgVersion":"1.12.3"}') : undefined;
    await expect(replace(blog('b', 'a'))).rejects.toThrow(/is version 1.12.3; Dateline needs 1.36 or newer/);
    expect(server.indexes.size).toBe(0);
  });
  test('that fails for a moment is waited for', async () => {
    let failures = 3;
    server.interfere = (step) =>
      step.startsWith('POST') && failures-- > 0 ? problem(503, 'busy') : undefined;
    writer = createMeilisearchWriter({ url: await server.listen(), prefix: '' }, { patience: 5000 });
    await replace(blog('b', 'a'));
    expect(server.ids('updates')).toEqual(['a']);
  });
});
