import type { Evidence } from '../../../src/record.ts';
import { isCreditLine } from '../credits.ts';
import type { Field } from '../mention.ts';
import { formatDay, isWritable, type DayNumber } from './calendar-day.ts';
import { readExpressions } from './expressions.ts';
import { daysSaid, type Spoken } from './resolve.ts';
import type { Expression } from './saying.ts';
import { joinsSpan, shareYears, spanOfDays } from './spans.ts';

/**
 * The evidence of the days that an English text speaks of, seen from the day `today` of the update's own
 * clock, in text order. The credit of a picture speaks of none.
 */
export function evidenceOfDays(field: Field, today: DayNumber): Evidence[] {
  if (isCreditLine(field)) return [];
  return findDays(field.text, today).map(({ value, start, end, by }) => ({
    facet: 'mentionedDays',
    value,
    surface: field.text.slice(start, end),
    field: field.field,
    start,
    end,
    by,
  }));
}

/** A day that a text speaks of, and the words (JavaScript string offsets) that say so. */
export interface DayMention {
  value: string;
  start: number;
  end: number;
  by: string;
}

interface Found extends Pick<Expression, 'start' | 'end' | 'by'> {
  days: DayNumber[];
}

/**
 * The calendar days that an English text speaks of, seen from the day `today` on which it was written, in
 * order of first mention; `by` names the rule. A span gives each of its days up to a week, else its two
 * ends. What is no single day (weeks, months, durations) gives none.
 */
export function findDays(text: string, today: DayNumber): DayMention[] {
  const spoken: Spoken = { text, today };
  const found: Found[] = [];
  for (const expression of shareYears(text, readExpressions(text))) {
    const { start, end, by } = expression;
    const days = daysSaid(expression, spoken);
    const span = spanFrom(found.at(-1), { start, end, days, by }, text);
    if (span) found[found.length - 1] = span;
    else found.push({ start, end, days, by });
  }
  return found.flatMap(({ days, ...where }) =>
    days.filter(isWritable).map((day) => ({ value: formatDay(day), ...where })),
  );
}

/** Both as one if a span runs from the days before to these. */
function spanFrom(before: Found | undefined, { start, end, days }: Found, text: string): Found | undefined {
  const [first, last] = [before?.days[0], days.at(-1)];
  if (!before || first === undefined || last === undefined) return undefined;
  if (first >= last || !joinsSpan(text, before, start)) return undefined;
  return { start: before.start, end, days: spanOfDays(first, last), by: 'span' };
}
