import type { Draft } from './draft.ts';

/** Drafts whose ids each stand for one update. */
interface Told {
  drafts: Draft[];
  /** Drafts that lost their id, because others have it, too, and say something else; the first one's place. */
  shared: { count: number; place: string } | undefined;
}

/**
 * A draft that says the same as another of its id is that one once more; so is a pinned post or a key
 * event beside the update itself. Where an id stands for different updates (a page's address, say) it
 * is nobody's: they go without, and reconciliation names them.
 */
export function withoutRepeats(drafts: readonly Draft[]): Told {
  const sharing = Map.groupBy(drafts, ({ ownId }) => ownId);
  const first = new Map<string, Draft>();
  const nameless: Draft[] = [];
  const kept = drafts.flatMap((draft) => {
    const { ownId } = draft;
    if (!ownId) return [draft];
    const known = first.get(ownId);
    if (known) {
      known.pinned ||= draft.pinned;
      known.keyEvent ||= draft.keyEvent;
      return [];
    }
    const own = { ...draft };
    if (isOneUpdate(sharing.get(ownId)!)) first.set(ownId, own);
    else {
      delete own.ownId;
      nameless.push(own);
    }
    return [own];
  });
  const [like] = nameless;
  return { drafts: kept, shared: like && { count: nameless.length, place: like.place } };
}

/** A pinned post or key event repeats its update in other words; those with the same marks have to say the same. */
function isOneUpdate(drafts: readonly Draft[]): boolean {
  const withSameMarks = Map.groupBy(
    drafts,
    ({ pinned, keyEvent }) => `${pinned === true} ${keyEvent === true}`,
  );
  return [...withSameMarks.values()].every((some) => new Set(some.map(said)).size === 1);
}

const said = ({ title, html, field, media }: Draft): string =>
  JSON.stringify([title?.trim(), (html ?? field)?.trim(), media]);
