import { DateTime } from 'luxon';
import type { UpdateRecord } from '../../src/record.ts';
import type { Update } from '../document.ts';
import { findCities, scenesOf } from './places/cities.ts';
import { resolveNames } from './names/coreference.ts';
import { evidenceOfNames } from './evidence.ts';
import { toFacets } from './facets.ts';
import type { Knowledge } from './knowledge.ts';
import { findKnownNames } from './names/known-names.ts';
import { isCreditLine, isNews } from './credits.ts';
import { fieldsOf, type Field } from './mention.ts';
import { pointsOf } from './places/points.ts';
import { findQuotes } from './quotes/quotes.ts';
import { addTaggedNames } from './names/tagged-names.ts';
import { isLocation, tag } from './tagger/tag.ts';

type Calendar = Pick<UpdateRecord, 'day' | 'month' | 'year' | 'hour'>;

/** What enrichment adds to an update: its place in the calendar, and who and where it is about. */
export type Enrichment = Calendar & ReturnType<typeof toFacets> & Pick<UpdateRecord, 'points' | 'quotes'>;

/**
 * Enriches the updates of one document together, because a document explains its own names: a
 * surname in one update belongs to the full name in another, a country vouches for its towns. Names
 * that no table has are looked for in English only: the rules for them are rules of English.
 */
export function enrich(
  updates: readonly Update[],
  { names, gazetteer, countryOf, genders, tagger }: Knowledge,
  { english = true } = {},
): Enrichment[] {
  const fields = updates.map(fieldsOf);
  for (const field of fields.flat()) findKnownNames(field, names);
  // A picture's credit names its origin; other names in it are pieces of names that no table has.
  const [credits, prose] = [
    fields.flat().filter(isCreditLine),
    fields.flat().filter((field) => !isCreditLine(field)),
  ];
  for (const field of credits) field.mentions = field.mentions.filter(isNews);
  const tagged = english ? tag(prose, tagger, { names, gazetteer }) : prose.map(() => []);
  prose.forEach((field, i) =>
    addTaggedNames(
      field,
      tagged[i]!.filter((name) => !isLocation(name)),
    ),
  );
  resolveNames(prose, names);
  // Cities come late: what tables, tagger and short forms have claimed is no city, and countries are known by now.
  const context = { countries: countriesOf(prose), scenes: scenesOf(prose) };
  prose.forEach((field, i) => {
    const locations = tagged[i]!.filter(isLocation);
    findCities(field, gazetteer, context, names, locations);
    addTaggedNames(field, locations);
  });
  return updates.map((update, i) => {
    const points = pointsOf(fields[i]!);
    const { quotes, evidence } = findQuotes(fields[i]!, english ? genders : undefined);
    return {
      ...calendar(update),
      ...toFacets([...fields[i]!.flatMap((field) => evidenceOfNames(field, countryOf)), ...evidence]),
      ...(points.length > 0 && { points }),
      ...(quotes.length > 0 && { quotes }),
    };
  });
}

/** Codes of the countries that a document names, the most often named first. */
function countriesOf(fields: readonly Field[]): Set<string> {
  const named = new Map<string, number>();
  for (const { mentions } of fields) {
    for (const { means } of mentions) {
      if (!('entity' in means)) continue;
      const { type, id, countries = [] } = means.entity;
      for (const code of type === 'country' ? [id] : countries) named.set(code, (named.get(code) ?? 0) + 1);
    }
  }
  return new Set([...named].sort((a, b) => b[1] - a[1]).map(([code]) => code));
}

/** Day, month, year and hour on the blog's own clock. */
export function calendar({ publishedTs, timeZone, timePrecision }: Update): Calendar {
  const moment = DateTime.fromSeconds(publishedTs, { zone: timeZone });
  return {
    day: moment.toFormat('yyyy-MM-dd'),
    month: moment.toFormat('yyyy-MM'),
    year: moment.toFormat('yyyy'),
    ...(timePrecision !== 'day' && { hour: moment.toFormat("yyyy-MM-dd'T'HH") }),
  };
}
