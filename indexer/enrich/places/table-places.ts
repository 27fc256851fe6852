import type { Field, Mention } from '../mention.ts';
import type { Atlas } from './atlas.ts';
import type { Namesakes } from './place.ts';

/** People of a division that can be taken for a country. */
const RIVAL = 1_000_000;

export const isPlaceOfTables = ({ means }: Mention): boolean =>
  'entity' in means && (means.entity.type === 'country' || means.entity.type === 'region');

/** A country that shares its name with a division of another one, as Georgia does; other names of the tables mean one thing. */
export function rivals({ means }: Mention, { named }: Namesakes, atlas: Atlas): Namesakes {
  const place =
    'entity' in means && means.entity.type === 'country' ? atlas.placeOf(means.entity) : undefined;
  const others = named.filter(
    ({ id, country, population }) =>
      atlas.gazetteer.divisions.has(id) && country !== place?.country && population >= RIVAL,
  );
  return { named: place && others.length > 0 ? [place, ...others] : [], alternates: [] };
}

/** Names of the tables that are no places where they stand: "US$", "University of California". */
export function withoutMisread(field: Field): Mention[] {
  const { text, tokens, mentions } = field;
  return mentions.filter((mention) => {
    if (!isPlaceOfTables(mention)) return true;
    const isCurrency = text[tokens[mention.to - 1]!.end] === '$';
    const isUniversity =
      tokens[mention.from - 1]?.key === 'of' && tokens[mention.from - 2]?.key === 'University';
    return !isCurrency && !isUniversity;
  });
}
