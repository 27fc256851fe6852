import { SENTENCE_END } from './lean.ts';
import type { Expression, Rule } from './saying.ts';
import { SPOKEN_DAYS } from './spoken-days.ts';
import { WRITTEN_DAYS } from './written-days.ts';

/** How far a day can be from its time: `9 p.m. local time (1900 GMT) on Friday`. */
const BESIDE = 40;

const RULES: readonly Rule[] = [...WRITTEN_DAYS, ...SPOKEN_DAYS];

/** Everything that an English text says about days, in its order; where two readings overlap, the one that starts first, then the longer. */
export function readExpressions(text: string): Expression[] {
  const found = RULES.flatMap((rule) => readBy(rule, text));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  const apart = found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
  return apart.filter((one, i) => !('atHand' in one.says && isOfDay(text, one, apart[i + 1])));
}

/** `11:11 p.m. on Friday`: the time is of the day that follows. */
const isOfDay = (text: string, { end }: Expression, next?: Expression): boolean =>
  next !== undefined && next.start - end < BESIDE && !SENTENCE_END.test(text.slice(end, next.start));

function readBy({ by, pattern, read }: Rule, text: string): Expression[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: surface, index: start, groups }) => {
    const says = read(groups ?? {});
    return says ? [{ start, end: start + surface.length, says, by }] : [];
  });
}
