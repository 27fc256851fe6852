import { setTimeout } from 'node:timers/promises';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import type { EngineReader, EngineWriter, IndexedDocument } from '../../src/engine/engine.ts';
import { time } from './measures.ts';
import { toQuery, type KnownItem } from './queries.ts';

export interface WhileLoading {
  /** Milliseconds of each search, while nothing is written, while live blogs are replaced, and while all is rebuilt. */
  idle: number[];
  replacing: number[];
  rebuilding: number[];
  /** The most that this thread itself had to do between two turns of its event loop, in milliseconds of processor time. */
  blocked: number;
}

/** Searches an index, as a server would, while the same process writes it. */
export async function searchWhileLoading(
  folder: string,
  documents: () => AsyncIterable<IndexedDocument>,
  items: readonly KnownItem[],
): Promise<WhileLoading> {
  const reader = createEmbeddedReader(folder);
  const writer = createEmbeddedWriter(folder);
  const changed = await Array.fromAsync(take(documents(), 150), rewritten);
  const idle = await searchUntil(reader, items, pauses(500));
  const loop = watchLoop();
  const replacing = await searchUntil(reader, items, replaceAll(writer, changed));
  const rebuilding = await searchUntil(reader, items, writer.rebuild(documents()));
  const blocked = loop.stop();
  await writer.close();
  await reader.close();
  return { idle, replacing, rebuilding, blocked };
}

/** Processor time, because a clock on the wall would also count what else the machine does. */
function watchLoop(): { stop(): number } {
  let before = process.threadCpuUsage();
  let most = 0;
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    most = Math.max(most, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/** A search every few milliseconds, as from several people, until `work` is done. */
async function searchUntil(
  reader: EngineReader,
  items: readonly KnownItem[],
  work: Promise<unknown>,
): Promise<number[]> {
  const state = { isDone: false };
  const ended = work.finally(() => (state.isDone = true));
  const milliseconds: number[] = [];
  for (let i = 0; !state.isDone; i++) {
    const { q, filter } = items[i % items.length]!;
    milliseconds.push((await time(() => reader.search(toQuery(`${q} `, filter)))).milliseconds);
    await setTimeout(PAUSE_MS);
  }
  await ended;
  return milliseconds;
}

const PAUSE_MS = 5;

async function pauses(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await setTimeout(PAUSE_MS);
}

async function replaceAll(writer: EngineWriter, changed: IndexedDocument[]): Promise<void> {
  for (const { document, records, entities } of changed) {
    await writer.replace(document, records, entities);
    await setTimeout(PAUSE_MS * 4);
  }
}

async function* take<T>(items: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let taken = 0;
  for await (const item of items) {
    if (taken++ === count) return;
    yield item;
  }
}

const rewritten = ({ records, ...rest }: IndexedDocument): IndexedDocument => ({
  ...rest,
  records: records.map((record) => ({ ...record, text: `${record.text} Corrected.` })),
});
