import type { UpdateRecord } from '../../src/record.ts';
import type { Update } from '../document.ts';
import type { Place } from './places/place.ts';
import { nameTokens, type NameToken } from './names/name-tokens.ts';
import type { Entity } from './names/tables.ts';

/** A text of an update in which names are looked for; `field` as evidence names it. */
export interface Field {
  field: string;
  text: string;
  tokens: NameToken[];
  mentions: Mention[];
}

/** A name in a text: tokens `from` to before `to` mean this; `by` says what knows that, `score` how surely (0 to 1). */
export interface Mention {
  from: number;
  to: number;
  means: Meaning;
  by: string;
  score?: number;
}

/** What a name means: an entity of the tables, a place of the gazetteer, or a name that neither has. */
export type Meaning = { entity: Entity } | { place: Place } | { unlisted: Unlisted };

/** The canonical name, which facets show. */
export function nameOf(means: Meaning): string {
  if ('unlisted' in means) return means.unlisted.name;
  return 'entity' in means ? means.entity.name : means.place.name;
}

/** Someone, something or somewhere that only the text itself knows; `name` is its longest form there. */
export interface Unlisted {
  name: string;
  type: 'person' | 'organization' | 'place';
}

/** The texts of an update or record, the title first, by the names that evidence has for them. */
export function textsOf({
  title,
  text,
  media = [],
}: Pick<UpdateRecord, 'title' | 'text' | 'media'>): Pick<Field, 'field' | 'text'>[] {
  const named: [string, string | undefined][] = [
    ['title', title],
    ['text', text],
  ];
  media.forEach((item, i) => named.push([`media.${i}.text`, item.text], [`media.${i}.credit`, item.credit]));
  return named.flatMap(([field, content]) => (content ? [{ field, text: content }] : []));
}

/** The texts of an update, ready to be searched for names. */
export const fieldsOf = (update: Pick<Update, 'title' | 'text' | 'media'>): Field[] =>
  textsOf(update).map(({ field, text }) => ({ field, text, tokens: nameTokens(text), mentions: [] }));

/** Looks at every token that no mention covers yet; what `find` returns becomes a mention, in text order. */
export function addMentions(
  field: Field,
  find: (tokens: readonly NameToken[], at: number) => Omit<Mention, 'from'> | undefined,
): void {
  const covered = new Map(field.mentions.map((mention) => [mention.from, mention.to]));
  const added: Mention[] = [];
  for (let at = 0; at < field.tokens.length;) {
    const skip = covered.get(at);
    const found = skip === undefined ? find(field.tokens, at) : undefined;
    const fits = found && !overlaps(covered, at, found.to);
    if (found && fits) added.push({ from: at, ...found });
    at = skip ?? (fits ? found.to : at + 1);
  }
  field.mentions = [...field.mentions, ...added].sort((a, b) => a.from - b.from);
}

function overlaps(covered: ReadonlyMap<number, number>, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (covered.has(at)) return true;
  return false;
}
