import type { UpdateRecord } from '../../src/record.ts';
import type { Update } from '../document.ts';
import { calendar, type Calendar } from './calendar.ts';
import { parseDay } from './days/calendar-day.ts';
import { evidenceOfDays } from './days/days.ts';
import { evidenceOfNames } from './evidence.ts';
import { toFacets } from './facets.ts';
import { findNames } from './find-names.ts';
import type { Knowledge } from './knowledge.ts';
import { detectLanguage, isEnglish } from './language.ts';
import { fieldsOf, type Field } from './mention.ts';
import { placePathsOf } from './places/place-paths.ts';
import { pointsOf } from './places/points.ts';
import { findQuotes } from './quotes/quotes.ts';

/** What enrichment adds to an update: its language, its place in the calendar, who, where and which days it is about, and who speaks. */
export type Enrichment = Pick<UpdateRecord, 'language' | 'points' | 'placePaths' | 'quotes'> &
  Calendar &
  ReturnType<typeof toFacets>;

/**
 * Enriches the updates of one document together, because a document explains its own names: a
 * surname in one update belongs to the full name in another, a country vouches for its towns.
 * `language` (BCP 47) is that of the updates that don't name their own. In other languages than
 * English only tables and gazetteer speak, because the rules for the rest are rules of English.
 */
export function enrich(
  updates: readonly Update[],
  knowledge: Knowledge,
  language = detectLanguage(updates),
): Enrichment[] {
  const languages = updates.map(({ more }) => more?.language ?? language);
  const fields = updates.map(fieldsOf);
  const english = new Set(fields.filter((_, i) => isEnglish(languages[i]!)).flat());
  findNames(fields.flat(), (field) => english.has(field), knowledge);
  return updates.map((update, i) => enrichmentOf(update, languages[i]!, fields[i]!, knowledge));
}

/** What the names in its texts, and the texts themselves, say of one update. */
function enrichmentOf(
  update: Update,
  language: string,
  fields: readonly Field[],
  { atlas, entityOf, genders }: Knowledge,
): Enrichment {
  const date = calendar(update);
  const points = pointsOf(fields);
  const placePaths = placePathsOf(fields, atlas, entityOf);
  const english = isEnglish(language);
  const days = english ? fields.flatMap((field) => evidenceOfDays(field, parseDay(date.day))) : [];
  const { quotes, evidence: speakers } = findQuotes(fields, english ? genders : undefined);
  return {
    language,
    ...date,
    ...toFacets([...fields.flatMap((field) => evidenceOfNames(field, entityOf)), ...speakers, ...days]),
    ...(points.length > 0 && { points }),
    ...(placePaths && { placePaths }),
    ...(quotes.length > 0 && { quotes }),
  };
}
