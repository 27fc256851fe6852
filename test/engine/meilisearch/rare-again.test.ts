import { channel } from 'node:diagnostics_channel';
import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMeilisearchReader } from '../../../src/engine/meilisearch/reader.ts';
import { createMeilisearchWriter } from '../../../src/engine/meilisearch/writer.ts';
import { documentOf, query, record, stream } from '../records.ts';
import { findServer, type Server } from './server.ts';

const server = await findServer();
if ('missing' in server) test.skip(`common words of a real index (skipped: ${server.missing})`, () => {});
else runOn(server);

const QUERIES = [
  'police ',
  'polcie ',
  'polic',
  'police noon ',
  'polcie noon',
  'polcie shooting ',
  'shootng police',
  'polica x ',
];

/** What a reader answers, and how many questions for near words it took. */
function counting(reader: ReturnType<typeof createMeilisearchReader>) {
  let questions = 0;
  const count = (message: unknown) => {
    if ((message as { request: { path: string } }).request.path.endsWith('/facet-search')) questions += 1;
  };
  return async (q: string) => {
    questions = 0;
    channel('http.client.request.start').subscribe(count);
    const { took: _, ...answer } = await reader.search(query({ q }));
    channel('http.client.request.start').unsubscribe(count);
    return { answer, questions };
  };
}

function runOn({ url, masterKey: key, stop }: Server): void {
  const address = { url, key, prefix: `test_${randomUUID().slice(0, 8)}_` };
  const writer = createMeilisearchWriter(address);
  const news = (policeIn: number, policyIn: number) =>
    documentOf('news', [
      ...Array.from({ length: policeIn }, (_, i) => record(`e${i}`, { text: 'The police came.' })),
      ...Array.from({ length: policyIn }, (_, i) => record(`y${i}`, { text: 'A policy.' })),
      record('noon', { text: 'The police and a polcie at noon.' }),
      record('shooting', { text: 'A shooting.' }),
    ]);
  beforeEach(() => writer.rebuild(stream([news(20, 30)])));
  afterEach(async () => {
    const master = new Meilisearch({ host: url, apiKey: key });
    for (const name of ['updates', 'documents', 'entities']) await master.deleteIndex(address.prefix + name);
  });
  afterAll(stop);

  /** A reader that has read the common words. */
  async function readerThatKnows() {
    const ask = counting(createMeilisearchReader(address));
    await vi.waitFor(async () => expect((await ask('police noon ')).questions).toBe(0), 10_000);
    return ask;
  }

  describe('common words of a real index', () => {
    test('save questions, and the answers stay the same', async () => {
      const asking = await readerThatKnows();
      let [questions, saved] = [0, 0];
      for (const q of QUERIES) {
        const without = await counting(createMeilisearchReader(address))(q);
        const known = await asking(q);
        expect(known.answer).toEqual(without.answer);
        questions += known.questions;
        saved += without.questions - known.questions;
      }
      expect(questions).toBeGreaterThan(0);
      expect(saved).toBeGreaterThan(0);
    });
    test('a word that becomes rare gets its suggestion at once', async () => {
      const ask = await readerThatKnows();
      expect((await ask('police noon ')).answer.suggested).toEqual([]);
      const { document, records, entities } = news(5, 30);
      await writer.replace(document, records, entities);
      expect((await ask('police noon ')).answer.suggested).toEqual([{ typed: 'police', found: ['policy'] }]);
    });
  });
}
