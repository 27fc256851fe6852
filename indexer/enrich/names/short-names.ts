import { createNameIndex, type NameIndex } from './name-index.ts';
import type { NameToken } from './name-tokens.ts';
import { isVariant, namesIn, skeleton } from './person-names.ts';
import type { Referent } from './referents.ts';

/** What the people and organizations of a document are called when they aren't named in full. */
export interface ShortNames {
  /** Surnames and acronyms. */
  forms: NameIndex<Referent[]>;
  /** The owners of exactly these words, or of their last: `al-Moallem` is called `Moallem`. */
  ownersOf: (words: readonly NameToken[]) => Referent[] | undefined;
  /** The only person with this first name, or whose surname may be spelt like this. */
  onlyPerson: (words: readonly NameToken[]) => Referent | undefined;
}

export function shortNames(referents: readonly Referent[]): ShortNames {
  const forms = createNameIndex<Referent[]>();
  for (const [form, owners] of groupsBy(referents, (referent) => [...referent.forms]))
    forms.add(form, owners);
  const people = groupsBy(referents, partsOf);
  const exact = (words: readonly NameToken[]) => {
    const found = words.length > 0 ? forms.longestAt(words, 0) : undefined;
    return found?.length === words.length ? found.value : undefined;
  };
  return {
    forms,
    ownersOf: (words) => exact(words) ?? exact(words.slice(-1)),
    onlyPerson: (words) => {
      const [name, ...more] = namesIn(words);
      if (name === undefined || more.length > 0) return undefined;
      const alike = (people.get(skeleton(name)) ?? []).filter((referent) => isCalled(referent, name));
      return alike.length === 1 ? alike[0] : undefined;
    },
  };
}

function groupsBy(
  referents: readonly Referent[],
  keysOf: (referent: Referent) => string[],
): Map<string, Referent[]> {
  const byKey = new Map<string, Referent[]>();
  for (const referent of referents) {
    for (const key of new Set(keysOf(referent))) {
      const group = byKey.get(key);
      if (group) group.push(referent);
      else byKey.set(key, [referent]);
    }
  }
  return byKey;
}

const firstAndLast = ({ names }: Referent): { first: string; last: string }[] =>
  names
    .map(namesIn)
    .flatMap((words) => (words.length > 1 ? [{ first: words[0]!, last: words.at(-1)! }] : []));

const partsOf = (referent: Referent): string[] =>
  referent.type === 'person'
    ? firstAndLast(referent).flatMap(({ first, last }) => [skeleton(first), skeleton(last)])
    : [];

const isCalled = (referent: Referent, name: string): boolean =>
  firstAndLast(referent).some(({ first, last }) => first === name || isVariant(last, name));
