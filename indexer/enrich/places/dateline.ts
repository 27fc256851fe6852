import type { Field } from '../mention.ts';

/** "GENEVA (AP) —", "COLUMBIA, Ky. --", "Beirut, Lebanon (CNN)": where a story was filed, at the beginning of its text. */
const DATELINE =
  /^\s*\p{Lu}[\p{L}.'’ -]{1,30}(?:, \p{Lu}[\p{L}. ]{1,20}){0,2}(?:,? \p{L}+\.? \d{1,2})?(?: *\([^()\n]{2,30}\)(?= *[\p{Lu}"“—–-])| *(?=[—–-])) *(?:--|—|–|-)? *(?=["“(\p{Lu}])/u;

/** The offset at which the dateline of a text ends; 0 without one. */
export const datelineEnd = ({ field, text }: Field): number =>
  field === 'text' ? (DATELINE.exec(text)?.[0].length ?? 0) : 0;
