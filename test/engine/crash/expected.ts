import { expect } from 'vitest';
import type { EngineReader } from '../../../src/engine/engine.ts';
import { query } from '../records.ts';
import { blogOf, idOf, personOf, sizeOf, wordOf, type Load } from './blog.ts';

/** For every live blog the round that it stands at; undefined where it was never indexed. */
export type State = (number | undefined)[];

export const emptyState = ({ blogs }: Load): State => Array<undefined>(blogs).fill(undefined);

/** What a loader's lines leave open: the state that it had reached for sure, and the one that it was about to reach. */
export interface Reached {
  sure: State;
  next: State;
}

/** Follows the lines of a loader from the state that it began with. */
export function follow(lines: readonly string[], before: State): Reached {
  let [sure, next] = [before, before];
  for (const line of lines) {
    const [what = '', ...numbers] = line.split(' ');
    const [first = 0, second = 0] = numbers.map(Number);
    if (what === 'replacing') next = sure.with(first, second);
    if (what === 'rebuilding') next = sure.map(() => first);
    if (what === 'replaced' || what === 'rebuilt') sure = next;
  }
  return { sure, next };
}

/** Which state the index is in, having checked that each live blog is whole: all of one round, or absent. */
export async function stateOf(reader: EngineReader, load: Load): Promise<State> {
  const state = emptyState(load);
  const documents = await reader.lookup({ collection: 'documents', prefix: '', limit: load.blogs + 1 });
  for (const document of documents) {
    const round = Number(/round (\d+)$/.exec(document.title ?? '')?.[1]);
    const blog = Number(document.id.slice(idOf(0).length - 1));
    const whole = blogOf(blog, round, load);
    expect(document).toEqual(whole.document);
    expect(await reader.timeline(document.id)).toEqual(whole.records);
    state[blog] = round;
  }
  return state;
}

/** Facets, totals and the full text say what the live blogs of `state` hold, and nothing else. */
export async function assertCounts(reader: EngineReader, state: State, load: Load): Promise<void> {
  const sizes = state.map((round, blog) => (round === undefined ? 0 : sizeOf(blog, round, load)));
  const { total, facets } = await reader.search(query({ facets: ['document', 'person'] }));
  expect(total).toBe(sum(sizes));
  const documents = sizes.flatMap((count, blog) => (count > 0 ? [[idOf(blog), count] as const] : []));
  expect(countsOf(facets.document)).toEqual(new Map(documents));
  const rounds = Map.groupBy(state.keys(), (blog) => state[blog]);
  rounds.delete(undefined);
  const persons = [...rounds].map(
    ([round, blogs]) => [personOf(round!), sum(blogs.map((blog) => sizes[blog]!))] as const,
  );
  expect(countsOf(facets.person)).toEqual(new Map(persons));
  for (const [round, blogs] of rounds) {
    const found = await reader.search(query({ q: `${wordOf(round!)} `, match: 'exact' }));
    expect(found.total).toBe(sum(blogs.map((blog) => sizes[blog]!)));
  }
}

/**
 * What a reader may see at any moment: counts that agree with each other, and no live blog of two rounds.
 * Says which version that was, and of how many live blogs.
 */
export async function assertWhole(
  reader: EngineReader,
  load: Load,
): Promise<{ version: string; blogs: number }> {
  const { total, facets, hits, version } = await reader.search(query({ facets: ['document', 'person'] }));
  const documents = countsOf(facets.document);
  expect(sum([...documents.values()])).toBe(total);
  expect(sum([...countsOf(facets.person).values()])).toBe(total);
  for (const [id, ofBlog] of Map.groupBy(hits, ({ update }) => update.documentId)) {
    const rounds = new Set(ofBlog.map(({ update }) => update.persons?.[0]));
    expect(rounds.size).toBe(1);
    const round = Number([...rounds][0]?.slice(personOf(0).length - 1));
    expect(documents.get(id)).toBe(sizeOf(Number(id.slice(idOf(0).length - 1)), round, load));
  }
  return { version, blogs: documents.size };
}

const countsOf = (facet: { values: { value: string; count: number }[] } | undefined) =>
  new Map((facet?.values ?? []).map(({ value, count }) => [value, count]));

const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);
