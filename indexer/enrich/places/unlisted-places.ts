import type { Field } from '../mention.ts';
import { keysOf } from '../names/name-tokens.ts';
import type { TaggedName } from '../tagger/tagged-name.ts';
import type { Atlas } from './atlas.ts';
import { isScene } from './cues.ts';

/** From this score on the tagger is believed that a name is a place's although nothing happens there. */
const SURE = 0.9;

/**
 * Locations of the tagger that may stand for places which no gazetteer has: something happens there ("in Ferlite"), or
 * the tagger is sure and the name isn't a common word, a first name or a surname.
 * @param things names that the document gives to ships, spacecraft or storms
 */
export const unlistedPlaces = (
  field: Field,
  locations: readonly TaggedName[],
  things: ReadonlySet<string>,
  { gazetteer }: Atlas,
  firstNames: ReadonlySet<string>,
): TaggedName[] =>
  locations.filter(({ from, to, score }) => {
    if (things.has(keysOf(field.tokens.slice(from, to)))) return false;
    if (isScene(field, from)) return true;
    const { key } = field.tokens[from]!;
    const isCommon = to - from === 1 && (firstNames.has(key) || gazetteer.stopNames.has(key));
    return score >= SURE && !isCommon;
  });
