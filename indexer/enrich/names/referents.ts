import { nameOf, type Field, type Meaning, type Mention } from '../mention.ts';
import { COURTESIES, TITLES } from './titles.ts';
import { keysOf, type NameToken } from './name-tokens.ts';
import { acronymOf, coreOf, explainedAcronym } from './organization-names.ts';
import type { Entity } from './tables.ts';
import { isSamePerson, namesIn, skeleton, surnamesOf } from './person-names.ts';

/** A person or organization that a document names in full. */
export interface Referent {
  type: 'person' | 'organization';
  means: Meaning;
  /** Its full names in the document. */
  names: NameToken[][];
  /** Where they stand, as positions in the whole document, rising. */
  at: number[];
  /** Words by which it is also called, as keys joined by spaces. */
  forms: Set<string>;
}

/** The referents of a document, and to which of them its full names belong. */
export interface Referents {
  all: Referent[];
  of: ReadonlyMap<Mention, Referent>;
  /** Those of them that the tables know. */
  listed: ReadonlySet<Entity>;
}

/** Groups full names: those of one entity, one spelling, or (people) variants of one name. The tables' names come first. */
export function referentsOf(fields: readonly Field[]): Referents {
  const full = fullNames(fields);
  const listed = full.filter(({ mention }) => 'entity' in mention.means);
  const unlisted = full.filter(({ mention }) => 'unlisted' in mention.means);
  const of = new Map<Mention, Referent>();
  const groups = new Map<string, Set<Referent>>();
  for (const name of [...listed, ...unlisted]) {
    const key = groupOf(name);
    const group = groups.get(key) ?? new Set();
    groups.set(key, group);
    const known = [...group].find((referent) => isSame(referent, name));
    const referent = known ?? {
      type: name.type,
      means: name.mention.means,
      names: [],
      at: [],
      forms: new Set(),
    };
    group.add(referent);
    addName(referent, name);
    of.set(name.mention, referent);
  }
  const all = [...new Set(of.values())];
  for (const { at } of all) at.sort((a, b) => a - b);
  const listedOnes = all.flatMap(({ means }) => ('entity' in means ? [means.entity] : []));
  return { all, of, listed: new Set(listedOnes) };
}

/** The referent that was named last before a position, or else first after it; of those whose name is allowed, if any is. */
export function nearest(
  referents: readonly Referent[],
  position: number,
  allowed: (name: string) => boolean,
): Referent {
  const fitting = referents.filter(({ means }) => allowed(nameOf(means)));
  const lastBefore = ({ at }: Referent) => at[countUpTo(at, position) - 1] ?? -at[0]!;
  return (fitting.length > 0 ? fitting : referents).reduce((best, referent) =>
    lastBefore(referent) > lastBefore(best) ? referent : best,
  );
}

/** How many of the ascending places are at or before a position. */
function countUpTo(places: readonly number[], position: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface FullName {
  mention: Mention;
  type: Referent['type'];
  words: NameToken[];
  field: Field;
  /** Position in the whole document. */
  at: number;
}

function fullNames(fields: readonly Field[]): FullName[] {
  let position = 0;
  return fields.flatMap((field) => {
    const start = position;
    position += field.tokens.length;
    return field.mentions.flatMap((mention) => {
      const type = typeOf(mention.means);
      const words = field.tokens.slice(mention.from, mention.to);
      const isFull = namesIn(words).length > 1 || hasOffice(field, mention);
      return type && isFull ? [{ mention, type, words, field, at: start + mention.from }] : [];
    });
  });
}

function typeOf(means: Meaning): Referent['type'] | undefined {
  const type = 'unlisted' in means ? means.unlisted.type : 'entity' in means ? means.entity.type : undefined;
  return type === 'person' || type === 'organization' ? type : undefined;
}

/** "President Obama" is as good as his full name, where the tables have that alone as well. */
function hasOffice({ tokens }: Field, { from, means }: Mention): boolean {
  const before = tokens[from]!.joined ? tokens[from - 1]!.key : '';
  return 'entity' in means && TITLES.has(before) && ![...COURTESIES, 'Dr'].includes(before);
}

/** Names that may be the same have the same group: it saves comparing each with each. */
function groupOf({ mention: { means }, type, words }: FullName): string {
  if (type === 'person') return `person ${skeleton(namesIn(words).at(-1) ?? '')}`;
  return 'entity' in means ? `entity ${means.entity.id}` : `organization ${coreOf(words)}`;
}

function isSame({ type, means, names }: Referent, name: FullName): boolean {
  if (type !== name.type) return false;
  if ('entity' in name.mention.means) return 'entity' in means && means.entity === name.mention.means.entity;
  return type === 'organization' || names.some((words) => isSamePerson(words, name.words));
}

function addName(referent: Referent, { mention, words, field, at }: FullName): void {
  const longest = Math.max(0, ...referent.names.map(({ length }) => length));
  if ('unlisted' in referent.means && words.length > longest) referent.means = mention.means;
  referent.names.push(words);
  referent.at.push(at);
  for (const form of formsOf(field, mention, words, referent.type)) referent.forms.add(form);
}

function formsOf(field: Field, mention: Mention, words: NameToken[], type: Referent['type']): string[] {
  if (type === 'person') return words.length === 1 ? [keysOf(words)] : surnamesOf(words);
  const forms = [acronymOf(words), explainedAcronym(field, mention.to, words), coreOf(words)];
  return forms.flatMap((form) => (form === undefined || form === keysOf(words) ? [] : [form]));
}
