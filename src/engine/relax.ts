import type { Relaxed } from '../query.ts';
import type { Attempt, WordFacts } from './attempt.ts';
import { EVERYWHERE } from './search-settings.ts';
import { isWord, type Wording } from './wording.ts';

/**
 * What to try, in this order, where no update has all wanted words: first the title of the live blog may
 * supply words, then words are left out: those that no update has, then the commonest. Never a phrase or
 * a name, and never so many that only words stay that were corrected or stand everywhere (also in names: `of`, `the`).
 */
export function* relaxations(
  { wording: asked, corrected }: Attempt,
  facts: ReadonlyMap<string, WordFacts>,
): Generator<Attempt> {
  const inTitles = suppliedByTitles(asked, facts);
  if (inTitles) yield { ...inTitles, corrected };
  const misspelt = new Set(corrected.flatMap(({ found }) => found));
  let wording = asked;
  const relaxed: Relaxed[] = [];
  for (;;) {
    const drop = nextToDrop(wording, facts);
    if (drop === undefined) return;
    relaxed.push({ typed: wording.wanted[drop]![0]!, how: 'dropped' });
    wording = without(wording, drop);
    const saysLittle = (word: string) => misspelt.has(word) || facts.get(word)?.isEverywhere;
    if (wording.wanted.every((term) => isWord(wording, term) && saysLittle(term[0]))) return;
    yield { wording, corrected, relaxed: [...relaxed] };
  }
}

/** Of a word that stands in `updates` of `all`: is it in so many that it says nothing by itself? */
export const standsEverywhere = (updates: number, all: number): boolean =>
  updates >= EVERYWHERE.updates && updates > EVERYWHERE.share * all;

function suppliedByTitles(
  asked: Wording,
  facts: ReadonlyMap<string, WordFacts>,
): Omit<Attempt, 'corrected'> | undefined {
  const { wanted, open, ...rest } = asked;
  const titled: NonNullable<Wording['titled']> = [];
  const left = wanted.filter((term, i) => {
    const documents = isWord(asked, term) ? (facts.get(term[0])?.titled ?? []) : [];
    if (documents.length > 0)
      titled.push({ word: term[0]!, open: open && i === wanted.length - 1, documents });
    return documents.length === 0;
  });
  if (titled.length === 0) return undefined;
  const lastStays = left.at(-1) === wanted.at(-1);
  return {
    wording: { ...rest, wanted: left, open: open && lastStays, titled },
    relaxed: titled.map(({ word }) => ({ typed: word, how: 'title' })),
  };
}

/** Place of the word to leave out next; undefined where nothing more may go. */
function nextToDrop(asked: Wording, facts: ReadonlyMap<string, WordFacts>): number | undefined {
  if (asked.wanted.length < 2) return undefined;
  let best: { at: number; updates: number } | undefined;
  asked.wanted.forEach((term, at) => {
    const known = isWord(asked, term) ? facts.get(term[0]) : undefined;
    if (!known || known.isName) return;
    // What no update has can't be found whatever else is asked for.
    const updates = known.updates === 0 ? Infinity : known.updates;
    if (!best || updates > best.updates) best = { at, updates };
  });
  return best?.at;
}

const without = ({ wanted, open, ...rest }: Wording, at: number): Wording => ({
  ...rest,
  wanted: wanted.toSpliced(at, 1),
  open: open && at < wanted.length - 1,
});
