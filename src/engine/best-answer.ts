import type { Correction, SearchQuery } from '../query.ts';
import type { Attempt, WordFacts } from './attempt.ts';
import { correctRare, correctUnknown, suggestions } from './correct.ts';
import { relaxations } from './relax.ts';
import { MANY_UPDATES } from './search-settings.ts';
import { oneBeginning } from './spellings.ts';
import { typosAllowed, type KnownWord } from './typo.ts';
import { askedWords, wording, type AskedWord, type Wording } from './wording.ts';
import { tokenize } from './words.ts';

type Eventually<T> = T | Promise<T>;
type ByWord<T> = ReadonlyMap<string, T>;

/** What an engine is asked on the way to the best answer `A`. */
export interface Searching<A> {
  answer(asked: Wording): Eventually<A>;
  /** How many updates it found. */
  total(found: A): number;
  /**
   * For each of these words at least those of the index that it may have been meant for (see `nearest`), or none
   * where it stands in MANY_UPDATES itself: then it is never corrected.
   */
  near(words: readonly AskedWord[]): Eventually<ByWord<readonly KnownWord[]>>;
  /**
   * The same for words that stand in some update each, but of the others at least those in MANY_UPDATES, and of
   * itself, where it stands in fewer, some count from 1 on.
   */
  nearCommon(words: readonly AskedWord[]): Eventually<ByWord<readonly KnownWord[]>>;
  facts(words: readonly AskedWord[]): Eventually<ByWord<WordFacts>>;
  /** Those of these words that stand in the name of somebody or something that updates name. */
  names(words: readonly string[]): Eventually<ReadonlySet<string>>;
}

export interface BestAnswer<A> extends Attempt {
  found: A;
  /** Words that stand in few updates, while a close one stands in many. */
  suggested: Correction[];
}

/** A search in steps, each of which waits for what an engine replies. */
export type Steps<T> = Generator<unknown, T, unknown>;

type Asked = Pick<SearchQuery, 'q' | 'match'>;

/**
 * The one order in which both engines try. What was typed stands if it finds anything; else words that
 * no update has are corrected, then rare ones too, then less is asked for. `match=exact` tries nothing else.
 */
export function* bestAnswer<A>(asked: Asked, engine: Searching<A>): Steps<BestAnswer<A>> {
  const best = yield* settle(asked, engine);
  const { corrected, relaxed, suggested } = best;
  // Inside, words are folded (`defence` for `Defense`); whoever typed them knows them as they were typed.
  const surfaces = new Map(
    tokenize(asked.q).flatMap(({ word, start, end }) =>
      [oneBeginning(word), word].map((searched) => [searched, asked.q.slice(start, end)] as const),
    ),
  );
  const asWritten = <W extends { typed: string }>(words: readonly W[]): W[] =>
    words.map((word) => ({ ...word, typed: surfaces.get(word.typed) ?? word.typed }));
  return {
    ...best,
    corrected: asWritten(corrected),
    relaxed: asWritten(relaxed),
    suggested: asWritten(suggested),
  };
}

function* settle<A>({ q, match }: Asked, engine: Searching<A>): Steps<BestAnswer<A>> {
  const typed = { wording: wording(q), corrected: [], relaxed: [] };
  const found = yield* reply(engine.answer(typed.wording));
  const asTyped = { ...typed, found, suggested: [] };
  if (match === 'exact') return asTyped;
  const total = engine.total(found);
  if (total === 0) return (yield* further(typed, engine)) ?? asTyped;
  // A word that few updates have can't be found in many.
  return total < MANY_UPDATES ? { ...asTyped, suggested: yield* suggest(typed.wording, engine) } : asTyped;
}

function* further<A>(typed: Attempt, engine: Searching<A>): Steps<BestAnswer<A> | undefined> {
  const near = yield* reply(engine.near(correctable(typed.wording)));
  const corrected = correctUnknown(typed.wording, near);
  const asMeant = yield* firstFound(corrected, engine);
  if (asMeant) return asMeant;
  const asked = corrected[0] ?? typed;
  const facts = yield* reply(engine.facts(askedWords(typed.wording, asked.wording)));
  return yield* firstFound(
    [...correctRare(typed.wording, near, facts), ...relaxations(asked, facts)],
    engine,
  );
}

function* firstFound<A>(attempts: Iterable<Attempt>, engine: Searching<A>): Steps<BestAnswer<A> | undefined> {
  for (const attempt of attempts) {
    const found = yield* reply(engine.answer(attempt.wording));
    if (engine.total(found) > 0) return { ...attempt, found, suggested: [] };
  }
  return undefined;
}

function* suggest<A>(typed: Wording, engine: Searching<A>): Steps<Correction[]> {
  const near = yield* reply(engine.nearCommon(correctable(typed)));
  const possible = suggestions(typed, near);
  if (possible.length === 0) return [];
  const names = yield* reply(engine.names(possible.map((word) => word.typed)));
  return possible.filter((word) => !names.has(word.typed));
}

const correctable = (typed: Wording): AskedWord[] =>
  askedWords(typed).filter(({ word }) => typosAllowed(word) > 0);

function* reply<T>(value: Eventually<T>): Steps<T> {
  return (yield value) as T;
}

/** Takes all steps of a search whose engine replies at once. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next(step.value);
  return step.value;
}

/** Takes all steps of a search whose engine replies when it can. */
export async function inTime<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) step = steps.next(await step.value);
  return step.value;
}
