import type { EntityField, Evidence, Point, UpdateRecord } from '../../src/record.ts';
import { isCredit } from './credits.ts';
import type { Field, Mention } from './mention.ts';
import type { Entity, EntityType } from './tables.ts';

type Facets = Pick<UpdateRecord, EntityField | 'points' | 'evidence'>;

const FIELD_OF: Record<EntityType, EntityField> = {
  person: 'persons',
  organization: 'organizations',
  country: 'countries',
  region: 'places',
};

/** Turns the mentions of an update into its facets, with the evidence for every value; `countryOf` knows countries by code. */
export function toFacets(fields: readonly Field[], countryOf: ReadonlyMap<string, Entity>): Facets {
  const evidence = fields.flatMap((field) =>
    field.mentions.flatMap((mention) => evidenceOf(field, mention, countryOf)),
  );
  if (evidence.length === 0) return {};
  const facets: Facets = { evidence };
  for (const { facet, value } of evidence) {
    const values = (facets[facet] ??= []);
    if (!values.includes(value)) values.push(value);
  }
  const points = pointsOf(fields);
  return points.length > 0 ? { ...facets, points } : facets;
}

function evidenceOf(field: Field, mention: Mention, countryOf: ReadonlyMap<string, Entity>): Evidence[] {
  const { start } = field.tokens[mention.from]!;
  const { end } = field.tokens[mention.to - 1]!;
  const place = { surface: field.text.slice(start, end), field: field.field, start, end };
  const { means, by } = mention;
  const value = (facet: EntityField, { name, id }: { name: string; id: string }, how: string): Evidence => ({
    facet,
    value: name,
    id,
    ...place,
    by: how,
  });
  const derived = (codes: string[]) =>
    codes
      .flatMap((code) => countryOf.get(code) ?? [])
      .map((country) => value('countries', country, 'derived'));
  if ('city' in means) return [value('places', means.city, by), ...derived([means.city.country])];
  const { entity } = means;
  const facet = isCredit(field, mention) ? 'credits' : FIELD_OF[entity.type];
  // A region that lies in several countries doesn't say which of them is meant.
  const countries = entity.countries?.length === 1 ? entity.countries : [];
  return [value(facet, entity, by), ...derived(countries)];
}

const PRECISION_ORDER: Point['precision'][] = ['city', 'region', 'country'];

/** Every located place once, the main one first: the most precise, then the most often named; the title counts twice. */
function pointsOf(fields: readonly Field[]): Point[] {
  const found = new Map<string, { point: Point; weight: number }>();
  for (const { field, mentions } of fields) {
    for (const { means } of mentions) {
      const point = pointOf(means);
      if (!point) continue;
      const known = found.get(point.placeId) ?? { point, weight: 0 };
      found.set(point.placeId, { point, weight: known.weight + (field === 'title' ? 2 : 1) });
    }
  }
  const precision = ({ point }: { point: Point }) => PRECISION_ORDER.indexOf(point.precision);
  return [...found.values()]
    .sort((a, b) => precision(a) - precision(b) || b.weight - a.weight)
    .map(({ point }) => point);
}

function pointOf(means: Mention['means']): Point | undefined {
  if ('city' in means) {
    const { id, name, lat, lng } = means.city;
    return { placeId: id, name, lat, lng, precision: 'city' };
  }
  const { id, name, type, lat, lng } = means.entity;
  if (lat === undefined || lng === undefined || (type !== 'country' && type !== 'region')) return undefined;
  return { placeId: id, name, lat, lng, precision: type };
}
