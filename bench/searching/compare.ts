import type { IndexedDocument } from '../../src/engine/engine.ts';
import type { Contender } from './contenders.ts';
import { time, type Took } from './measures.ts';
import { keystrokes, knownItems, toQuery, type KnownItem } from './queries.ts';

/** What a contender took and found. */
export interface Measured {
  contender: Contender;
  loading: Took;
  searches: Took[];
  keystrokes: Took[];
  empty: Took[];
  /** How many items led, and how many were among the first ten. */
  first: number;
  amongTen: number;
}

const WARM_UP = { seed: 1, queries: 500 };
const SEEDS = [2, 3, 4];
const QUERIES_PER_SEED = 500;
const TYPED = { seed: 5, queries: 30 };
const EMPTY = 20;
const TURN = 50;

export async function load(
  contenders: Contender[],
  documents: () => AsyncIterable<IndexedDocument>,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const contender of contenders) {
    console.error(`${contender.name} loads …`);
    const loading = await time(() => contender.load(documents()));
    measured.push({ contender, loading, searches: [], keystrokes: [], empty: [], first: 0, amongTen: 0 });
  }
  return measured;
}

/**
 * Contenders take turns of some queries each: so what else the machine does hits all alike, and none of them
 * finds the processor's memory full of another's.
 */
export async function compare(measured: Measured[]): Promise<void> {
  console.error('All search …');
  await ask(measured, itemsOf(WARM_UP), () => undefined);
  for (const seed of SEEDS)
    await ask(measured, itemsOf({ seed, queries: QUERIES_PER_SEED }), (one, took, ids, { id }) => {
      one.searches.push(took);
      const place = ids.indexOf(id);
      if (place === 0) one.first += 1;
      if (place >= 0 && place < 10) one.amongTen += 1;
    });
  const typed = knownItems(TYPED.seed, TYPED.queries).flatMap(({ q }) => keystrokes(q));
  await ask(measured, typed.map(asked), (one, took) => one.keystrokes.push(took));
  await ask(measured, Array<Asked>(EMPTY).fill(asked('')), (one, took) => one.empty.push(took));
}

type Asked = Pick<KnownItem, 'q' | 'filter' | 'id'>;

const asked = (q: string): Asked => ({ q, filter: {}, id: '' });

/** The last word is closed, as in a query that was sent. */
const itemsOf = ({ seed, queries }: { seed: number; queries: number }): Asked[] =>
  knownItems(seed, queries).map(({ q, filter, id }) => ({ q: `${q} `, filter, id }));

async function ask(
  measured: Measured[],
  queries: Asked[],
  note: (one: Measured, took: Took, ids: string[], query: Asked) => void,
): Promise<void> {
  for (let from = 0; from < queries.length; from += TURN) {
    for (const one of measured) {
      for (const query of queries.slice(from, from + TURN)) {
        const { result, ...took } = await time(() => one.contender.search(toQuery(query.q, query.filter)));
        note(one, took, result, query);
      }
    }
  }
}
