import type { Field, Mention, Unlisted } from '../mention.ts';
import { coreLength, coreOf } from './organization-names.ts';

/** One mention with a legal form says more than several that only look like a person's name. */
const LEGAL_FORM_COUNTS = 5;

/**
 * One name that no table has is one thing in a document: what the tagger took for a person here and for
 * an organization there is what it was taken for more surely, or the company that a legal form says it is.
 */
export function agreeOnTypes(fields: readonly Field[]): void {
  const typeOf = typesOf(fields);
  for (const field of fields)
    field.mentions = field.mentions.map((mention) => {
      const type = typeOf.get(keyOf(field, mention));
      if (type === undefined || !('unlisted' in mention.means)) return mention;
      return { ...mention, means: { unlisted: { ...mention.means.unlisted, type } } };
    });
}

/** What each name that no table has is, by its words. */
function typesOf(fields: readonly Field[]): Map<string, Unlisted['type']> {
  const votes = new Map<string, Map<Unlisted['type'], number>>();
  for (const field of fields)
    for (const mention of field.mentions) {
      if (!('unlisted' in mention.means)) continue;
      const { type } = mention.means.unlisted;
      const counts = votes.get(keyOf(field, mention)) ?? new Map<Unlisted['type'], number>();
      votes.set(keyOf(field, mention), counts.set(type, (counts.get(type) ?? 0) + weightOf(field, mention)));
    }
  return new Map([...votes].map(([key, counts]) => [key, mostOf(counts)]));
}

const mostOf = <T>(counts: ReadonlyMap<T, number>): T =>
  [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];

const wordsOf = ({ tokens }: Field, { from, to }: Mention) => tokens.slice(from, to);
const keyOf = (field: Field, mention: Mention): string => coreOf(wordsOf(field, mention));

function weightOf(field: Field, mention: Mention): number {
  const words = wordsOf(field, mention);
  return coreLength(words) < words.length ? LEGAL_FORM_COUNTS : (mention.score ?? 1);
}
