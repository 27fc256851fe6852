import type { EntityField, Evidence } from '../../src/record.ts';
import { isCredit } from './credits.ts';
import type { Field, Mention, Unlisted } from './mention.ts';
import type { Entity, EntityType } from './names/tables.ts';

const FIELD_OF: Record<Exclude<EntityType, 'thing'> | Unlisted['type'], EntityField> = {
  person: 'persons',
  organization: 'organizations',
  country: 'countries',
  region: 'places',
  place: 'places',
};

/** Where a piece of a text stands, as evidence says it. */
export type Span = Pick<Evidence, 'surface' | 'field' | 'start' | 'end'>;

/** The evidence that the names in a text are; `entityOf` knows the countries that follow from places. */
export const evidenceOfNames = (field: Field, entityOf: ReadonlyMap<string, Entity>): Evidence[] =>
  field.mentions.flatMap((mention) => evidenceOf(field, mention, entityOf));

function evidenceOf(field: Field, mention: Mention, entityOf: ReadonlyMap<string, Entity>): Evidence[] {
  const span = spanOf(field, mention);
  const { means, by, score } = mention;
  const value = (facet: EntityField, { name, id }: { name: string; id?: string }, how = by): Evidence => ({
    facet,
    value: name,
    ...(id !== undefined && { id }),
    ...span,
    by: how,
    ...(score !== undefined && { score }),
  });
  const derived = (codes: readonly string[]) =>
    codes
      .flatMap((code) => entityOf.get(code) ?? [])
      .map((country) => value('countries', country, 'derived'));
  if ('unlisted' in means) return [value(FIELD_OF[means.unlisted.type], means.unlisted)];
  if ('place' in means) return [value('places', means.place), ...derived([means.place.country])];
  const { entity } = means;
  if (entity.type === 'thing') return [];
  const facet = isCredit(field, mention) ? 'credits' : FIELD_OF[entity.type];
  // A region that lies in several countries doesn't say which of them is meant.
  const countries = entity.countries?.length === 1 ? entity.countries : [];
  return [value(facet, entity), ...derived(countries)];
}

/** The words of a mention and where they stand. */
export function spanOf({ field, text, tokens }: Field, { from, to }: Pick<Mention, 'from' | 'to'>): Span {
  const { start } = tokens[from]!;
  const { end } = tokens[to - 1]!;
  return { surface: text.slice(start, end), field, start, end };
}
