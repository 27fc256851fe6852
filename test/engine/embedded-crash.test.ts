import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { currentGeneration, fileOf } from '../../src/engine/embedded/current.ts';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import type { EngineReader } from '../../src/engine/engine.ts';
import { blogOf, type Load } from './crash/blog.ts';
import { assertCounts, assertWhole, emptyState, follow, stateOf, type State } from './crash/expected.ts';
import { bytesIn, runLoader } from './crash/kill.ts';
import type { Plan } from './crash/loader.ts';
import type { Step } from './crash/steps.ts';
import { most, openStory } from './crash/story.ts';
import { isNewer } from './version-order.ts';

/** 100 is what the project promises; the suite has time for fewer, over less. */
const KILLS = Number(process.env['KILLS'] ?? 10);
const SEED = Number(process.env['SEED'] ?? 1);

/** In the larger load SQLite also moves its log into the file by itself, from 4 MB on. */
const LOAD: Load = KILLS > 20 ? { blogs: 16, updates: 30, words: 250 } : { blogs: 8, updates: 6, words: 60 };

/** A loader that nobody kills ends after so many rounds of replacing and of rebuilding. */
const ROUNDS = 10;

/** SQLite empties its log from 4 MB on, once no reader is in the way; leave it a few chances. */
const LARGEST_LOG = 16e6;

const STEPS: readonly Step[] = ['schema', 'commit', 'optimize', 'log', 'switch', 'drop'];

test(
  `killed ${KILLS} times in loading and rebuilding, the index is whole after each`,
  { timeout: 60_000 * KILLS },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    const random = randomFrom(SEED);
    const undisturbed = await rounds();
    const story = openStory();
    const witness = openWitness(folder);
    let state = emptyState(LOAD);
    for (let kill = 0, round = 0; kill < KILLS; kill++, round += 2 * ROUNDS + 1) {
      const { killAfter, ...killed } = planKill(kill, random, undisturbed.milliseconds);
      const plan: Plan = { folder, round, load: LOAD, rounds: ROUNDS, ...killed };
      const ending = await runLoader(plan, witness.search, killAfter);
      expect(ending.signal, ending.lines.at(-1)).toBe('SIGKILL');
      story.killed(ending, folder);

      const { sure, next } = follow(ending.lines, state);
      state = await witness.look();
      expect([sure, next]).toContainEqual(state);
      story.held(sure === next ? 'nothing under way' : `${state.join() === sure.join() ? 'old' : 'new'} set`);
      assertIntegrity(folder);

      state = await writeNext(folder, state, round + 2 * ROUNDS);
      expect(await witness.look()).toEqual(state);
      await assertClean(folder);
      story.bytes.push(bytesIn(folder));
      if ((kill + 1) % 25 === 0 || kill + 1 === KILLS) {
        console.log(
          `${kill + 1} kills, seed ${SEED}, ${witness.searches()} searches meanwhile\n${story.tell()}`,
        );
      }
    }
    await witness.close();
    // Ten kills may hit few kinds of moments; a hundred hit more than these.
    expect(story.moments.size).toBeGreaterThan(Math.min(4, KILLS / 10));
    expect(most(story.bytes, 'index')).toBeLessThan(3 * undisturbed.bytes);
    expect(most(story.bytes, 'log')).toBeLessThan(LARGEST_LOG);
    await rm(folder, { recursive: true });
  },
);

/** How long a loader needs for one round of each kind when nobody kills it, and what the index then takes. */
async function rounds(): Promise<{ milliseconds: number; bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const plan: Plan = { folder, round: 0, load: LOAD, rounds: 1 };
  const { lines, milliseconds, signal } = await runLoader(plan, async () => undefined);
  expect([lines.at(-1), signal]).toEqual(['closed', null]);
  const bytes = bytesIn(folder).index;
  await rm(folder, { recursive: true });
  return { milliseconds, bytes };
}

/** Every second kill comes at any time, the others within a step: right before it, or up to 20 ms later. */
function planKill(
  kill: number,
  random: () => number,
  duration: number,
): { killAfter?: number } & Pick<Plan, 'killed'> {
  if (kill % 2 === 0) return { killAfter: random() * duration };
  const step = STEPS[(kill >> 1) % STEPS.length]!;
  const nth = 1 + Math.floor(random() * (step === 'commit' ? 2 * LOAD.blogs : 2));
  // Most steps take far less than a millisecond, so short times come as often as long ones.
  const microseconds = random() < 0.2 ? 0 : Math.ceil(10 * 2000 ** random());
  return { killed: { step, nth, microseconds } };
}

/** Linear congruential, so that a seed names a run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

/** A reader that stays open all along, and others beside it that are opened anew. */
function openWitness(folder: string) {
  const reader = createEmbeddedReader(folder);
  let seen = { version: '0.0', blogs: 0 };
  let searches = 0;

  /** Versions move forward only, and as nothing is ever removed, a live blog that was there stays there. */
  async function search(with_: EngineReader = reader): Promise<void> {
    const now = await assertWhole(with_, LOAD);
    expect(isNewer(now.version, seen.version), `${now.version} after ${seen.version}`).toBe(true);
    expect(now.blogs).toBeGreaterThanOrEqual(seen.blogs);
    seen = now;
    searches++;
  }

  /** What both see, which must be the same and whole. */
  async function look(): Promise<State> {
    const fresh = createEmbeddedReader(folder);
    await search(fresh);
    const state = await stateOf(fresh, LOAD);
    await assertCounts(fresh, state, LOAD);
    await fresh.close();
    await search();
    expect(await stateOf(reader, LOAD)).toEqual(state);
    await assertCounts(reader, state, LOAD);
    return state;
  }

  return { search: () => search(), look, searches: () => searches, close: () => reader.close() };
}

/** Structure, indexes and, since SQLite 3.44, the full text. */
function assertIntegrity(folder: string): void {
  const current = currentGeneration(folder);
  if (!current) return;
  const db = new DatabaseSync(fileOf(current), { readOnly: true });
  expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  db.close();
}

/** The next writer gets in at once, and its write counts. */
async function writeNext(folder: string, state: State, round: number): Promise<State> {
  const writer = createEmbeddedWriter(folder, 0);
  const { document, records, entities } = blogOf(0, round, LOAD);
  await writer.replace(document, records, entities);
  await writer.close();
  return state.with(0, round);
}

async function assertClean(folder: string): Promise<void> {
  const names = await readdir(folder);
  const file = `gen-${currentGeneration(folder)?.number}.db`;
  const expected = ['CURRENT', 'writer.lock', file, `${file}-shm`, `${file}-wal`];
  expect(names.filter((name) => !expected.includes(name))).toEqual([]);
}
