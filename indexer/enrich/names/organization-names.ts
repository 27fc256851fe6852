import type { Field } from '../mention.ts';
import { isParticle, keysOf, type NameToken } from './name-tokens.ts';

type Words = readonly NameToken[];

/** Legal forms, which a company's name has only where it is given in full. */
const LEGAL_FORMS = new Set(
  'Inc Corp Co Ltd LLC LLP PLC plc AG SA NV Corporation Incorporated Limited'.split(' '),
);

/** A company's name without its legal form, as keys: `Home Depot` of Home Depot Inc. */
export function coreOf(words: Words): string {
  const hasForm = words.length > 1 && LEGAL_FORMS.has(words.at(-1)!.key);
  return keysOf(hasForm ? words.slice(0, -1) : words);
}

/** `SNC` for Syrian National Coalition; two letters say too little. */
export function acronymOf(words: Words): string | undefined {
  const initials = words.filter(({ capital, key }) => capital && !isParticle(key)).map(({ key }) => key[0]!);
  return initials.length > 2 ? initials.join('') : undefined;
}

/** The acronym in parentheses after a name that ends before token `at`: "the Free Harbour Union (FHU)". */
export function explainedAcronym({ text, tokens }: Field, at: number, words: Words): string | undefined {
  const next = tokens[at];
  if (!next || text.slice(tokens[at - 1]!.end, next.start) !== ' (' || text[next.end] !== ')')
    return undefined;
  return /^\p{Lu}{2,}$/u.test(next.key) && next.key[0] === words[0]!.key[0] ? next.key : undefined;
}
