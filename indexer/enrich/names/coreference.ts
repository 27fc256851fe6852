import { belongsToOther, isFirstName, type KnownNames } from './known-names.ts';
import { addMentions, type Field } from '../mention.ts';
import { createNameIndex } from './name-index.ts';
import { isParticle, nameTokens } from './name-tokens.ts';
import type { Entity } from './tables.ts';

/**
 * Short forms that a document itself explains: the surname of a person whom it names in full, the
 * acronym of an organization that it names in full. A form that two of them share means neither.
 */
export function findShortForms(fields: readonly Field[], { firstNames }: KnownNames): void {
  const short = createNameIndex<{ entity: Entity; by: string }>();
  for (const [form, owners] of shortForms(fields)) {
    const [only, ...others] = owners;
    if (only && others.length === 0)
      short.add(form, { entity: only, by: only.type === 'person' ? 'surname' : 'acronym' });
  }
  for (const field of fields) {
    addMentions(field, (tokens, at) => {
      const found = short.longestAt(tokens, at);
      const isName = found && tokens.slice(at, at + found.length).some(({ capital }) => capital);
      if (!isName || belongsToOther(tokens, at, firstNames)) return undefined;
      if (isFirstName(tokens, at, found.length, firstNames)) return undefined;
      return { to: at + found.length, means: { entity: found.value.entity }, by: found.value.by };
    });
  }
}

function shortForms(fields: readonly Field[]): Map<string, Set<Entity>> {
  const forms = new Map<string, Set<Entity>>();
  for (const { text, tokens, mentions } of fields) {
    for (const { from, to, means } of mentions) {
      if (!('entity' in means) || to - from < 2) continue;
      const surface = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
      for (const form of formsOf(surface, means.entity))
        forms.set(form, (forms.get(form) ?? new Set()).add(means.entity));
    }
  }
  return forms;
}

function formsOf(surface: string, { type }: Entity): string[] {
  if (type === 'person') return surnames(surface);
  return type === 'organization' ? acronyms(surface) : [];
}

/** Family names that stand first although the name has only two words: Chinese and Korean ones. */
const FIRST_FAMILY_NAMES = new Set(
  'Ban Kim Moon Park Lee Xi Li Wang Zhang Hu Wen Jiang Zhu Deng Mao Zhou Qin Han'.split(' '),
);

/** Without its first name: `Lavrov`, `al-Moallem` and `Moallem`; `Ban` for Ban Ki-moon. */
function surnames(surface: string): string[] {
  const tokens = nameTokens(surface);
  const part = (from: number, to = tokens.length) => surface.slice(tokens[from]!.start, tokens[to - 1]!.end);
  const [first] = tokens;
  if (first && FIRST_FAMILY_NAMES.has(first.key) && tokens.length <= 3) return [part(0, 1)];
  const last = tokens.length - 1;
  const beforeLast = tokens[last - 1];
  return beforeLast && last > 1 && isParticle(beforeLast.key) ? [part(last - 1), part(last)] : [part(last)];
}

/** `SNC` for Syrian National Coalition; two letters say too little. */
function acronyms(surface: string): string[] {
  const initials = nameTokens(surface)
    .filter(({ capital, key }) => capital && !isParticle(key))
    .map(({ key }) => key[0]!);
  return initials.length > 2 ? [initials.join('')] : [];
}
