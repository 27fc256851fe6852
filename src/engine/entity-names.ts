import type { FacetName } from '../facets.ts';
import type { EntityInfo, EntityType } from '../record.ts';
import { spellingsOf } from './spellings.ts';
import { words } from './words.ts';

/** The facet whose values are the names of these entities. */
export const FACET_OF: Record<EntityType, FacetName> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  country: 'country',
};

/**
 * The words of name and aliases, folded as the index folds them, each once: in all their spellings, because
 * whoever types a name has only written the beginning of one of them (`muha` on the way to Muhammad).
 */
export const namingWords = ({ name, aliases }: Pick<EntityInfo, 'name' | 'aliases'>): string[] => [
  ...new Set([name, ...aliases].flatMap(words).flatMap(spellingsOf)),
];

/** Those that most updates name first, then by name in code point order, which is the same everywhere. */
export const byUpdatesThenName = (
  a: { updateCount: number; name: string },
  b: { updateCount: number; name: string },
): number => b.updateCount - a.updateCount || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
