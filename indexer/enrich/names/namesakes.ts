import { nameTokens } from './name-tokens.ts';
import { surnamesOf } from './person-names.ts';
import type { Entity } from './tables.ts';

/** The people of the tables by those surnames that are an organization's whole name as well. */
export function namesakesIn(entities: readonly Entity[]): ReadonlyMap<string, Entity[]> {
  const companies = new Set(
    entities.flatMap(({ type, name, aliases }) => (type === 'organization' ? [name, ...aliases] : [])),
  );
  const people = new Map<string, Entity[]>();
  for (const person of entities.filter(({ type }) => type === 'person'))
    for (const surname of surnamesOf(nameTokens(person.name)))
      if (companies.has(surname)) people.set(surname, [...(people.get(surname) ?? []), person]);
  return people;
}
