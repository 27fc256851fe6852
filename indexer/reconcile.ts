import { createHash } from 'node:crypto';
import { words } from '../src/engine/words.ts';
import type { UpdateRecord } from '../src/record.ts';

/** What an index knows of an update, and what a new reading of its source knows. */
type Known = Pick<UpdateRecord, 'id' | 'title' | 'text' | 'publishedAt' | 'publishedTs'>;
type Draft = Omit<Known, 'id'> & { sourceId?: string; documentId: string };

/** Share of words in common from which two texts of the same moment are one update, edited. */
const ALIKE = 0.3;
/** The same for updates whose time changed too; and for a whole day, which many updates share. */
const ALMOST_THE_SAME = 0.7;

/**
 * Gives every draft its id, so that an update keeps its own when the blog is read again with newer
 * updates, corrections or another order: the source's own id; else the id of the known update with
 * the same text; else with the same time and the nearest text; else of the same day with nearly the
 * same text; else a new one. Of several that could have an id, the nearest gets it. No two drafts get the same.
 */
export function reconcile(drafts: readonly Draft[], known: readonly Known[]): string[] {
  const ids: (string | undefined)[] = drafts.map(({ sourceId }) => sourceId);
  const free = new Map(known.map((update) => [update.id, update]));
  for (const id of ids) if (id) free.delete(id);
  const assign = (pairs: Pair[]) => {
    for (const { draft, update } of pairs.sort(nearestFirst)) {
      if (ids[draft] !== undefined || !free.delete(update.id)) continue;
      ids[draft] = update.id;
    }
  };
  const open = () => drafts.flatMap((draft, i) => (ids[i] === undefined ? [{ draft, i }] : []));
  assign(pairsBy(open(), free, contentOf, () => 1));
  assign(pairsBy(open(), free, ({ publishedAt }) => publishedAt, likeness).filter(isSameMoment));
  assign(pairsBy(open(), free, dayOf, likeness).filter(({ alike }) => alike >= ALMOST_THE_SAME));
  return withNewIds(drafts, ids, new Set(known.map(({ id }) => id)));
}

interface Pair {
  /** Its place among the drafts. */
  draft: number;
  update: Known;
  alike: number;
  secondsApart: number;
}

const nearestFirst = (a: Pair, b: Pair) => b.alike - a.alike || a.secondsApart - b.secondsApart;

/** A bare day is shared by many updates, so that it says less than a moment. */
const isSameMoment = ({ update, alike }: Pair) =>
  alike >= (update.publishedAt.includes('T') ? ALIKE : ALMOST_THE_SAME);

/** Every open draft with every free known update that has the same key. */
function pairsBy(
  open: { draft: Draft; i: number }[],
  free: ReadonlyMap<string, Known>,
  key: (update: Omit<Known, 'id'>) => string,
  alike: (a: Omit<Known, 'id'>, b: Omit<Known, 'id'>) => number,
): Pair[] {
  const byKey = Map.groupBy(free.values(), key);
  return open.flatMap(({ draft, i }) =>
    (byKey.get(key(draft)) ?? []).map((update) => ({
      draft: i,
      update,
      alike: alike(draft, update),
      secondsApart: Math.abs(update.publishedTs - draft.publishedTs),
    })),
  );
}

/** A corrected time mostly stays in its day; comparing with all days would take ever longer in long blogs. */
const dayOf = ({ publishedAt }: Omit<Known, 'id'>) => publishedAt.slice(0, 10);

const contentOf = ({ title = '', text }: Omit<Known, 'id'>) => `${title}\n\n${text}`;

const bags = new WeakMap<object, Set<string>>();

/** The words of an update; each is asked for many times during one reconciliation. */
function bagOf(update: Omit<Known, 'id'>): Set<string> {
  const bag = bags.get(update) ?? new Set(words(contentOf(update)));
  bags.set(update, bag);
  return bag;
}

/** Dice's coefficient over the words of both: twice those in common over all; 1 is equal, 0 nothing in common. */
function likeness(a: Omit<Known, 'id'>, b: Omit<Known, 'id'>): number {
  const [one, other] = [bagOf(a), bagOf(b)];
  return (2 * one.intersection(other).size) / (one.size + other.size || 1);
}

/** A new id is the document's with a digest of the update as it first was; equal ones are numbered. */
function withNewIds(
  drafts: readonly Draft[],
  ids: readonly (string | undefined)[],
  taken: Set<string>,
): string[] {
  for (const id of ids) if (id) taken.add(id);
  return drafts.map((draft, i) => {
    if (ids[i]) return ids[i];
    const digest = createHash('sha256')
      .update(`${draft.publishedAt}\n${contentOf(draft)}`)
      .digest('hex')
      .slice(0, 10);
    const stem = `${draft.documentId.slice(0, 100)}-${digest}`;
    let id = stem;
    for (let copy = 2; taken.has(id); copy++) id = `${stem}-${copy}`;
    taken.add(id);
    return id;
  });
}
