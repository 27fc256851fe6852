import { isCreditLine, isNews } from './credits.ts';
import type { Knowledge } from './knowledge.ts';
import type { Field } from './mention.ts';
import { agreeOnTypes } from './names/agree-on-types.ts';
import { resolveNames } from './names/coreference.ts';
import { findHomeNames } from './names/home-names.ts';
import { findKnownNames } from './names/known-names.ts';
import { keysOf } from './names/name-tokens.ts';
import { addTaggedNames } from './names/tagged-names.ts';
import { cluesOf } from './places/document-context.ts';
import { findPlaces } from './places/find-places.ts';
import { thingsIn } from './places/things.ts';
import { tag } from './tagger/tag.ts';
import { isLocation, type TaggedName } from './tagger/tagged-name.ts';

/**
 * Finds who and where the texts of one document speak of, and adds it to their mentions. The order
 * matters: tables come first, so that no place is found inside an organization's name, and the country
 * that a document is about is known when it speaks of "the Senate"; then what no
 * table has; then short forms, which need the full names; places come last, when countries are known
 * and everything that is no place has been claimed. `isEnglish` says where the tagger may look.
 */
export function findNames(
  fields: readonly Field[],
  isEnglish: (field: Field) => boolean,
  knowledge: Knowledge,
): void {
  const { names, atlas, genders } = knowledge;
  for (const field of fields) findKnownNames(field, names);
  // A picture's credit names its origin; other names in it are pieces of names that no table has.
  for (const field of fields.filter(isCreditLine)) field.mentions = field.mentions.filter(isNews);
  const prose = fields.filter((field) => !isCreditLine(field));
  findHomeNames(prose, names, {
    votesOf: (some) => cluesOf(some, atlas, new Set()).votes,
    demonyms: atlas.demonyms,
  });
  const tagged = taggedNames(prose, isEnglish, knowledge);
  const things = thingsIn(prose);
  const isThing = ({ tokens }: Field, { from, to }: TaggedName) => things.has(keysOf(tokens.slice(from, to)));
  prose.forEach((field, i) =>
    addTaggedNames(
      field,
      tagged[i]!.filter((name) => !isLocation(name) && !isThing(field, name)),
    ),
  );
  agreeOnTypes(prose);
  resolveNames(prose, names, genders);
  const locations = tagged.map((found) => found.filter(isLocation));
  findPlaces(prose, atlas, names.firstNames, locations, things);
}

/** What the tagger sees in each text; nothing in another language than the one it learned. */
function taggedNames(
  prose: readonly Field[],
  isEnglish: (field: Field) => boolean,
  { tagger, names, atlas }: Knowledge,
): TaggedName[][] {
  const english = prose.filter(isEnglish);
  const tagged = tag(english, tagger, { names, gazetteer: atlas.gazetteer });
  const found = new Map(english.map((field, i) => [field, tagged[i]!]));
  return prose.map((field) => found.get(field) ?? []);
}
