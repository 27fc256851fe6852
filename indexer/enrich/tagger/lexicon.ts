import type { Field } from '../mention.ts';
import type { KnownNames } from '../names/known-names.ts';
import { TITLES } from '../names/titles.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { Place } from '../places/place.ts';

/** What tables and gazetteer know; to the tagger a hint among others. */
export interface Lexicon {
  names: KnownNames;
  gazetteer: Gazetteer;
}

const TYPES = ['person', 'organization', 'country', 'region'] as const;
/** From this size on a city is written about without its country. */
const LARGE_CITY = 300_000;

/** Smaller places share their names with too much else to be a hint. */
const TOWN = 5_000;

/** One number for each word: which table has a name that begins or goes on here, is it a city's, a first name or a title. */
export function marksOf(field: Field, lexicon: Lexicon): number[] {
  const tables = tableMarks(field);
  const cities = cityMarks(field, lexicon.gazetteer);
  return field.tokens.map(({ key }, i) => {
    const isFirstName = lexicon.names.firstNames.has(key);
    const isCommon = lexicon.gazetteer.stopNames.has(key);
    const isTitle = TITLES.has(key);
    return 1 + (((tables[i]! * 5 + cities[i]!) * 2 + +isFirstName) * 2 + +isCommon) * 2 + +isTitle;
  });
}

const isTown = ({ precision, population }: Place): boolean => precision === 'city' && population >= TOWN;

function tableMarks({ tokens, mentions }: Field): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  for (const { from, to, means } of mentions) {
    if (!('entity' in means) || means.entity.type === 'thing') continue;
    const begin = 1 + 2 * TYPES.indexOf(means.entity.type);
    marks.fill(begin + 1, from, to);
    marks[from] = begin;
  }
  return marks;
}

function cityMarks({ tokens }: Field, gazetteer: Gazetteer): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length;) {
    const found = tokens[at]!.capital ? gazetteer.longestAt(tokens, at) : undefined;
    const people = Math.max(...(found?.named ?? []).filter(isTown).map(({ population }) => population));
    const to = at + (people > 0 ? found!.length : 1);
    if (people > 0) {
      const begin = people >= LARGE_CITY ? 1 : 3;
      marks.fill(begin + 1, at, to);
      marks[at] = begin;
    }
    at = to;
  }
  return marks;
}
