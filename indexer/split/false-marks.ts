import { directionOf, walkClocks } from './clock-walk.ts';
import { textAt, type Line } from './lines.ts';
import { looksLikeYear, textAfter, type Mark, type MarkFinder } from './marks.ts';
import { MONTHS } from './page-day.ts';

/**
 * Leaves out marks that are text: a clock that looks unlike the page's marks and breaks their order
 * (`2008 was …`), with its kind around it (an agenda inside an update), and several clocks in a row
 * against the order. A single one that looks like the others stays.
 */
export function withoutFalse(marks: Mark[], lines: readonly Line[], { pattern }: MarkFinder): Mark[] {
  // Nothing but a mark looks like a bracket with a clock.
  const isSure = pattern.inside === 'anywhere';
  const rare = rareForms(marks, lines);
  const sentences = goOnLikeSentences(marks, lines);
  const unlike = marks.map((_, i) => !isSure && (rare[i]! || sentences[i]!));
  const odd = oddAmong(marks, unlike);
  for (const run of runsOf(rare))
    if (run.some((i) => odd[i] && unlike[i])) for (const i of run) odd[i] = true;
  const isFalse = (mark: Mark, i: number) =>
    isSubject(mark, lines) || (odd[i] && (unlike[i] || odd[i - 1] || odd[i + 1]));
  return marks.filter((mark, i) => isSure || !isFalse(mark, i));
}

/** Which marks break the order of the page. */
function oddAmong(marks: Mark[], doubtful: boolean[]): boolean[] {
  const steps = marks.map(({ time }, i) => ({ ...time.clock, doubtful: doubtful[i]! }));
  const { newestFirst } = directionOf(steps.filter((step) => !step.doubtful));
  const oldestFirst = newestFirst ? steps.toReversed() : steps;
  const placed = walkClocks(oldestFirst, oldestFirst[0]?.weekday);
  if (newestFirst) placed.reverse();
  return placed.map(({ role }) => role === 'odd');
}

/** Which marks are written in another way than most. */
function rareForms(marks: Mark[], lines: readonly Line[]): boolean[] {
  const forms = marks.map((mark) => formOf(textAt(lines, mark.at).slice(0, mark.length)));
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return forms.map((form) => counts.get(form)! < marks.length * RARE_SHARE);
}

/** Which marks go on in lower case where most don't, or after what may be a year. */
function goOnLikeSentences(marks: Mark[], lines: readonly Line[]): boolean[] {
  const most = mostGoOn(marks, lines);
  return marks.map((mark) => goesOn(mark, lines) && (!most || looksLikeYear(mark)));
}

const goesOn = (mark: Mark, lines: readonly Line[]) => /^\p{Ll}/u.test(textAfter(mark, lines));

/** Is it a year that something is said of: `2017 has been dry`? No update begins with such a verb. */
const isSubject = (mark: Mark, lines: readonly Line[]) =>
  looksLikeYear(mark) && /^(?:has|had|was|were|is|will|would)\b/u.test(textAfter(mark, lines));

/** Do more than half of the marks go on in lower case? */
export const mostGoOn = (marks: Mark[], lines: readonly Line[]): boolean =>
  marks.filter((mark) => goesOn(mark, lines)).length * 2 > marks.length;

const RARE_SHARE = 0.2;

const DAY_OR_MONTH = new RegExp(`\\b(?:mon|tue|wed|thu|fri|sat|sun|${MONTHS.join('|')})[a-z]*`, 'gu');

/** How a mark is written, whatever its time and day: `9am:`. */
const formOf = (mark: string): string =>
  mark
    .trim()
    .toLowerCase()
    .replace(DAY_OR_MONTH, 'day')
    .replace(/\d+(?:[.:]\d+)?/gu, '9')
    .replace(/[ap](?=\.?m)/u, 'a');

/** The places where a flag is set, each run of neighbors together. */
function runsOf(flags: boolean[]): number[][] {
  const runs: number[][] = [];
  flags.forEach((flag, i) => {
    if (!flag) return;
    if (flags[i - 1]) runs.at(-1)!.push(i);
    else runs.push([i]);
  });
  return runs;
}
