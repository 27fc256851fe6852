import type { DatabaseSync } from 'node:sqlite';
import { ENTITY_TYPES, type EntityInfo, type EntityType, type KnownEntity } from '../../record.ts';
import type { EntityQuery } from '../engine.ts';
import { byUpdatesThenName, FACET_OF, namingWords } from '../entity-names.ts';
import { nearest, type KnownWord } from '../typo.ts';
import { words } from '../words.ts';
import type { Columns } from './columns.ts';

/** Everyone whom the updates of one state of the index name, ready to be found by any word of their names. */
export interface Entities {
  known: { entity: KnownEntity; naming: string[] }[];
  /** The words of all names, with the number of entities that have them. */
  vocabulary: KnownWord[];
}

export function readEntities(db: DatabaseSync, columns: Columns): Entities {
  const seen = new Map(ENTITY_TYPES.map((type) => [type, sightings(columns, type)]));
  const known = db
    .prepare('SELECT info FROM entities')
    .all()
    .flatMap(({ info }) => {
      const entity = JSON.parse(String(info)) as EntityInfo;
      const sighting = seen.get(entity.type)!.get(entity.name);
      return sighting ? [{ entity: { ...entity, ...sighting }, naming: namingWords(entity) }] : [];
    })
    .sort((a, b) => byUpdatesThenName(a.entity, b.entity));
  return { known, vocabulary: vocabularyOf(known) };
}

/** `publishedTs` is what `order` counts in this unit. */
const SECOND = 2 ** 20;

/** For each value of a type's facet: how many living updates have it, and when the latest was published. */
function sightings({ facets, newestFirst, order }: Columns, type: EntityType) {
  const { names, starts, values } = facets[FACET_OF[type]];
  const seen = new Map<string, Pick<KnownEntity, 'updateCount' | 'lastSeen'>>();
  for (const slot of newestFirst) {
    for (let at = starts[slot]!; at < starts[slot + 1]!; at++) {
      const name = names[values[at]!]!;
      const before = seen.get(name);
      if (before) before.updateCount += 1;
      else seen.set(name, { updateCount: 1, lastSeen: Math.floor(order[slot]! / SECOND) });
    }
  }
  return seen;
}

function vocabularyOf(known: Entities['known']): KnownWord[] {
  const counts = new Map<string, number>();
  for (const { naming } of known) for (const word of naming) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ word, count }));
}

/** As typed, the last word perhaps unfinished; else with every word that no name has corrected. */
export function findEntities({ known, vocabulary }: Entities, query: EntityQuery): KnownEntity[] {
  const asked = words(query.prefix);
  const fits = (typed: string, word: string, i: number) =>
    i === asked.length - 1 ? word.startsWith(typed) : word === typed;
  const typed = asked.map((word, i) => {
    const isKnown = vocabulary.some((other) => fits(word, other.word, i));
    return isKnown ? word : (nearest(word, vocabulary, i === asked.length - 1) ?? word);
  });
  const found: KnownEntity[] = [];
  for (const { entity, naming } of known) {
    if (found.length === query.limit) break;
    const isCalled = typed.every((word, i) => naming.some((own) => fits(word, own, i)));
    if (isCalled && query.types.includes(entity.type)) found.push(entity);
  }
  return found;
}
