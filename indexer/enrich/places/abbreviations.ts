import { addMentions, type Field } from '../mention.ts';
import type { TaggedName } from '../tagger/tagged-name.ts';
import type { Atlas } from './atlas.ts';

/**
 * Marks states and provinces that stand abbreviated where no place of the gazetteer claims them: after one that it
 * doesn't know ("Sand Draw, Wyo.") or where the tagger sees a location (a senator who is "R-Ala."). It takes two of
 * comma, dot and tagger, so that "OK" and "ME" stay what they are.
 */
export function markAbbreviations(field: Field, locations: readonly TaggedName[], atlas: Atlas): void {
  const { abbreviations, divisions } = atlas.gazetteer;
  const seen = new Set(locations.flatMap(({ from, to }) => (to === from + 1 ? [from] : [])));
  addMentions(field, (tokens, at) => {
    const division = divisions.get(abbreviations.get(tokens[at]!.key) ?? '');
    const cues = [followsPlace(field, at), hasDot(field, at), seen.has(at)];
    if (!division || cues.filter(Boolean).length < 2 || isDegree(field, at, division.name)) return undefined;
    const place = atlas.known(division);
    return { to: at + 1, means: place.entity ? { entity: place.entity } : { place }, by: 'gazetteer' };
  });
}

const followsPlace = ({ text, tokens }: Field, at: number): boolean =>
  tokens[at - 1]?.capital === true && text.slice(tokens[at - 1]!.end, tokens[at]!.start) === ', ';

const hasDot = ({ text, tokens }: Field, at: number): boolean =>
  text.slice(tokens[at]!.start, tokens[at]!.end + 1).includes('.');

/** "N.H." has two words, Maryland has one: "M.D." is a degree. */
const isDegree = ({ text, tokens }: Field, at: number, division: string): boolean =>
  text.slice(tokens[at]!.start, tokens[at]!.end - 1).includes('.') && !division.includes(' ');
