import { embedAt } from './embeds.ts';
import { textAt, type Line } from './lines.ts';
import type { Mark } from './marks.ts';
import { dayOfLine, type NamedDay } from './page-day.ts';

/** A line that is only a date and heads the marks of its day. */
export interface DateLine {
  at: number;
  day: NamedDay;
}

const LONGEST_EMBED = 12;
const MINUTES_OF_HALF_DAY = 720;

/**
 * The lines between marks that head the marks of a day, with the one before the first mark. Dates of
 * embedded posts are none, and neither are dates that run both ways.
 */
export function findDateLines(lines: readonly Line[], marks: readonly Mark[]): DateLine[] {
  const found = marks.flatMap((mark): DateLine[] => {
    let at = mark.at - 1;
    while (at >= 0 && !textAt(lines, at)) at--;
    const day = dayOfLine(textAt(lines, at));
    return day && !isEmbedded(lines, at) ? [{ at, day }] : [];
  });
  const [first] = marks;
  if (!found.some(({ at }) => first && at > first.at)) return [];
  const steps = found.slice(1).map(({ day }, i) => Math.sign(numberOf(day) - numberOf(found[i]!.day)));
  return steps.every((step) => step !== 0 && step === steps[0]) ? found : [];
}

function isEmbedded(lines: readonly Line[], at: number): boolean {
  for (let from = Math.max(0, at - LONGEST_EMBED); from <= at; from++)
    if ((embedAt(lines, from)?.next ?? 0) > at) return true;
  return false;
}

/**
 * The day of every mark on a page that names days: its own, that of the date line above it, or the one
 * of its neighbors, where midnight is followed. Undefined on a page that names none.
 */
export function daysOf(
  marks: readonly Mark[],
  dateLines: readonly DateLine[],
  newestFirst: boolean,
): NamedDay[] | undefined {
  const days = marks.map(({ at, time }) => time.date ?? dateLines.findLast((line) => line.at < at)?.day);
  if (days.every((day) => day === undefined)) return undefined;
  const isHeaded = (i: number) => dateLines.some(({ at }) => at > marks[i]!.at && at < marks[i + 1]!.at);
  for (let i = 1; i < days.length; i++)
    if (days[i - 1]) days[i] ??= moved(days[i - 1]!, midnightsBetween(marks[i - 1]!, marks[i]!, newestFirst));
  for (let i = days.length - 2; i >= 0; i--) {
    const midnights = isHeaded(i)
      ? newestFirst
        ? -1
        : 1
      : midnightsBetween(marks[i]!, marks[i + 1]!, newestFirst);
    days[i] ??= moved(days[i + 1]!, -midnights);
  }
  return days as NamedDay[];
}

/** A clock that jumps by more than half a day against the direction of the page has passed midnight. */
function midnightsBetween({ time: from }: Mark, { time: to }: Mark, newestFirst: boolean): number {
  const step = to.clock.hour * 60 + to.clock.minute - from.clock.hour * 60 - from.clock.minute;
  if (newestFirst) return step > MINUTES_OF_HALF_DAY ? -1 : 0;
  return step < -MINUTES_OF_HALF_DAY ? 1 : 0;
}

/** Without a year a leap year is taken. */
const numberOf = ({ year = 2000, month, day }: NamedDay): number => Date.UTC(year, month - 1, day);

function moved(named: NamedDay, days: number): NamedDay {
  if (days === 0) return named;
  const date = new Date(numberOf(named) + days * 86_400_000);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return named.year ? { year: date.getUTCFullYear(), month, day } : { month, day };
}
