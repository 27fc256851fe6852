import type { DayNumber } from './calendar-day.ts';
import type { Expression } from './saying.ts';

/** Longer spans are known by their ends: nobody who looks for a day in between looks for them. */
const LONGEST_SPAN = 7;
const SPAN = /^(?:\s?[-–—]\s?|,?\s(?:to|until|till|through)\s)$/u;
/** `Friday and Saturday`, `20 December to 5 January`: what stands between days that are said together. */
export const JOINED = /^(?:\s?[-–—]\s?|,?\s(?:to|until|till|through|and|or)\s)$/u;
const BETWEEN = /\bbetween\s(?:the\s)?$/iu;

/** Does `Monday` span to what starts at `next`: `Monday to Thursday`, `between Monday and Thursday`? */
export function joinsSpan(
  text: string,
  { start, end }: { start: number; end: number },
  next: number,
): boolean {
  const link = text.slice(end, next);
  return SPAN.test(link) || (link === ' and ' && BETWEEN.test(text.slice(Math.max(0, start - 20), start)));
}

/** All days of a span, or its two ends if it is longer than a week. */
export function spanOfDays(first: DayNumber, last: DayNumber): DayNumber[] {
  const length = last - first + 1;
  return length < 2 || length > LONGEST_SPAN ? [first, last] : Array.from({ length }, (_, i) => first + i);
}

/** `15 March and 2 April 2011`, `20 December to 5 January 2014`: the year at the end is that of all, or the one before it. */
export function shareYears(text: string, expressions: readonly Expression[]): Expression[] {
  const shared = [...expressions];
  for (let i = shared.length - 2; i >= 0; i--) {
    const [one, next] = [shared[i]!, shared[i + 1]!];
    if (!('span' in one.says && 'span' in next.says) || !JOINED.test(text.slice(one.end, next.start)))
      continue;
    const { year, month } = next.says.days[0]!;
    if (year === undefined) continue;
    const days = one.says.days.map((day) => ({ year: day.month > month ? year - 1 : year, ...day }));
    shared[i] = { ...one, says: { ...one.says, days } };
  }
  return shared;
}
