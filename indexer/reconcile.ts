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
 * the same text; else with the same time and the nearest text; else with nearly the same text; else
 * a new one. No two drafts get the same id.
 */
export function reconcile(drafts: readonly Draft[], known: readonly Known[]): string[] {
  const ids: (string | undefined)[] = drafts.map(({ sourceId }) => sourceId);
  const free = new Map(known.map((update) => [update.id, update]));
  for (const id of ids) if (id) free.delete(id);
  const keep = (matches: (draft: Draft) => Known | undefined) => {
    drafts.forEach((draft, i) => {
      const match = ids[i] === undefined ? matches(draft) : undefined;
      if (!match) return;
      ids[i] = match.id;
      free.delete(match.id);
    });
  };
  keep((draft) => sameText(draft, free));
  const bags = new Map(known.map((update) => [update.id, bagOf(update)]));
  const nearestAmong = (draft: Draft, likeness: number, candidate: (update: Known) => boolean) =>
    nearest(bagOf(draft), [...free.values()].filter(candidate), bags, likeness);
  keep((draft) => {
    const isMoment = draft.publishedAt.includes('T');
    return nearestAmong(
      draft,
      isMoment ? ALIKE : ALMOST_THE_SAME,
      ({ publishedAt }) => publishedAt === draft.publishedAt,
    );
  });
  keep((draft) => nearestAmong(draft, ALMOST_THE_SAME, () => true));
  return withNewIds(drafts, ids, new Set(known.map(({ id }) => id)));
}

const contentOf = ({ title = '', text }: Omit<Known, 'id'>) => `${title}\n\n${text}`;

/** Of several known updates with the very same text, the one that is nearest in time. */
function sameText(draft: Draft, free: ReadonlyMap<string, Known>): Known | undefined {
  const distance = (update: Known) => Math.abs(update.publishedTs - draft.publishedTs);
  return [...free.values()]
    .filter((update) => contentOf(update) === contentOf(draft))
    .sort((a, b) => distance(a) - distance(b))[0];
}

const bagOf = (update: Omit<Known, 'id'>): Set<string> => new Set(words(contentOf(update)));

function nearest(
  bag: Set<string>,
  candidates: Known[],
  bags: Map<string, Set<string>>,
  likeness: number,
): Known | undefined {
  let best: { update: Known; share: number } | undefined;
  for (const update of candidates) {
    const share = dice(bag, bags.get(update.id)!);
    if (share >= likeness && share > (best?.share ?? 0)) best = { update, share };
  }
  return best?.update;
}

/** Dice's coefficient: twice the words in common over all words; 1 is equal, 0 nothing in common. */
const dice = (a: Set<string>, b: Set<string>): number =>
  (2 * a.intersection(b).size) / (a.size + b.size || 1);

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
