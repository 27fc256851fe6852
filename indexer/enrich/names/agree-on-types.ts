import type { Field, Mention, Unlisted } from '../mention.ts';
import { coreLength, coreOf } from './organization-names.ts';

/** One mention with a legal form says more than several that only look like a person's name. */
const LEGAL_FORM_COUNTS = 5;

/**
 * One name that no table has is one thing in a document: what the tagger took for a person here and for
 * an organization there is what it was taken for more surely, or the company that a legal form says it is.
 */
export function agreeOnTypes(fields: readonly Field[]): void {
  const votes = new Map<string, Map<Unlisted['type'], number>>();
  for (const field of fields)
    for (const mention of field.mentions) {
      if (!('unlisted' in mention.means)) continue;
      const { type } = mention.means.unlisted;
      const key = keyOf(field, mention);
      const counts = votes.get(key) ?? new Map<Unlisted['type'], number>();
      votes.set(key, counts.set(type, (counts.get(type) ?? 0) + weightOf(field, mention)));
    }
  for (const field of fields)
    field.mentions = field.mentions.map((mention) => {
      const { means } = mention;
      if (!('unlisted' in means)) return mention;
      const [[type]] = [...votes.get(keyOf(field, mention))!].sort(([, one], [, other]) => other - one) as [
        [Unlisted['type'], number],
      ];
      return { ...mention, means: { unlisted: { ...means.unlisted, type } } };
    });
}

const wordsOf = ({ tokens }: Field, { from, to }: Mention) => tokens.slice(from, to);
const keyOf = (field: Field, mention: Mention): string => coreOf(wordsOf(field, mention));

function weightOf(field: Field, mention: Mention): number {
  const words = wordsOf(field, mention);
  return coreLength(words) < words.length ? LEGAL_FORM_COUNTS : (mention.score ?? 1);
}
