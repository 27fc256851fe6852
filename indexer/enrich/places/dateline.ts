import type { Field } from '../mention.ts';

/** A stretch of a text, as offsets. */
export interface Span {
  start: number;
  end: number;
}

/** "GENEVA (AP) —", "COLUMBIA, Ky. --", "Beirut, Lebanon (CNN)": where a story was filed, at the beginning of its text. */
const OPENING =
  /^\s*\p{Lu}[\p{L}.'’ -]{1,30}(?:, \p{Lu}[\p{L}. ]{1,20}){0,2}(?:,? \p{L}+\.? \d{1,2})?(?: *\([^()\n]{2,30}\)(?= *[\p{Lu}"“—–-])| *(?=[—–-])) *(?:--|—|–|-)? *(?=["“(\p{Lu}])/gu;

/** The same in a later line, below a headline or after another story: the place in capitals, and a dash that stands free. */
const LATER =
  /(?<=\n)[ \t]*\p{Lu}{2}[\p{Lu}.'’ -]{1,30}(?:, \p{Lu}[\p{L}. ]{1,20}){0,2}(?:,? \p{L}+\.? \d{1,2})?(?: ?\([^()\n]{2,30}\))?(?: --? | ?[—–] ?)(?=["“(\p{Lu}])/gu;

/** The datelines of a text, in order. */
export const datelinesOf = ({ field, text }: Field): Span[] =>
  field === 'text'
    ? [...text.matchAll(OPENING), ...text.matchAll(LATER)].map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
      }))
    : [];

export const isInside = ({ start, end }: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => span.start <= start && end <= span.end);
