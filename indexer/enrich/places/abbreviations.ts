import { addMentions, type Field } from '../mention.ts';
import type { TaggedName } from '../tagger/tag.ts';
import type { Atlas } from './atlas.ts';

/**
 * Marks states and provinces that stand abbreviated where no place of the gazetteer claims them: after one that it
 * doesn't know ("Sand Draw, Wyo.") or where the tagger sees a location (a senator who is "R-Ala."). "OK" and "ME" as
 * postal codes have to be both.
 */
export function markAbbreviations(field: Field, locations: readonly TaggedName[], atlas: Atlas): void {
  const { abbreviations, divisions } = atlas.gazetteer;
  const seen = new Set(locations.flatMap(({ from, to }) => (to === from + 1 ? [from] : [])));
  addMentions(field, (tokens, at) => {
    const division = divisions.get(abbreviations.get(tokens[at]!.key) ?? '');
    const cues = [followsPlace(field, at), hasDot(field, at), seen.has(at)];
    if (!division || cues.filter(Boolean).length < 2) return undefined;
    const place = atlas.known(division);
    return { to: at + 1, means: place.entity ? { entity: place.entity } : { place }, by: 'gazetteer' };
  });
}

const followsPlace = ({ text, tokens }: Field, at: number): boolean =>
  tokens[at - 1]?.capital === true && text.slice(tokens[at - 1]!.end, tokens[at]!.start) === ', ';

const hasDot = ({ text, tokens }: Field, at: number): boolean =>
  text.slice(tokens[at]!.start, tokens[at]!.end + 1).includes('.');
