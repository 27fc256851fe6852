import type { Field } from '../mention.ts';
import { isParticle, keysOf, type NameToken } from './name-tokens.ts';

type Words = readonly NameToken[];

/** Legal forms, which a company's name has only where it is given in full. */
const LEGAL_FORMS = new Set(
  'Inc Incorporated Corp Corporation Co Cos Ltd Limited LLC LLP LP PLC Plc plc AG SA NV BV GmbH SE SpA AB ASA Oyj Pty Pte Bhd'.split(
    ' ',
  ),
);
/** What else can follow a company's name without changing whose it is; of a name that no table has it may be a part. */
const DESIGNATIONS = new Set(['Company', 'Companies', 'Group', 'Holding', 'Holdings']);

/** Legal forms that are one, short and long. */
const SAME_FORMS = [
  ['Inc', 'Incorporated'],
  ['Corp', 'Corporation'],
  ['Co', 'Company'],
  ['Cos', 'Companies'],
  ['Ltd', 'Limited'],
];

/** Where a name that ends before token `to` ends with its legal form: "Harbour Lines, Inc.", "Harbour Lines Co Ltd". */
export function afterLegalForm(tokens: Words, to: number): number {
  let end = to;
  while (isLegalForm(tokens[end])) {
    const next = tokens[end + 1];
    // "the Bank Group of Experts" is no company.
    if (next?.joined && next.key === 'of') break;
    end++;
  }
  return end;
}

const isLegalForm = (token: Words[number] | undefined): boolean =>
  token !== undefined &&
  (LEGAL_FORMS.has(token.key) || DESIGNATIONS.has(token.key)) &&
  /^,?\s?$/.test(token.glue ?? '-');

/** A company's name with the other spellings of its legal form: "Harbour Corporation" is "Harbour Corp", too. */
export function spellings(name: string): string[] {
  const [, core, form] = /^(.+) (\p{L}+)\.?$/u.exec(name) ?? [];
  const same = SAME_FORMS.find((forms) => form !== undefined && forms.includes(form));
  return same ? same.map((one) => `${core} ${one}`) : [name];
}

/** How many of the words are left without legal forms: two of Home Depot Inc. */
export function coreLength(words: Words): number {
  let length = words.length;
  while (length > 1 && LEGAL_FORMS.has(words[length - 1]!.key)) length--;
  return length;
}

/** A company's name without its legal form, as keys: `Home Depot` of Home Depot Inc. */
export const coreOf = (words: Words): string => keysOf(words.slice(0, coreLength(words)));

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
