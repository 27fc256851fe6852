import { ContentTypeEnum } from 'meilisearch';
import { fetchAll } from '../../src/engine/meilisearch/fetch-all.ts';
import { UPDATE_SETTINGS } from '../../src/engine/meilisearch/settings.ts';
import { isAboutADocument } from '../../src/engine/meilisearch/write.ts';
import { about } from './entries.ts';
import type { Promised } from './promised.ts';
import type { Entry, Trial } from './trial.ts';

const info = (trial: Trial, index: string) => trial.server.ask((client) => client.getRawIndex(index));

/** Loads entries that can't be taken; says whether the server blames one of them, and what is in afterwards. */
async function refused(trial: Trial, name: string, bad: object) {
  const index = await trial.index(name, UPDATE_SETTINGS, [{ id: 'before' }]);
  const blamed = await trial.add(index, [{ id: 'good' }, bad as Entry]).then(() => false, isAboutADocument);
  return [blamed, await trial.ids(index, {})];
}

/** Writing: what loader.ts, rebuild.ts and one-state.ts take for granted. */
export const WRITES: Promised[] = [
  {
    what: 'NDJSON is taken compressed',
    seen: async (trial) => {
      const index = await trial.index('lines', UPDATE_SETTINGS, []);
      const lines = '{"id":"a"}\n{"id":"b"}';
      const type = ContentTypeEnum['NDJSON']!;
      const task = await trial.server.send((client) =>
        client.index(index).addDocumentsFromString(lines, type),
      );
      await trial.server.done(task);
      return trial.ids(index, {});
    },
    expected: ['a', 'b'],
  },
  {
    what: 'an entry with a bad id is blamed, and none of its batch is in',
    seen: (trial) => refused(trial, 'bad-id', { id: 'a b' }),
    expected: [true, ['before']],
  },
  {
    what: 'an entry with a bad place is blamed, and none of its batch is in',
    seen: (trial) => refused(trial, 'bad-place', { id: 'x', _geojson: { type: 'Nowhere' } }),
    expected: [true, ['before']],
  },
  {
    what: 'every write moves the date of its index',
    seen: async (trial) => {
      const index = await trial.index('dates', UPDATE_SETTINGS, [{ id: 'a' }]);
      const before = await info(trial, index);
      await trial.add(index, [{ id: 'b' }]);
      return (await info(trial, index)).updatedAt > before.updatedAt;
    },
    expected: true,
  },
  {
    what: 'stored entries are found by filter and by id, in order',
    seen: async (trial) => {
      const index = await trial.index(
        'stored',
        UPDATE_SETTINGS,
        ['a', 'b', 'c'].map((id) => about(id, 'one')),
      );
      const query = { ids: ['a', 'c', 'z'], filter: 'order >= 0', sort: ['order:desc'], fields: ['id'] };
      return fetchAll(trial.server, index, query);
    },
    expected: [{ id: 'c' }, { id: 'a' }],
  },
  {
    what: 'a swap exchanges entries, settings and dates of birth of all its pairs in one step',
    seen: async (trial) => {
      const names = ['live-one', 'live-two', 'next-one', 'next-two'];
      const made: string[] = [];
      for (const name of names) made.push(await trial.index(name, {}, [{ id: name }]));
      const [liveOne, liveTwo, nextOne, nextTwo] = made as [string, string, string, string];
      const { createdAt } = await info(trial, nextOne);
      const pairs = [[liveOne, nextOne] as const, [liveTwo, nextTwo] as const];
      await trial.server.sendOnce((client) =>
        client.swapIndexes(pairs.map((indexes) => ({ indexes: [...indexes], rename: false }))),
      );
      // A key for some indexes only can't see that task; one after it is done after it.
      await trial.add(nextOne, [{ id: 'after' }]);
      const born = (await info(trial, liveOne)).createdAt === createdAt;
      return [await trial.ids(liveOne, {}), await trial.ids(liveTwo, {}), born];
    },
    expected: [['next-one'], ['next-two'], true],
  },
];
