/**
 * Names and their numbers. The first `sorted` names stand in code unit order, as they were stored, and
 * are looked up by bisection, which takes no memory; those that came since follow in order of arrival.
 */
export interface Dictionary {
  names: string[];
  sorted: number;
  /** The numbers of the names after the sorted ones. */
  later: Map<string, number>;
}

/** @param names in code unit order, each once */
export const dictionaryOf = (names: string[]): Dictionary => ({
  names,
  sorted: names.length,
  later: new Map(),
});

/** @param names in order of arrival, each once; those that come will be added to this list */
export const dictionaryOfLater = (names: string[]): Dictionary => ({
  names,
  sorted: 0,
  later: new Map(names.map((name, number) => [name, number])),
});

/** The number of a name; undefined where it is not known. */
export function numberOf({ names, sorted, later }: Dictionary, name: string): number | undefined {
  const at = firstFrom(names, name, 0, sorted);
  return at < sorted && names[at] === name ? at : later.get(name);
}

/** The number of a name, a new one where it is not known. */
export function numberFor(dictionary: Dictionary, name: string): number {
  const known = numberOf(dictionary, name);
  if (known !== undefined) return known;
  const number = dictionary.names.push(name) - 1;
  dictionary.later.set(name, number);
  return number;
}

/** Where the first name stands that is not before `wanted`, among sorted names from `low` up to `high`. */
export function firstFrom(names: readonly string[], wanted: string, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (names[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** From where to where the sorted names begin like this. */
export function rangeOf(names: readonly string[], beginning: string, sorted: number): [number, number] {
  const from = firstFrom(names, beginning, 0, sorted);
  return [from, firstFrom(names, afterAll(beginning), from, sorted)];
}

/** The numbers of later names that begin like this. */
export function laterBeginning({ later }: Dictionary, beginning: string): number[] {
  const found: number[] = [];
  for (const [name, number] of later) if (name.startsWith(beginning)) found.push(number);
  return found;
}

/** Greater than every word that begins with `prefix`: no word of ours holds this code unit. */
export const afterAll = (prefix: string): string => `${prefix}\uffff`;

/** The dictionary with those names that `keep` keeps, sorted, and for each old number the new one. */
export function sortedAgain(
  { names }: Dictionary,
  keep: (number: number) => boolean,
): { dictionary: Dictionary; renumbered: Uint32Array } {
  const kept = names.map((name, number) => ({ name, number })).filter(({ number }) => keep(number));
  kept.sort((a, b) => (a.name < b.name ? -1 : 1));
  const renumbered = new Uint32Array(names.length);
  kept.forEach(({ number }, place) => (renumbered[number] = place));
  return { dictionary: dictionaryOf(kept.map(({ name }) => name)), renumbered };
}
